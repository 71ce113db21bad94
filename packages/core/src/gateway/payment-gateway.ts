import type { DecodedCatalogue } from './decode.ts'
import type { Answer } from './answer.ts'
import type { PaymentAction } from './payment-action.ts'
import type { Order } from '../domain/order.ts'
import type { PaymentChannel } from '../domain/catalogue.ts'

/** The port between the kit and the shop's backend (contract A). `createHttpGateway` is the usual one. */
export interface PaymentGateway {
  /** Names what the gateway talks to, so that lists of two of them are never mixed up. */
  readonly key: string
  listPaymentMethods(request: ListRequest): Promise<Answer<DecodedCatalogue>>
  /** Creates a transaction or a payment link, whichever the channel is paid by. */
  startPayment(request: PaymentRequest): Promise<Answer<StartedPayment>>
  /**
   * Makes a link to imoje's page with these methods, offered instead of a channel that failed. Without any method it asks
   * nobody and answers `invalid-request`: to imoje an empty list is every method.
   */
  createLink(request: LinkRequest): Promise<Answer<StartedPayment>>
  getTransaction(request: TransactionRequest): Promise<Answer<TransactionStatus>>
  getOrderPayment(request: OrderPaymentRequest): Promise<Answer<OrderPayment>>
}

export interface ListRequest {
  readonly order: Order
  readonly locale: string
  /** Past any cache of the backend's, after a 406. */
  readonly fresh?: boolean
}

export interface PaymentRequest {
  readonly order: Order
  readonly channel: PaymentChannel
  /** One for each attempt; the same again for the same attempt. */
  readonly idempotencyKey: string
  /** The six digits of a BLIK payment that is confirmed in the payer's app, without a page. */
  readonly blikCode?: string | undefined
}

export interface LinkRequest {
  readonly order: Order
  /** Methods of imoje's link list, at least one (`pickFallbackMethods`). */
  readonly visibleMethod: readonly string[]
  /** One for each attempt; the same again for the same attempt. */
  readonly idempotencyKey: string
}

export interface StartedPayment {
  /** The transaction's or the link's id. */
  readonly id: string
  /** imoje's status of the transaction, such as `new` or `rejected`. */
  readonly status?: string | undefined
  readonly statusCode?: string | undefined
  /** Missing when the payment was over at once, or is confirmed in the payer's app. */
  readonly action?: PaymentAction | undefined
}

export interface TransactionRequest {
  readonly id: string
}

/** What imoje says of a transaction now. */
export interface TransactionStatus {
  readonly id: string
  /** Such as `pending`, `settled` or `rejected`; an open list. */
  readonly status?: string | undefined
  /** Why it was refused, for `describeDecline`. */
  readonly statusCode?: string | undefined
}

export interface OrderPaymentRequest {
  readonly orderId: string
  /** With it the answer is about that attempt. */
  readonly idempotencyKey?: string | undefined
}

/** The shop's record of an order's payment. */
export interface OrderPayment {
  readonly status: 'none' | 'pending' | 'paid' | 'failed'
  readonly transactionId?: string | undefined
}
