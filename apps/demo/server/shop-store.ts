import type { PaymentEvent, ShopPayment } from '@tillkit/server'
import type { Customer } from '../shared/customer.ts'
import { mostPieces, type ProductId, type ShopOrderView } from '../shared/shop-wire.ts'
import { currency, deliveryPrice, products } from './products.ts'

type Quantities = ReadonlyMap<ProductId, number>

/** One shopper's order, as the shop keeps it. */
export interface ShopRecord {
  readonly id: string
  /** The browser it belongs to. */
  readonly session: string
  quantities: Quantities
  customer: Customer
  /** The language the shopper reads. */
  language: string
  payment: ShopPayment
  /** The cart as it was whenever a payment started, by what it came to: the amount on the bank's page. */
  readonly offers: Map<number, Quantities>
  /** Something was added after the paid payment had started; it waits in a new order. */
  hasLeftovers: boolean
  /** What came in though the order was paid already, by transaction. */
  readonly refunds: Map<string, number>
}

/** The shop's orders in memory: a restart forgets them. */
export interface ShopStore {
  /** The order a browser is busy with; the first visit makes one. */
  current(session: string): ShopRecord
  start(session: string): ShopRecord
  find(orderId: string): ShopRecord | undefined
  /** @returns whether the cart may be like that: an empty one can't be ordered, a paid one can't be changed */
  setQuantity(record: ShopRecord, product: ProductId, quantity: number): boolean
  /** A payment is about to start: what the cart holds at this moment is what it will pay for. */
  offer(orderId: string): void
  /**
   * Takes what imoje says about a payment into the order's record. A cart may have grown while the bank's page was open: paid is what
   * was offered for that amount, and the rest goes into a new order. An amount that was never offered pays nothing.
   */
  takePayment(event: PaymentEvent): void
  clear(): void
}

export function createShopStore(newId: () => string = randomOrderId): ShopStore {
  const orders = new Map<string, ShopRecord>()
  const busyWith = new Map<string, ShopRecord>()

  const start = (session: string, quantities: Quantities = newCart): ShopRecord => {
    const known = busyWith.get(session)
    const record: ShopRecord = {
      id: newId(),
      session,
      quantities,
      customer: known?.customer ?? {
        firstName: 'Maja',
        lastName: 'Wilczek',
        email: 'maja.wilczek@example.com',
      },
      language: known?.language ?? 'pl',
      payment: { status: 'none' },
      offers: new Map(),
      hasLeftovers: false,
      refunds: new Map(),
    }
    orders.set(record.id, record)
    busyWith.set(session, record)
    return record
  }

  return {
    current: (session) => busyWith.get(session) ?? start(session),
    start: (session) => start(session),
    find: (orderId) => orders.get(orderId),
    setQuantity(record, product, quantity) {
      const changed = new Map(record.quantities).set(product, quantity)
      if (record.payment.status === 'paid' || isEmpty(changed)) return false
      if (!Number.isInteger(quantity) || quantity < 0 || quantity > mostPieces) return false
      record.quantities = changed
      return true
    },
    offer(orderId) {
      const record = orders.get(orderId)
      record?.offers.set(viewOrder(record).total, record.quantities)
    },
    takePayment({ orderId, type, transactionId, amount, currency: paidIn }) {
      const record = orders.get(orderId)
      if (type === 'paid-twice') record?.refunds.set(transactionId, amount)
      if (!record || record.payment.status === 'paid') return
      if (type === 'failed') record.payment = { status: type, transactionId }
      const offered = paidIn === currency ? record.offers.get(amount) : undefined
      if (type !== 'paid' || !offered) return

      const leftovers = new Map(
        [...record.quantities].map(([id, count]) => [id, Math.max(count - (offered.get(id) ?? 0), 0)]),
      )
      record.payment = { status: type, transactionId }
      record.quantities = offered
      record.hasLeftovers = !isEmpty(leftovers) && busyWith.get(record.session) === record
      if (record.hasLeftovers) start(record.session, leftovers)
    },
    clear() {
      orders.clear()
      busyWith.clear()
    },
  }
}

const newCart: Quantities = new Map(products.map(({ id, startsWith }) => [id, startsWith]))

const isEmpty = (quantities: Quantities): boolean => [...quantities.values()].every((count) => count === 0)

/** The order as its page shows it. */
export function viewOrder(record: ShopRecord): ShopOrderView {
  const { id, quantities, customer, payment, hasLeftovers, refunds } = record
  const lines = products.map(({ id: product, unitPrice }) => {
    const quantity = quantities.get(product) ?? 0
    return { product, quantity, unitPrice, total: unitPrice * quantity }
  })
  const total = lines.reduce((sum, line) => sum + line.total, deliveryPrice)
  const isPaid = payment.status === 'paid'
  const toRefund = [...refunds.values()].reduce((sum, amount) => sum + amount, 0)
  return { id, currency, lines, delivery: deliveryPrice, total, customer, isPaid, hasLeftovers, toRefund }
}

/** Short enough to read out on the telephone, hard enough to guess for a demo. */
function randomOrderId(): string {
  return `W-${crypto.randomUUID().slice(0, 8).toUpperCase()}`
}
