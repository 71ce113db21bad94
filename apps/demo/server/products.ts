import type { ProductId } from '../shared/shop-wire.ts'

interface Product {
  readonly id: ProductId
  /** In grosze. */
  readonly unitPrice: number
  /** How many lie in a new cart. */
  readonly startsWith: number
}

/** What the shop sells. Names and pictures are the page's; prices are the backend's alone. */
export const products: readonly Product[] = [
  { id: 'beans', unitPrice: 4_690, startsWith: 2 },
  { id: 'dripper', unitPrice: 8_900, startsWith: 1 },
  { id: 'filters', unitPrice: 1_990, startsWith: 1 },
  { id: 'grinder', unitPrice: 34_900, startsWith: 0 },
]

export const deliveryPrice = 1_399
export const currency = 'PLN'
