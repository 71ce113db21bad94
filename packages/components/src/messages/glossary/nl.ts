import type { Glossary } from './glossary.ts'

/** Dutch; "je". */
export const nl: Glossary = {
  terms: {
    'way to pay': {
      word: 'betaalmethode',
      stems: ['betaalmethode'],
      avoid: ['betaalwijze', 'betalingsmethode', 'betaalmiddel', 'betaaloptie'],
    },
    // What imoje offers is named by the verb, as Dutch shops do.
    payment: {
      word: 'betaling',
      stems: ['betaling', 'betalen via', 'betaalpagina', 'betaalvoorwaarden'],
      avoid: ['transactie'],
    },
    order: { word: 'bestelling', stems: ['bestel'], avoid: ['order', 'aankoop'] },
    // "Overboeking" is what banks call it; it names none.
    bank: { word: 'bank', stems: ['bank'], except: ['method.pbl'] },
    shop: { word: 'winkel', stems: ['winkel'], avoid: ['shop', 'webshop', 'verkoper'] },
    'BLIK code': { word: 'BLIK-code', stems: ['blik-code'] },
    account: { word: 'rekening', stems: ['rekening'] },
    limit: { word: 'limiet', stems: ['limiet'], avoid: ['grens', 'maximum'] },
    details: { word: 'gegevens', stems: ['gegevens'], avoid: ['details'] },
    available: { word: 'beschikbaar', stems: ['beschikbaar'], avoid: ['bereikbaar'] },
    'to pay': { word: 'betalen', stems: ['betaal', 'betal'], avoid: ['afreken'] },
    'to choose': { word: 'kiezen', stems: ['kies', 'kiez', 'keuze'], avoid: ['selecteer'] },
    'to try again': {
      word: 'opnieuw proberen',
      stems: ['opnieuw prob', 'probeer het'],
      avoid: ['nogmaals', 'nog eens', 'nog een keer'],
    },
    'to charge': { word: 'afschrijven', stems: ['afgeschreven', 'afschrijv'], avoid: ['in rekening'] },
    'to confirm': { word: 'bevestigen', stems: ['bevestig'] },
  },
  jargon: ['fout', 'mislukt', 'ongeldig', 'storing', 'sessie', 'server', 'time-out'],
}
