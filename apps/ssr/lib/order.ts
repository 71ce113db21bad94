/** The one order of this shop. */
export const order = { id: 'SSR-1', amount: 12_999, currency: 'PLN' }
