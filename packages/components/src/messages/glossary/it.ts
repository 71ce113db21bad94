import type { Glossary } from './glossary.ts'

/** Italian. */
export const it: Glossary = {
  terms: {
    'way to pay': {
      word: 'metodo di pagamento',
      stems: ['metodo di pagamento', 'metodi di pagamento'],
      avoid: ['modalità', 'mezzo di', 'mezzi di'],
    },
    payment: { word: 'pagamento', stems: ['pagament'], avoid: ['transazion', 'operazion'] },
    order: { word: 'ordine', stems: ['ordine'], avoid: ['acquist'] },
    // An Italian "bonifico" goes through a bank, so nobody adds the word.
    bank: { word: 'banca', stems: ['banc'], except: ['method.pbl'] },
    shop: { word: 'negozio', stems: ['negozi'], avoid: ['esercente', 'venditor'] },
    'BLIK code': { word: 'codice BLIK', stems: ['codice blik'] },
    account: { word: 'conto', stems: ['conto'] },
    limit: { word: 'limite', stems: ['limite'], avoid: ['soglia', 'massimale'] },
    details: { word: 'dati', stems: ['dati', 'dato'], avoid: ['dettagli'] },
    available: { word: 'disponibile', stems: ['disponibil'] },
    'to pay': { word: 'pagare', stems: ['paga', 'paghi'], avoid: ['salda'] },
    'to choose': { word: 'scegliere', stems: ['scegl', 'scelt'], avoid: ['selezion'] },
    'to try again': { word: 'riprovare', stems: ['riprov'], avoid: ['ritent', 'prova di nuovo'] },
    'to charge': { word: 'addebitare', stems: ['addebit'] },
    'to confirm': { word: 'confermare', stems: ['conferm'] },
  },
  jargon: ['errore', 'errori', 'errat', 'fallit', 'non valid', 'invalid', 'server', 'token'],
}
