import type { Glossary } from './glossary.ts'

/** Hungarian; the formal third person, "Ön" only where it must be said. */
export const hu: Glossary = {
  terms: {
    'way to pay': {
      word: 'fizetési mód',
      stems: ['fizetési mód'],
      avoid: ['fizetési lehetőség', 'fizetőeszköz', 'fizetésmód'],
    },
    payment: { word: 'fizetés', stems: ['fizetés', 'imoje-fizetés'], avoid: ['tranzakció', 'befizetés'] },
    order: { word: 'rendelés', stems: ['rendel'], avoid: ['megrendel', 'vásárlás'] },
    bank: { word: 'bank', stems: ['bank'] },
    shop: { word: 'üzlet', stems: ['üzlet'], avoid: ['bolt', 'áruház', 'webáruház', 'kereskedő', 'eladó'] },
    'BLIK code': { word: 'BLIK-kód', stems: ['blik-kód'] },
    account: { word: 'számla', stems: ['számla', 'számlá'] },
    limit: { word: 'limit', stems: ['limit'], avoid: ['határ', 'korlát', 'keret'] },
    details: { word: 'adat', stems: ['adat'], avoid: ['részletek'] },
    available: { word: 'elérhető', stems: ['elérhető'], avoid: ['hozzáférhető'] },
    'to pay': { word: 'fizetni', stems: ['fizet', 'fizess'] },
    'to choose': { word: 'választani', stems: ['válassz', 'választ', 'válasz'], avoid: ['kiválaszt'] },
    'to try again': {
      word: 'újra próbálni',
      stems: ['próbálja újra', 'újra megpróbál'],
      avoid: ['ismételje', 'ismét', 'újból'],
    },
    'to charge': {
      word: 'pénzt levonni',
      stems: ['pénzlevon', 'levon', 'vontunk', 'vontak'],
      avoid: ['terhel'],
    },
    // To confirm a payment is "jóváhagyni"; that one has read something is "megerősíteni".
    'to confirm': { word: 'jóváhagyni', stems: ['hagyja jóvá', 'jóváhagy', 'hagyták jóvá', 'megerősít'] },
  },
  jargon: [
    'hiba',
    'hibás',
    'sikertelen',
    'érvénytelen',
    'meghiúsult',
    'munkamenet',
    'időtúllépés',
    'szerver',
    'üzemzavar',
  ],
}
