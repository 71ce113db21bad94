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

/** What a host does before a payment is sent. */
export type BeforePay = () => Promise<boolean | void> | boolean | void

export interface PayRequest {
  /** Saves or checks the host's own form first; `false` stops, nothing is sent. */
  readonly before?: BeforePay | undefined
  /** Six digits: BLIK is then confirmed in the bank's app, without a page. Other channels don't look at it. */
  readonly blikCode?: string | undefined
}

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

/** An attempt that ended without payment, or without our knowing (`end`). */
export interface FailedAttempt {
  readonly status: 'failed'
  /** The channel that was tried. */
  readonly channel: PaymentChannel
  /** The row of the answer table. */
  readonly answer: AnswerName
  /** The key of what the shopper is told. */
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
  /** With `orderChanged`: the currency of `amount`. */
  readonly currency?: string | undefined
}

/** The shopper is sent on, to a bank's or imoje's page. */
export type RedirectAction = PaymentAction & { readonly type: 'redirect' }
/** The shopper is given the details of a transfer to make. */
export type TransferAction = PaymentAction & { readonly type: 'transfer' }

/** An attempt as the shop's records need it: no address, no details of the payer. */
export interface AttemptSummary {
  /** How far it came. */
  readonly status: AttemptState['status']
  /** The channel tried, where the attempt has one. */
  readonly channel?: ChannelId | undefined
  /** Why paying couldn't start. */
  readonly because?: BlockedBecause | undefined
  /** imoje's id of the transaction. */
  readonly transactionId?: string | undefined
  /** The row of the answer table that a failed attempt ended with. */
  readonly answer?: AnswerName | undefined
  /** Whether the shopper was charged, as far as it is known. */
  readonly end?: FailedAttempt['end'] | undefined
  /** imoje's reason for a decline, such as `BLK-ERROR-210005`. */
  readonly statusCode?: string | undefined
  /** imoje's words on single fields (422). */
  readonly errors?: readonly FieldError[] | undefined
}

export function summarise(state: AttemptState): AttemptSummary {
  const whole: Whole = state
  const { status, channel, because, transactionId, answer, end, statusCode, errors } = whole
  return { status, channel: channel?.id, because, transactionId, answer, end, statusCode, errors }
}

/** Any state, with the fields of all. */
interface Whole extends Omit<AttemptSummary, 'channel'> {
  readonly channel?: PaymentChannel
}
