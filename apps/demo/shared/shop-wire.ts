import type { Customer } from './customer.ts'

/** JSON between the shop's page and its backend. Amounts are minor units (grosze), times epoch milliseconds. */

export type ProductId = 'beans' | 'dripper' | 'filters' | 'grinder'

export interface OrderLine {
  readonly product: ProductId
  /** 0: not in the cart, but offered beside it. */
  readonly quantity: number
  readonly unitPrice: number
  readonly total: number
}

export interface ShopOrderView {
  readonly id: string
  readonly currency: string
  readonly lines: readonly OrderLine[]
  readonly delivery: number
  readonly total: number
  readonly customer: Customer
  readonly isPaid: boolean
  /** Paid, but something was added after the payment had started: it waits in a new order. */
  readonly hasLeftovers: boolean
  /** Paid in though the order was paid already: the shop owes it to the shopper. */
  readonly toRefund: number
}

/** What the page has to know before it draws anything. */
export interface ShopConfig {
  /** Origins, beside imoje's own, that a payment may lead to. */
  readonly trustedOrigins: readonly string[]
  /** Whether imoje is the imitation, so that things can be broken. */
  readonly canBreak: boolean
  readonly clockOffsetMs: number
}

/** Most pieces of one product in a cart. */
export const mostPieces = 5

/** What the panel shows of the imitation, and of the shop's backend. */
export interface DemoState {
  readonly scenario: string
  readonly scenarios: readonly { readonly name: string; readonly says: string }[]
  readonly clockOffsetMs: number
  /** Requests for the list of payment methods that reached the shop's backend. */
  readonly listRequests: number
  readonly channels: readonly DemoChannel[]
  readonly journal: readonly DemoJournalEntry[]
}

export interface DemoChannel {
  readonly method: string
  readonly code: string
  readonly label: string
  readonly isOnline: boolean
}

/** A request that reached the imitation. Its path stays behind: it names the merchant. */
export interface DemoJournalEntry {
  readonly at: number
  readonly method: string
  readonly route: string
  readonly status: number | null
  /** What it was about, such as `pbl/mtransfer`. */
  readonly subject: string
}
