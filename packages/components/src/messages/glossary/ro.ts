import type { Glossary } from './glossary.ts'

/** Romanian. */
export const ro: Glossary = {
  terms: {
    'way to pay': { word: 'metodă de plată', stems: ['metod'], avoid: ['modalit', 'mod de plată'] },
    payment: { word: 'plată', stems: ['plat', 'plăț'], avoid: ['tranzac'] },
    order: { word: 'comandă', stems: ['comand', 'comenz'], avoid: ['cumpărătur', 'coș'] },
    bank: { word: 'bancă', stems: ['banc', 'bănc'] },
    shop: { word: 'magazin', stems: ['magazin'], avoid: ['comercian', 'vânzăt'] },
    'BLIK code': { word: 'cod BLIK', stems: ['cod blik', 'codul blik'] },
    account: { word: 'cont', stems: ['cont'] },
    limit: { word: 'limită', stems: ['limit'], avoid: ['plafon', 'prag'] },
    details: { word: 'date', stems: ['date'], avoid: ['câmp'] },
    available: { word: 'disponibil', stems: ['disponibil', 'indisponibil'], avoid: ['accesibil'] },
    'to pay': {
      word: 'a plăti',
      stems: ['plăti'],
      avoid: ['achit'],
      // Shops name it with a noun.
      except: ['method.imoje_paylater'],
    },
    'to choose': { word: 'a alege', stems: ['aleg', 'alea'], avoid: ['select', 'opta'] },
    'to try again': { word: 'a încerca din nou', stems: ['încerc'], avoid: ['reîncerc', 'repet'] },
    'to charge': { word: 'a retrage', stems: ['retra'], avoid: ['debit', 'percep', 'taxa', 'încas'] },
    'to confirm': { word: 'a confirma', stems: ['confirm'] },
  },
  jargon: ['eroar', 'erori', 'eșec', 'eșu', 'invalid', 'nevalid', 'incorect', 'jeton', 'server'],
}
