import type {
  AnswerName,
  FailureMessage,
  FieldError,
  Order,
  PaymentAction,
  PaymentChannel,
} from '@tillkit/core'

/** Why paying can't start right now. Nothing was sent. */
export type BlockedBecause =
  | 'nothing-chosen'
  | 'channel-not-chosen'
  | 'unavailable'
  | 'gateway'
  | 'paused'
  | 'offline'
  | 'order-changed'

/** Where the attempt to pay stands. */
export type AttemptState =
  | { readonly status: 'idle' }
  | { readonly status: 'blocked'; readonly because: BlockedBecause }
  | { readonly status: 'starting'; readonly channel: PaymentChannel }
  /** The outcome is unknown and is being asked for: don't pay again yet. */
  | { readonly status: 'checking'; readonly channel: PaymentChannel }
  | { readonly status: 'redirecting'; readonly channel: PaymentChannel; readonly action: RedirectAction }
  /** Still here, or back from the bank, and not paid: the page there can still be paid on. */
  | { readonly status: 'open'; readonly channel: PaymentChannel }
  | {
      readonly status: 'transfer'
      readonly channel: PaymentChannel
      readonly action: TransferAction
      /** What was sent: the amount to transfer, whatever the cart says by now. */
      readonly order: Order
    }
  | { readonly status: 'paid'; readonly transactionId?: string | undefined }
  | FailedAttempt

export interface FailedAttempt {
  readonly status: 'failed'
  readonly channel: PaymentChannel
  /** The row of the answer table. */
  readonly answer: AnswerName
  readonly message: FailureMessage
  /** `notCharged` only where that is known. */
  readonly end: 'notCharged' | 'unknown'
  /** imoje's `statusCode` of a payment that was declined at once, such as `BLK-ERROR-210005`. */
  readonly statusCode?: string | undefined
  /** imoje's words on single fields (422). */
  readonly errors: readonly FieldError[]
  /** With `orderChanged`: what the order costs now, in minor units. */
  readonly amount?: number | undefined
  readonly currency?: string | undefined
}

export type RedirectAction = PaymentAction & { readonly type: 'redirect' }
export type TransferAction = PaymentAction & { readonly type: 'transfer' }
