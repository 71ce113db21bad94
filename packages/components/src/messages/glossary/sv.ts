import type { Glossary } from './glossary.ts'

/** Swedish; "du". */
export const sv: Glossary = {
  terms: {
    'way to pay': {
      word: 'betalsätt',
      stems: ['betalsätt'],
      avoid: ['betalningssätt', 'betalningsmetod', 'betalmetod', 'betalningsalternativ'],
    },
    payment: { word: 'betalning', stems: ['betalning'], avoid: ['transaktion', 'inbetalning'] },
    order: { word: 'beställning', stems: ['beställ'], avoid: ['order', 'köpet'] },
    bank: { word: 'bank', stems: ['bank'] },
    shop: { word: 'butik', stems: ['butik'], avoid: ['handlare', 'säljare', 'webbshop'] },
    'BLIK code': { word: 'BLIK-kod', stems: ['blik-kod'] },
    account: { word: 'konto', stems: ['konto'] },
    limit: { word: 'gräns', stems: ['gräns'], avoid: ['limit', 'tak'] },
    details: { word: 'uppgifter', stems: ['uppgift'], avoid: ['detalj'] },
    // After names, whatever their gender and number, an adjective would have to bend.
    available: {
      word: 'tillgänglig; after names: går att använda',
      stems: ['tillgänglig', 'går att', 'går inte att'],
    },
    'to pay': { word: 'betala', stems: ['betala'] },
    'to choose': { word: 'välja', stems: ['välj', 'valt'] },
    'to try again': {
      word: 'försöka igen',
      stems: ['försök igen', 'försöka igen'],
      avoid: ['prova', 'pröva'],
    },
    'to charge': { word: 'dra pengar', stems: ['dragits', 'dras', 'dra '], avoid: ['debiter'] },
    'to confirm': { word: 'bekräfta', stems: ['bekräft'] },
  },
  jargon: ['fel', 'misslyck', 'ogiltig', 'störning', 'tidsgräns', 'sessionen', 'anrop'],
}
