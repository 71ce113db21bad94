import type { Glossary } from './glossary.ts'

/** Czech. */
export const cs: Glossary = {
  terms: {
    'way to pay': { word: 'způsob platby', stems: ['způsob'], avoid: ['metod', 'druh platby'] },
    payment: { word: 'platba', stems: ['platb', 'platební'], avoid: ['transakc', 'úhrad'] },
    order: { word: 'objednávka', stems: ['objednáv'], avoid: ['zakázk', 'košík'] },
    bank: { word: 'banka', stems: ['bank'] },
    shop: { word: 'obchod', stems: ['obchod'], avoid: ['e-shop', 'eshop', 'prodejc', 'obchodník'] },
    'BLIK code': { word: 'kód BLIK', stems: ['kód blik', 'kódu blik'], avoid: ['blik kód'] },
    account: { word: 'účet', stems: ['účet', 'účt'], avoid: ['konto', 'kontě'] },
    limit: { word: 'limit', stems: ['limit'], avoid: ['hranic', 'strop'] },
    details: { word: 'údaje', stems: ['údaj'], avoid: ['detail', 'podrobnost'] },
    available: { word: 'dostupný', stems: ['dostupn', 'nedostupn'], avoid: ['k dispozici'] },
    'to pay': {
      word: 'zaplatit',
      stems: ['zaplat', 'zaplať', 'neplať'],
      avoid: ['uhra'],
      // Shops name it with a noun.
      except: ['method.imoje_paylater'],
    },
    'to choose': { word: 'vybrat', stems: ['vyber', 'vybr'], avoid: ['zvol'] },
    'to try again': { word: 'zkusit znovu', stems: ['zkus'], avoid: ['opaku', 'zopak'] },
    'to charge': { word: 'strhnout', stems: ['strh', 'strž'], avoid: ['účtov', 'naúčtov', 'odečt', 'odeps'] },
    'to confirm': { word: 'potvrdit', stems: ['potvr'], avoid: ['odsouhlas'] },
  },
  jargon: ['chyb', 'selh', 'neplatn', 'nesprávn', 'neúspě', 'časový limit', 'platební brán', 'server'],
}
