import type { Glossary } from './glossary.ts'

/**
 * English. Its stems find the sentences that every language's are held against; what stands inside a longer term ("pay" in "way to
 * pay") is that one's.
 */
export const en: Glossary = {
  terms: {
    'way to pay': { word: 'way to pay', stems: ['way to pay', 'ways to pay'], avoid: ['payment method'] },
    payment: { word: 'payment', stems: ['payment'], avoid: ['transaction'] },
    order: { word: 'order', stems: ['order'], avoid: ['purchase'] },
    bank: { word: 'bank', stems: ['bank'] },
    shop: { word: 'shop', stems: ['shop'], avoid: ['store', 'merchant', 'seller'] },
    'BLIK code': { word: 'BLIK code', stems: ['blik code'] },
    account: { word: 'account', stems: ['account'] },
    limit: { word: 'limit', stems: ['limit'] },
    details: { word: 'details', stems: ['detail'], avoid: ['data field'] },
    available: { word: 'available', stems: ['available', 'unavailable'] },
    'to pay': { word: 'pay', stems: ['pay ', 'pay.', 'pay,', 'pay?'] },
    'to choose': { word: 'choose', stems: ['choose', 'chosen', 'chose'], avoid: ['select', 'pick'] },
    'to try again': { word: 'try again', stems: ['try again', 'try it again'], avoid: ['retry'] },
    'to charge': { word: 'charge', stems: ['charged'] },
    'to confirm': { word: 'confirm', stems: ['confirm'] },
  },
  jargon: ['error', 'failed', 'failure', 'invalid', 'gateway', 'token', 'timeout', 'server'],
}
