import type { PaymentEvent, ShopPayment } from '@tillkit/server'
import type { Customer } from '../shared/customer.ts'
import { mostPieces, type ProductId, type ShopOrderView } from '../shared/shop-wire.ts'
import { currency, deliveryPrice, products } from './products.ts'

/** One shopper's order, as the shop keeps it. */
export interface ShopRecord {
  readonly id: string
  /** The browser it belongs to. */
  readonly session: string
  readonly quantities: Map<ProductId, number>
  customer: Customer
  /** The language the shopper reads. */
  language: string
  payment: ShopPayment
}

/** The shop's orders in memory: a restart forgets them. */
export interface ShopStore {
  /** The order a browser is busy with; the first visit makes one. */
  current(session: string): ShopRecord
  start(session: string): ShopRecord
  find(orderId: string): ShopRecord | undefined
  /** @returns whether the cart may be like that: an empty one can't be ordered, a paid one can't be changed */
  setQuantity(record: ShopRecord, product: ProductId, quantity: number): boolean
  /** Takes what imoje says about a payment into the order's record. */
  takePayment(event: PaymentEvent): void
  clear(): void
}

export function createShopStore(newId: () => string = randomOrderId): ShopStore {
  const orders = new Map<string, ShopRecord>()
  const busyWith = new Map<string, ShopRecord>()

  const start = (session: string): ShopRecord => {
    const known = busyWith.get(session)
    const record: ShopRecord = {
      id: newId(),
      session,
      quantities: new Map(products.map(({ id, startsWith }) => [id, startsWith])),
      customer: known?.customer ?? {
        firstName: 'Maja',
        lastName: 'Wilczek',
        email: 'maja.wilczek@example.com',
      },
      language: known?.language ?? 'pl',
      payment: { status: 'none' },
    }
    orders.set(record.id, record)
    busyWith.set(session, record)
    return record
  }

  return {
    current: (session) => busyWith.get(session) ?? start(session),
    start,
    find: (orderId) => orders.get(orderId),
    setQuantity(record, product, quantity) {
      const pieces = [...record.quantities].map(([id, before]) => (id === product ? quantity : before))
      if (record.payment.status === 'paid' || pieces.every((count) => count === 0)) return false
      if (!Number.isInteger(quantity) || quantity < 0 || quantity > mostPieces) return false
      record.quantities.set(product, quantity)
      return true
    },
    takePayment({ orderId, type, transactionId }) {
      const record = orders.get(orderId)
      if (!record || record.payment.status === 'paid') return
      if (type === 'paid' || type === 'failed') record.payment = { status: type, transactionId }
    },
    clear() {
      orders.clear()
      busyWith.clear()
    },
  }
}

/** The order as its page shows it. */
export function viewOrder({ id, quantities, customer, payment }: ShopRecord): ShopOrderView {
  const lines = products.map(({ id: product, unitPrice }) => {
    const quantity = quantities.get(product) ?? 0
    return { product, quantity, unitPrice, total: unitPrice * quantity }
  })
  const total = lines.reduce((sum, line) => sum + line.total, deliveryPrice)
  return { id, currency, lines, delivery: deliveryPrice, total, customer, isPaid: payment.status === 'paid' }
}

/** Short enough to read out on the telephone, hard enough to guess for a demo. */
function randomOrderId(): string {
  return `W-${crypto.randomUUID().slice(0, 8).toUpperCase()}`
}
