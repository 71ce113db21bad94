import type { Glossary } from './glossary.ts'

/** Slovenian. */
export const sl: Glossary = {
  terms: {
    'way to pay': { word: 'način plačila', stems: ['način'], avoid: ['metod', 'vrst'] },
    payment: {
      word: 'plačilo',
      stems: ['plačil'],
      avoid: ['transakcij', 'vplačil'],
    },
    order: { word: 'naročilo', stems: ['naročil'], avoid: ['nakup', 'košaric'] },
    bank: { word: 'banka', stems: ['bank', 'banč'] },
    shop: { word: 'trgovina', stems: ['trgovin'], avoid: ['prodajal', 'trgovec', 'trgovc'] },
    'BLIK code': { word: 'koda BLIK', stems: ['koda blik', 'kode blik', 'kodo blik'], avoid: ['blik kod'] },
    account: { word: 'račun', stems: ['račun'], avoid: ['trr'] },
    limit: { word: 'limit', stems: ['limit'], avoid: ['omejit'] },
    details: { word: 'podatki', stems: ['podat'], avoid: ['podrobnost'] },
    available: { word: 'na voljo', stems: ['na voljo'], avoid: ['razpoložljiv', 'nedostop', 'dostop'] },
    'to pay': {
      word: 'plačati',
      stems: ['plača', 'plaču'],
      avoid: ['porav'],
      // Shops name these with a noun.
      except: ['method.imoje_paylater', 'reason.shortBy'],
    },
    'to choose': { word: 'izbrati', stems: ['izber', 'izbr'] },
    'to try again': { word: 'poskusiti znova', stems: ['poskus'], avoid: ['ponov', 'spet poskus'] },
    'to charge': { word: 'zaračunati', stems: ['zaračun'], avoid: ['bremen', 'obremen', 'odteg', 'trga'] },
    'to confirm': { word: 'potrditi', stems: ['potrd', 'potrj'] },
  },
  jargon: ['napak', 'neuspe', 'neveljav', 'nepravil', 'žeton', 'strežnik', 'spodlet', 'časovna omejitev'],
}
