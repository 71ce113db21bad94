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
}

export interface StartedPayment {
  /** The transaction's or the link's id. */
  readonly id: string
  /** imoje's status of the transaction, such as `new` or `rejected`. */
  readonly status?: string | undefined
  readonly statusCode?: string | undefined
  /** Missing only when the payment was over at once. */
  readonly action?: PaymentAction | undefined
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
