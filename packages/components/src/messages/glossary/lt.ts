import type { Glossary } from './glossary.ts'

/** Lithuanian; "jūs". */
export const lt: Glossary = {
  terms: {
    'way to pay': {
      word: 'mokėjimo būdas',
      stems: ['mokėjimo būd'],
      avoid: ['apmokėjim', 'atsiskaitym', 'mokėjimo metod'],
    },
    payment: { word: 'mokėjimas', stems: ['mokėjim'], avoid: ['operacij', 'įmok', 'transakcij'] },
    order: { word: 'užsakymas', stems: ['užsakym'], avoid: ['pirkin'] },
    bank: { word: 'bankas', stems: ['bank'] },
    shop: { word: 'parduotuvė', stems: ['parduotuv'], avoid: ['pardavėj', 'prekybinink'] },
    'BLIK code': { word: 'BLIK kodas', stems: ['blik kod'] },
    account: { word: 'sąskaita', stems: ['sąskait'] },
    limit: { word: 'limitas', stems: ['limit'], avoid: ['riba', 'ribos', 'ribą'] },
    details: { word: 'duomenys', stems: ['duomen'], avoid: ['rekvizit', 'informacij'] },
    available: { word: 'prieinama', stems: ['prieinam', 'neprieinam'], avoid: ['pasiekiam', 'nepasiekiam'] },
    'to pay': { word: 'mokėti', stems: ['mokė', 'nemokė', 'sumokė'] },
    'to choose': { word: 'pasirinkti', stems: ['pasirink'], avoid: ['išsirink', 'parink'] },
    'to try again': {
      word: 'bandyti dar kartą',
      stems: ['bandyti dar kartą', 'bandykite dar kartą'],
      avoid: ['pakartok', 'mėgin', 'pamėgin'],
    },
    'to charge': { word: 'nuskaityti', stems: ['nuskait', 'nenuskait'], avoid: ['nurašy'] },
    'to confirm': { word: 'patvirtinti', stems: ['patvirtin', 'nepatvirtin'] },
  },
  jargon: ['klaid', 'negalioj', 'netinkam', 'neteising', 'gedim', 'sutrik', 'serveri', 'sesij'],
}
