import type { Glossary } from './glossary.ts'

/** Slovak. */
export const sk: Glossary = {
  terms: {
    'way to pay': { word: 'spôsob platby', stems: ['spôsob'], avoid: ['metód', 'druh platby'] },
    payment: { word: 'platba', stems: ['platb', 'platobn'], avoid: ['transakc', 'úhrad'] },
    order: { word: 'objednávka', stems: ['objednáv'], avoid: ['zákazk', 'košík'] },
    bank: { word: 'banka', stems: ['bank', 'bánk'] },
    shop: { word: 'obchod', stems: ['obchod'], avoid: ['e-shop', 'eshop', 'predajc', 'obchodník'] },
    'BLIK code': { word: 'kód BLIK', stems: ['kód blik', 'kódu blik'], avoid: ['blik kód'] },
    account: { word: 'účet', stems: ['účet', 'účt'], avoid: ['konto', 'konte'] },
    limit: { word: 'limit', stems: ['limit'], avoid: ['hranic', 'strop'] },
    details: { word: 'údaje', stems: ['údaj'], avoid: ['detail', 'podrobnost'] },
    available: { word: 'dostupný', stems: ['dostupn', 'nedostupn'], avoid: ['k dispozícii'] },
    'to pay': {
      word: 'zaplatiť',
      stems: ['zaplat', 'zaplať', 'neplať'],
      avoid: ['uhra'],
      // Shops name it with a noun.
      except: ['method.imoje_paylater'],
    },
    'to choose': { word: 'vybrať', stems: ['vyber', 'vybr'], avoid: ['zvoľ', 'zvol'] },
    'to try again': { word: 'skúsiť znova', stems: ['skús'], avoid: ['opaku', 'zopak', 'znovu'] },
    'to charge': {
      word: 'strhnúť',
      stems: ['strh'],
      avoid: ['účtov', 'naúčtov', 'odpoč', 'odpís', 'stiahn'],
    },
    'to confirm': { word: 'potvrdiť', stems: ['potvr'], avoid: ['odsúhlas'] },
  },
  jargon: ['chyb', 'zlyh', 'neplatn', 'nesprávn', 'neúspe', 'časový limit', 'platobná brán', 'server'],
}
