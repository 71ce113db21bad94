import type { Random } from './random.ts'

/** Statuses a transaction ends with. */
export type EndStatus = 'settled' | 'rejected' | 'cancelled' | 'error'
export type TransactionStatus = 'new' | 'pending' | EndStatus

export interface Customer {
  readonly firstName: string
  readonly lastName: string
  readonly email?: string
  readonly locale?: string
}

/** What both a transaction and a payment link know of the shop's order. */
export interface OrderData {
  readonly serviceId: string
  /** Minor units. */
  readonly amount: number
  readonly currency: string
  readonly orderId: string
  readonly title: string
  readonly customer: Customer
  readonly notificationUrl?: string
  readonly returnUrl?: string
  readonly successReturnUrl?: string
  readonly failureReturnUrl?: string
  /** Unix seconds; `null` never ends. */
  readonly validTo: number | null
}

interface Entry {
  readonly id: string
  readonly order: OrderData
  /** The last part of the hosted page's address. */
  readonly short: string
  status: TransactionStatus
  /** Unix seconds, as `modified`. */
  readonly created: number
  modified: number
}

export interface TransactionEntry extends Entry {
  readonly kind: 'transaction'
  readonly source: 'api' | 'web'
  readonly paymentId: string
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  /** The hosted page wants to be entered by a form that holds {@link pageSession}. */
  readonly enteredByForm: boolean
  statusCode?: string
}

export interface PaymentEntry extends Entry {
  readonly kind: 'payment'
  readonly additionalDescription: string
  /** Empty = all. */
  readonly visibleMethod: readonly string[]
  readonly preselectMethodCode?: string
  isActive: boolean
  usedAt: number | null
  confirmVisitedAt: number | null
}

type Fresh<E extends Entry> = Omit<E, 'id' | 'short' | 'created' | 'modified' | 'kind'>

/** Every transaction and link made so far. What is read is current: past `validTo` an open one is cancelled (imoje: `validTo`). */
export interface Ledger {
  addTransaction(fresh: Omit<Fresh<TransactionEntry>, 'paymentId'> & { paymentId?: string }): TransactionEntry
  addPayment(fresh: Fresh<PaymentEntry>): PaymentEntry
  transaction(id: string): TransactionEntry | undefined
  payment(id: string): PaymentEntry | undefined
  page(short: string): TransactionEntry | PaymentEntry | undefined
  transactions(): readonly TransactionEntry[]
  payments(): readonly PaymentEntry[]
  transactionsOf(paymentId: string): readonly TransactionEntry[]
}

/** @param now epoch milliseconds on the mock's clock */
export function createLedger(random: Random, now: () => number): Ledger {
  const transactions = new Map<string, TransactionEntry>()
  const payments = new Map<string, PaymentEntry>()
  const pages = new Map<string, TransactionEntry | PaymentEntry>()
  const identity = () => {
    const at = Math.floor(now() / 1000)
    return { id: random.uuid(), short: random.short(), created: at, modified: at }
  }
  const current = <E extends TransactionEntry | PaymentEntry>(entry: E): E => {
    const { validTo } = entry.order
    if (validTo !== null && isOpen(entry) && isExpired(entry.order, now())) {
      entry.status = 'cancelled'
      entry.modified = validTo
      if (entry.kind === 'payment') entry.isActive = false
    }
    return entry
  }
  const find = <E extends TransactionEntry | PaymentEntry>(
    from: Map<string, E>,
    key: string,
  ): E | undefined => {
    const entry = from.get(key)
    return entry && current(entry)
  }
  const all = <E extends TransactionEntry | PaymentEntry>(from: Map<string, E>): E[] =>
    [...from.values()].map(current)

  return {
    addTransaction(fresh) {
      const paymentId = fresh.paymentId ?? random.uuid()
      const entry = { ...fresh, ...identity(), paymentId, kind: 'transaction' } as const
      transactions.set(entry.id, entry)
      pages.set(entry.short, entry)
      return entry
    },
    addPayment(fresh) {
      const entry = { ...fresh, ...identity(), kind: 'payment' } as const
      payments.set(entry.id, entry)
      pages.set(entry.short, entry)
      return entry
    },
    transaction: (id) => find(transactions, id),
    payment: (id) => find(payments, id),
    page: (short) => find(pages, short),
    transactions: () => all(transactions),
    payments: () => all(payments),
    transactionsOf: (paymentId) => all(transactions).filter((entry) => entry.paymentId === paymentId),
  }
}

export function isOpen({ status }: Pick<Entry, 'status'>): boolean {
  return status === 'new' || status === 'pending'
}

/** Whether its time to be paid was over at a moment, in epoch milliseconds (imoje: `validTo`). */
export function isExpired({ validTo }: OrderData, at: number): boolean {
  return validTo !== null && Math.floor(at / 1000) > validTo
}

/** What the form that enters a page has to bring. */
export function pageSession({ id }: Pick<Entry, 'id'>): string {
  return id.slice(-12)
}
