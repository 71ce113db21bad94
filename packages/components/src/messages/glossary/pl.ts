import type { Glossary } from './glossary.ts'

/** Polish. */
export const pl: Glossary = {
  terms: {
    'way to pay': {
      word: 'sposób płatności',
      stems: ['sposób', 'sposob'],
      avoid: ['metod', 'form płatności', 'formę płatności'],
    },
    payment: { word: 'płatność', stems: ['płatnoś'], avoid: ['transakcj', 'wpłat'] },
    order: { word: 'zamówienie', stems: ['zamówieni'], avoid: ['zakup'] },
    // imoje's own name for it doesn't name the bank.
    bank: { word: 'bank', stems: ['bank'], except: ['method.pbl'] },
    shop: { word: 'sklep', stems: ['sklep'], avoid: ['sprzedawc'] },
    'BLIK code': { word: 'kod BLIK', stems: ['kod blik', 'kodu blik'] },
    account: { word: 'konto; in a transfer: rachunek', stems: ['konto', 'koncie', 'konta', 'rachun'] },
    limit: { word: 'limit', stems: ['limit'], avoid: ['próg', 'progu'] },
    // The word has no singular that shoppers use.
    details: { word: 'dane', stems: ['dane', 'danych', 'danymi'], except: ['field.refused'] },
    available: { word: 'dostępny', stems: ['dostępn', 'niedostępn'] },
    'to pay': {
      word: 'zapłacić',
      stems: ['zapłać', 'zapłac', 'płać', 'płac'],
      except: ['blocked.paused', 'failure.wait'],
    },
    'to choose': { word: 'wybrać', stems: ['wybierz', 'wybra'] },
    'to try again': {
      word: 'spróbować ponownie',
      stems: ['spróbuj ponownie', 'spróbować ponownie'],
      avoid: ['ponów'],
    },
    'to charge': { word: 'pobrać', stems: ['pobra', 'pobier'] },
    'to confirm': { word: 'potwierdzić', stems: ['potwierd'] },
  },
  jargon: ['błąd', 'błęd', 'nieprawidłow', 'niepoprawn', 'nieważn', 'awari', 'bramk', 'serwer'],
}
