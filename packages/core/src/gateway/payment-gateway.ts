import type { DecodedCatalogue } from './decode.ts'
import type { Answer } from './answer.ts'
import type { PaymentAction } from './payment-action.ts'
import type { Order } from '../domain/order.ts'
import type { PaymentChannel } from '../domain/catalogue.ts'

/** The port between the kit and the shop's backend (contract A). `createHttpGateway` is the usual one. */
export interface PaymentGateway {
  /** Names what the gateway talks to, so that lists of two of them are never mixed up. */
  readonly key: string
  /** Reads what an order can be paid with. */
  listPaymentMethods(request: ListRequest): Promise<Answer<DecodedCatalogue>>
  /** Creates a transaction or a payment link, whichever the channel is paid by. */
  startPayment(request: PaymentRequest): Promise<Answer<StartedPayment>>
  /**
   * Makes a link to imoje's page with these methods, offered instead of a channel that failed. Without any method it asks
   * nobody and answers `invalid-request`: to imoje an empty list is every method.
   */
  createLink(request: LinkRequest): Promise<Answer<StartedPayment>>
  /** Asks what became of a transaction. */
  getTransaction(request: TransactionRequest): Promise<Answer<TransactionStatus>>
  /** Asks whether the order is paid, by the shop's own record. */
  getOrderPayment(request: OrderPaymentRequest): Promise<Answer<OrderPayment>>
}

/** Asks for what an order can be paid with. */
export interface ListRequest {
  readonly order: Order
  /** The language of names, such as `pl`. */
  readonly locale: string
  /** Past any cache of the backend's, after a 406. */
  readonly fresh?: boolean
}

/** Asks for a payment on one channel. */
export interface PaymentRequest {
  readonly order: Order
  /** The one the shopper chose. */
  readonly channel: PaymentChannel
  /** One for each attempt; the same again for the same attempt. */
  readonly idempotencyKey: string
  /** The six digits of a BLIK payment that is confirmed in the payer's app, without a page. */
  readonly blikCode?: string | undefined
}

/** Asks for a link to imoje's own page. */
export interface LinkRequest {
  readonly order: Order
  /** Methods of imoje's link list, at least one (`pickFallbackMethods`). */
  readonly visibleMethod: readonly string[]
  /** One for each attempt; the same again for the same attempt. */
  readonly idempotencyKey: string
}

/** A payment or a link that imoje has made. */
export interface StartedPayment {
  /** The transaction's or the link's id. */
  readonly id: string
  /** imoje's status of the transaction, such as `new` or `rejected`. */
  readonly status?: string | undefined
  /** imoje's reason for a decline that came at once, such as `BLK-ERROR-210005`. */
  readonly statusCode?: string | undefined
  /** Missing when the payment was over at once, or is confirmed in the payer's app. */
  readonly action?: PaymentAction | undefined
}

/** Asks about one transaction. */
export interface TransactionRequest {
  /** From `StartedPayment`. */
  readonly id: string
}

/** What imoje says of a transaction now. */
export interface TransactionStatus {
  /** The one that was asked about. */
  readonly id: string
  /** Such as `pending`, `settled` or `rejected`; an open list. */
  readonly status?: string | undefined
  /** Why it was refused, for `describeDecline`. */
  readonly statusCode?: string | undefined
}

/** Asks about an order, or one attempt to pay it. */
export interface OrderPaymentRequest {
  /** The shop's own id. */
  readonly orderId: string
  /** With it the answer is about that attempt. */
  readonly idempotencyKey?: string | undefined
}

/** The shop's record of an order's payment. */
export interface OrderPayment {
  /** `none`: the shop knows of no payment. */
  readonly status: 'none' | 'pending' | 'paid' | 'failed'
  /** Of the payment it is about, where one is known. */
  readonly transactionId?: string | undefined
}
