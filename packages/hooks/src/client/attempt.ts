import {
  consequenceOf,
  isImmediate,
  isSelectable,
  resolvePaymentEnd,
  type AnswerName,
  type Answer,
  type ChannelId,
  type Failure,
  type FailureMessage,
  type FieldError,
  type PaymentAction,
  type PaymentChannel,
  type StartedPayment,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Checkout } from './checkout.ts'

/** Why paying can't start right now. Nothing was sent. */
export type BlockedBecause =
  | 'nothing-chosen'
  | 'channel-not-chosen'
  | 'unavailable'
  | 'gateway'
  | 'paused'
  | 'order-changed'

/** Where the attempt to pay stands. */
export type AttemptState =
  | { readonly status: 'idle' }
  | { readonly status: 'blocked'; readonly because: BlockedBecause }
  | { readonly status: 'starting'; readonly channel: PaymentChannel }
  /** The outcome is unknown and is being asked for: don't pay again yet. */
  | { readonly status: 'checking'; readonly channel: PaymentChannel }
  | {
      readonly status: 'redirecting'
      readonly channel: PaymentChannel
      readonly action: PaymentAction & { readonly type: 'redirect' }
    }
  | {
      readonly status: 'transfer'
      readonly channel: PaymentChannel
      readonly action: PaymentAction & { readonly type: 'transfer' }
    }
  | { readonly status: 'paid'; readonly transactionId?: string | undefined }
  | {
      readonly status: 'failed'
      readonly channel: PaymentChannel
      readonly message: FailureMessage
      /** `notCharged` only where that is known. */
      readonly end: 'notCharged' | 'unknown'
      /** imoje's words on single fields (422). */
      readonly errors: readonly FieldError[]
      /** The shop's `order-changed`: what the order costs now. */
      readonly order?: Failure['order']
    }

/** What a host does before a payment is sent. */
export type BeforePay = () => Promise<boolean | void> | boolean | void

/** The attempts to pay one order: at most one at a time, each with its own idempotency key. */
export interface Attempts {
  readonly state: StoreApi<AttemptState>
  /**
   * Pays with the chosen channel. A second call while one is under way is the same attempt.
   * @param before saves or checks the host's own form first; `false` stops, nothing is sent
   */
  pay(before?: BeforePay): Promise<AttemptState>
  /** Forgets how the last attempt ended, to let the shopper choose again. */
  dismiss(): void
  /** The shopper came Back from the bank to a page that had been kept: asks what became of the payment. */
  resume(): Promise<void>
}

