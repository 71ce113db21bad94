import type { Glossary } from './glossary.ts'

/** French. */
export const fr: Glossary = {
  terms: {
    'way to pay': {
      word: 'moyen de paiement',
      stems: ['moyen de paiement', 'moyens de paiement'],
      avoid: ['mode de', 'modes de', 'méthode'],
    },
    payment: { word: 'paiement', stems: ['paiement'], avoid: ['transaction', 'règlement', 'versement'] },
    order: { word: 'commande', stems: ['commande'], avoid: ['achat'] },
    bank: { word: 'banque', stems: ['banque', 'bancaire'] },
    shop: { word: 'boutique', stems: ['boutique'], avoid: ['magasin', 'marchand', 'commerçant', 'vendeur'] },
    'BLIK code': { word: 'code BLIK', stems: ['code blik'] },
    account: { word: 'compte', stems: ['compte'] },
    limit: { word: 'limite', stems: ['limite'], avoid: ['plafond'] },
    details: { word: 'informations', stems: ['information'], avoid: ['coordonnée', 'détail'] },
    available: { word: 'disponible', stems: ['disponib', 'indisponib'] },
    'to pay': { word: 'payer', stems: ['paye'], avoid: ['régle'] },
    'to choose': { word: 'choisir', stems: ['choisi'], avoid: ['sélectionn'] },
    'to try again': { word: 'réessayer', stems: ['réessay'], avoid: ['recommenc', 'essayez à nouveau'] },
    'to charge': { word: 'débiter', stems: ['débit', 'prélev'] },
    'to confirm': { word: 'confirmer', stems: ['confirm'] },
  },
  jargon: ['erreur', 'échou', 'échec', 'non valide', 'incorrect', 'jeton', 'passerelle', 'serveur'],
}
