import {
  consequenceOf,
  isImmediate,
  isSame,
  resolvePaymentEnd,
  type Answer,
  type AnswerName,
  type Failure,
  type Order,
  type PaymentChannel,
  type StartedPayment,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AttemptState, BlockedBecause } from './attempt-state.ts'
import type { ClientInternals } from './client-internals.ts'
import { integrationErrorOf } from './events.ts'
import { observePayment } from './observe.ts'

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

/** What attempts need of the checkout they belong to. */
export interface AttemptContext {
  readonly internals: ClientInternals
  getOrder(): Order
  /** The chosen channel, checked for this very moment, or why it can't be paid with. */
  findPayable(): PaymentChannel | BlockedBecause
  /** Asks for a fresher list if the one at hand is old, but doesn't wait for long. */
  freshen(): Promise<void>
  refresh(fresh?: boolean): Promise<void>
}

export function createAttempts(context: AttemptContext): Attempts {
  const { gateway, randomId, events } = context.internals
  const state = createStore<AttemptState>(() => ({ status: 'idle' }))
  let running: Promise<AttemptState> | undefined
  /** An attempt whose end is unknown: the same channel and order go on with its key, so it can't become two payments. */
  let open: { readonly body: string; readonly key: string } | undefined
  /** What the shop said the order costs; paying stays blocked until the page says the same. */
  let told: Failure | undefined

  const to = (next: AttemptState): AttemptState => {
    state.setState(next, true)
    events.emit({ type: 'attempt', orderId: context.getOrder().id, state: next })
    return next
  }

  function findPayable(): PaymentChannel | BlockedBecause {
    const { amount, currency } = context.getOrder()
    const isStale = (told?.amount ?? amount) !== amount || (told?.currency ?? currency) !== currency
    return isStale ? 'order-changed' : context.findPayable()
  }

  async function attempt(before: BeforePay | undefined): Promise<AttemptState> {
    const chosen = findPayable()
    if (typeof chosen === 'string') return to({ status: 'blocked', because: chosen })
    to({ status: 'starting', channel: chosen })
    const seen = context.getOrder()
    if ((await before?.()) === false) return to({ status: 'idle' })
    await context.freshen()
    const channel = findPayable()
    const order = context.getOrder()
    if (typeof channel === 'string') return to({ status: 'blocked', because: channel })
    // The shopper pressed "pay 100": a total that grew meanwhile must be seen first.
    if (!isSame(seen, order)) return to({ status: 'blocked', because: 'order-changed' })

    const body = `${channel.id} ${order.amount} ${order.currency}`
    if (open?.body !== body) open = { body, key: randomId() }
    const { key } = open
    const answer = await gateway.startPayment({ order, channel, idempotencyKey: key })
    const name = nameAnswer(answer)
    observePayment(context.internals, channel.id, name, answer)
    const does = consequenceOf(name)
    if (does.refetch) void context.refresh(true)
    if (does.integrationError && !answer.ok) events.emit(integrationErrorOf('pay', answer))
    if (name !== 'accepted' || !answer.ok || !answer.value.action) return end(channel, name, answer, key)
    open = undefined
    const { action } = answer.value
    return to(
      action.type === 'redirect'
        ? { status: 'redirecting', channel, action }
        : { status: 'transfer', channel, action },
    )
  }

  async function end(
    channel: PaymentChannel,
    name: AnswerName,
    answer: Answer<StartedPayment>,
    key: string,
  ): Promise<AttemptState> {
    const failure = answer.ok ? undefined : answer
    let payment = resolvePaymentEnd(name, { ...failure, immediate: isImmediate(channel.method, undefined) })
    let transactionId: string | undefined
    if (name === 'order-changed') {
      told = failure
      void context.refresh()
    }
    if (payment === 'unknown') {
      // Nobody can pay what nobody got the address of: one question is enough where paying needs a page.
      to({ status: 'checking', channel })
      const asked = await gateway.getOrderPayment({ orderId: context.getOrder().id, idempotencyKey: key })
      if (asked.ok && asked.value.status !== 'pending')
        payment = asked.value.status === 'paid' ? 'paid' : 'notCharged'
      transactionId = asked.ok ? asked.value.transactionId : undefined
    }
    if (payment !== 'unknown') open = undefined
    if (payment === 'paid') return to({ status: 'paid', transactionId })
    return to({
      status: 'failed',
      channel,
      answer: name,
      message: consequenceOf(name).message ?? 'couldNotStart',
      end: payment,
      statusCode: answer.ok ? answer.value.statusCode : undefined,
      errors: failure?.errors ?? [],
      amount: failure?.amount,
      currency: failure?.currency,
    })
  }

  return {
    state,
    pay: (before) =>
      (running ??= attempt(before).finally(() => {
        running = undefined
      })),
    dismiss: () => {
      if (!running) to({ status: 'idle' })
    },
    resume: async () => {
      const asked = await gateway.getOrderPayment({ orderId: context.getOrder().id })
      if (running) return
      const isPaid = asked.ok && asked.value.status === 'paid'
      to(isPaid ? { status: 'paid', transactionId: asked.value.transactionId } : { status: 'idle' })
    },
  }
}

function nameAnswer(answer: Answer<StartedPayment>): AnswerName {
  if (!answer.ok) return answer.name
  const { status } = answer.value
  return status === 'rejected' || status === 'error' ? 'rejected' : 'accepted'
}