export function createAttempts(getCheckout: () => Checkout): Attempts {
  const state = createStore<AttemptState>(() => ({ status: 'idle' }))
  let running: Promise<AttemptState> | undefined
  /** An attempt whose end is unknown: the same channel goes on with its key, so that it can't become two payments. */
  let open: { readonly channel: ChannelId; readonly key: string; readonly body: string } | undefined
  /** What the shop said the order costs; paying stays blocked until the page says the same. */
  let told: Failure['order']

  const to = (next: AttemptState): AttemptState => {
    state.setState(next, true)
    return next
  }

  function findBlock(): BlockedBecause | PaymentChannel {
    const checkout = getCheckout()
    const { method, channel: chosen } = checkout.selection.getState()
    const availability = chosen && checkout.resolveNow(chosen)
    const channel = chosen && checkout.findChannel(chosen)
    const view = checkout.getView()
    const { amount, currency } = checkout.getOrder()
    if ((told?.amount ?? amount) !== amount || (told?.currency ?? currency) !== currency)
      return 'order-changed'
    if (view.gateway.status !== 'up' && view.gateway.status !== 'offline') return 'gateway'
    if (view.pausedUntil !== undefined) return 'paused'
    if (!chosen) return method ? 'channel-not-chosen' : 'nothing-chosen'
    return channel && availability && isSelectable(availability) ? channel : 'unavailable'
  }

  async function attempt(before: BeforePay | undefined): Promise<AttemptState> {
    const checkout = getCheckout()
    const chosen = findBlock()
    if (typeof chosen === 'string') return to({ status: 'blocked', because: chosen })
    to({ status: 'starting', channel: chosen })
    if ((await before?.()) === false) return to({ status: 'idle' })
    await freshenList(checkout)
    const channel = findBlock()
    if (typeof channel === 'string') return to({ status: 'blocked', because: channel })

    const order = checkout.getOrder()
    const body = `${order.amount} ${order.currency}`
    if (open?.channel !== channel.id || open.body !== body)
      open = { channel: channel.id, key: checkout.client.internals.randomId(), body }
    const { key } = open
    emit('started', channel)
    const answer = await checkout.client.internals.gateway.startPayment({
      order,
      channel,
      idempotencyKey: key,
    })
    return settle(channel, key, answer)
  }

  async function settle(
    channel: PaymentChannel,
    key: string,
    answer: Answer<StartedPayment>,
  ): Promise<AttemptState> {
    const checkout = getCheckout()
    const name = nameAnswer(answer)
    emit('answered', channel, { answer: name })
    const { sentAt, at, status } = answer
    const failure = answer.ok ? undefined : answer
    checkout.observe({ channel: channel.id, name, status, sentAt, at, retryAfterMs: failure?.retryAfterMs })
    if (failure && consequenceOf(name).integrationError)
      checkout.client.internals.events.emit({
        type: 'integration-error',
        during: 'pay',
        answer: name,
        ...failure.detail,
      })
    if (answer.ok && answer.value.action && name === 'accepted') {
      open = undefined
      const { action } = answer.value
      return action.type === 'redirect'
        ? to({ status: 'redirecting', channel, action })
        : to({ status: 'transfer', channel, action })
    }
    const immediate = isImmediate(channel.method, undefined)
    const end = resolvePaymentEnd(name, { status: failure?.status, readable: failure?.readable, immediate })
    const message = consequenceOf(name).message ?? 'couldNotStart'
    const failed = { status: 'failed', channel, message, errors: failure?.errors ?? [] } as const
    if (name === 'order-changed') changed(failure)
    if (end !== 'unknown') open = undefined
    if (end === 'paid') return finish(channel, { status: 'paid' })
    if (end === 'notCharged') return finish(channel, { ...failed, end, order: failure?.order })
    to({ status: 'checking', channel })
    return finish(channel, await askWhatBecame(failed, key))
  }

  /** Nobody can pay what nobody got the address of: one question is enough where paying needs a page. */
  async function askWhatBecame(
    failed: Omit<AttemptState & { status: 'failed' }, 'end' | 'order'>,
    key: string,
  ): Promise<AttemptState> {
    const { client, getOrder } = getCheckout()
    const asked = await client.internals.gateway.getOrderPayment({
      orderId: getOrder().id,
      idempotencyKey: key,
    })
    if (!asked.ok || asked.value.status === 'pending') return { ...failed, end: 'unknown' }
    open = undefined
    if (asked.value.status === 'paid') return { status: 'paid', transactionId: asked.value.transactionId }
    return { ...failed, end: 'notCharged' }
  }

  function changed(failure: Failure | undefined): void {
    told = failure?.order
    void getCheckout().refresh()
  }

  function finish(channel: PaymentChannel, next: AttemptState): AttemptState {
    const end = next.status === 'failed' ? next.end : 'paid'
    emit('ended', channel, { end })
    return to(next)
  }

  function emit(
    phase: 'started' | 'answered' | 'ended',
    channel: PaymentChannel,
    more: { readonly answer?: AnswerName; readonly end?: 'notCharged' | 'unknown' | 'paid' } = {},
  ): void {
    const { client, getOrder } = getCheckout()
    client.internals.events.emit({
      type: 'attempt',
      orderId: getOrder().id,
      channel: channel.id,
      phase,
      ...more,
    })
  }

  return {
    state,
    pay: (before) => {
      running ??= attempt(before).finally(() => {
        running = undefined
      })
      return running
    },
    dismiss: () => {
      if (!running) to({ status: 'idle' })
    },
    resume: async () => {
      const { client, getOrder } = getCheckout()
      const asked = await client.internals.gateway.getOrderPayment({ orderId: getOrder().id })
      if (running) return
      to(
        asked.ok && asked.value.status === 'paid'
          ? { status: 'paid', transactionId: asked.value.transactionId }
          : { status: 'idle' },
      )
    },
  }
}

/** Asks for a fresher list, but not for long: the choice is checked against what is known by then. */
async function freshenList(checkout: Checkout): Promise<void> {
  const { clock, policy } = checkout.client.internals
  if (!checkout.isListOld()) return
  let cancel: (() => void) | undefined
  await Promise.race([
    checkout.refresh(),
    new Promise<void>((resolve) => {
      cancel = clock.setTimer(resolve, policy.listWaitBeforePayingMs)
    }),
  ])
  cancel?.()
}

function nameAnswer(answer: Answer<StartedPayment>): AnswerName {
  if (!answer.ok) return answer.name
  const { status } = answer.value
  return status === 'rejected' || status === 'error' ? 'rejected' : 'accepted'
}
