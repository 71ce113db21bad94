import type {
  AnswerName,
  ChannelId,
  Decline,
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
  | 'blik-code'

/** What follows when a channel doesn't answer: imoje's own page is offered, opened at once, or neither. */
export type FallbackPolicy = 'offer' | 'redirect' | 'none'

/** Where the attempt to pay stands. */
export type AttemptState =
  | { readonly status: 'idle' }
  | { readonly status: 'blocked'; readonly because: BlockedBecause }
  | { readonly status: 'starting'; readonly channel: PaymentChannel }
  /** The channel doesn't answer: imoje's own page is being opened instead. */
  | { readonly status: 'linking'; readonly channel: PaymentChannel }
  /** The outcome is unknown and is being asked for: don't pay again yet. */
  | { readonly status: 'checking'; readonly channel: PaymentChannel }
  /** The shopper confirms in the bank's app; asked for until then (epoch milliseconds). */
  | { readonly status: 'confirming'; readonly channel: PaymentChannel; readonly until: number }
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
  /** Why the payment was declined, where that was its end. */
  readonly decline?: Decline | undefined
  /** imoje's `statusCode` of a payment that was declined, such as `BLK-ERROR-210005`. */
  readonly statusCode?: string | undefined
  /** Whether imoje's own page may be offered instead, if any method is left to be shown there. */
  readonly offersLink: boolean
  /** imoje's words on single fields (422). */
  readonly errors: readonly FieldError[]
  /** With `orderChanged`: what the order costs now, in minor units. */
  readonly amount?: number | undefined
  readonly currency?: string | undefined
}

export type RedirectAction = PaymentAction & { readonly type: 'redirect' }
export type TransferAction = PaymentAction & { readonly type: 'transfer' }

/** An attempt as the shop's records need it: no address, no details of the payer. */
export interface AttemptSummary {
  readonly status: AttemptState['status']
  readonly channel?: ChannelId | undefined
  readonly because?: BlockedBecause | undefined
  readonly transactionId?: string | undefined
  readonly answer?: AnswerName | undefined
  readonly end?: FailedAttempt['end'] | undefined
  readonly statusCode?: string | undefined
  readonly errors?: readonly FieldError[] | undefined
}

export function summarise(state: AttemptState): AttemptSummary {
  const { status } = state
  if (status === 'blocked') return { status, because: state.because }
  if (status === 'paid') return { status, transactionId: state.transactionId }
  if (status === 'idle') return { status }
  const channel = state.channel.id
  if (status !== 'failed') return { status, channel }
  const { answer, end, statusCode, errors } = state
  return { status, channel, answer, end, statusCode, errors }
}
