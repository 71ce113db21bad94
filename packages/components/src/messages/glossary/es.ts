import type { Glossary } from './glossary.ts'

/** Spanish. */
export const es: Glossary = {
  terms: {
    'way to pay': {
      word: 'forma de pago',
      stems: ['forma de pago', 'formas de pago'],
      avoid: ['método', 'medio de pago', 'medios de pago'],
    },
    payment: { word: 'pago', stems: ['pago'], avoid: ['transacci', 'operaci'] },
    order: { word: 'pedido', stems: ['pedido'], avoid: ['orden'] },
    bank: { word: 'banco', stems: ['banc'], avoid: ['entidad'] },
    shop: { word: 'tienda', stems: ['tienda'], avoid: ['comercio', 'vendedor'] },
    'BLIK code': { word: 'código BLIK', stems: ['código blik'] },
    account: { word: 'cuenta', stems: ['cuenta'] },
    limit: { word: 'límite', stems: ['límite'], avoid: ['tope'] },
    details: { word: 'datos', stems: ['dato'], avoid: ['detalle'] },
    available: { word: 'disponible', stems: ['disponib'] },
    'to pay': {
      word: 'pagar; to pay again where nothing was paid: volver a intentar el pago',
      stems: ['pag'],
      avoid: ['abon'],
    },
    'to choose': { word: 'elegir', stems: ['elig', 'eleg'], avoid: ['seleccion', 'escog'] },
    'to try again': {
      word: 'volver a intentar; on a button: reintentar',
      stems: ['volver a intent', 'vuelve a intent', 'reintent'],
      avoid: ['inténtalo'],
    },
    'to charge': { word: 'cobrar', stems: ['cobr'] },
    'to confirm': { word: 'confirmar', stems: ['confirm'] },
  },
  jargon: ['fallo', 'falla', 'fallid', 'inválid', 'no válid', 'incorrect', 'pasarela', 'servidor'],
}
