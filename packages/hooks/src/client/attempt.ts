import {
  consequenceOf,
  isSame,
  resolvePaymentEnd,
  type Answer,
  type AnswerName,
  type ChannelId,
  type Failure,
  type FailureMessage,
  type Order,
  type OrderPayment,
  type PaymentChannel,
  type PaymentEnd,
  type StartedPayment,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AttemptState, BlockedBecause } from './attempt-state.ts'
import type { ClientInternals } from './client-internals.ts'
import { integrationErrorOf } from './events.ts'
import type { SeenAnswer } from './observe.ts'

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
  /** The shopper left for a page and is here again, or still: asks what became of the payment. */
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
  refresh(): Promise<void>
  /** Takes in what an answer says of a channel and of imoje. */
  report(channel: ChannelId, name: AnswerName, seen: SeenAnswer): void
}

/** Who is still here this long after leaving for a page hasn't left. */
const leavingMs = 20_000

export function createAttempts(context: AttemptContext): Attempts {
  const { internals, getOrder, refresh, report } = context
  const { clock, gateway, page, randomId, events, ticker } = internals
  const state = createStore<AttemptState>(() => ({ status: 'idle' }))
  let running: Promise<AttemptState> | undefined
  /** An attempt whose end is unknown: the same channel and order go on with its key, so it can't become two payments. */
  let open: { readonly body: string; readonly key: string } | undefined
  /** The order that the shop said has changed: paying is blocked until the page shows another. */
  let outdated: Order | undefined
  let stopWaiting: (() => void) | undefined

  const to = (next: AttemptState): AttemptState => {
    stopWaiting?.()
    stopWaiting = undefined
    state.setState(next, true)
    events.emit({ type: 'attempt', orderId: getOrder().id, state: next })
    return next
  }

  const block = (because: BlockedBecause): AttemptState => to({ status: 'blocked', because })

  const findPayable = (): PaymentChannel | BlockedBecause =>
    outdated === getOrder() ? 'order-changed' : page.isOnline() ? context.findPayable() : 'offline'

  async function attempt(before: BeforePay | undefined): Promise<AttemptState> {
    const previous = state.getState()
    const order = getOrder()
    const chosen = findPayable()
    if (typeof chosen === 'string') return block(chosen)
    to({ status: 'starting', channel: chosen })
    let goesOn: boolean | void = false
    try {
      goesOn = await before?.()
    } finally {
      if (goesOn === false) to(previous)
    }
    if (goesOn === false) return previous
    await context.freshen()
    const channel = findPayable()
    if (typeof channel === 'string') return block(channel)
    // The shopper pressed "pay 100": a total that grew meanwhile must be seen first.
    if (!isSame(order, getOrder())) return block('order-changed')
    // Or chose another channel meanwhile: that is not what the button was pressed for.
    if (channel.id !== chosen.id) return to({ status: 'idle' })

    const body = `${channel.id} ${order.amount} ${order.currency}`
    if (open?.body !== body) open = { body, key: randomId() }
    const { key } = open
    return settle(channel, order, key, await gateway.startPayment({ order, channel, idempotencyKey: key }))
  }

  async function settle(
    channel: PaymentChannel,
    order: Order,
    key: string,
    answer: Answer<StartedPayment>,
  ): Promise<AttemptState> {
    const { action, statusCode }: Partial<StartedPayment> = answer.ok ? answer.value : {}
    const failure: Partial<Failure> = answer.ok ? {} : answer
    const name = nameAnswer(answer)
    const { integrationError } = consequenceOf(name)
    report(channel.id, name, answer)
    if (integrationError && !answer.ok) events.emit(integrationErrorOf('pay', answer))
    if (name === 'accepted' && action) {
      open = undefined
      if (action.type === 'transfer') return to({ status: 'transfer', channel, action, order })
      const leaving = to({ status: 'redirecting', channel, action })
      stopWaiting = ticker.waitUntil(clock.now() + leavingMs, () => void resume())
      return leaving
    }
    if (name === 'order-changed') {
      outdated = order
      void refresh()
    }
    // Every channel needs a page here: no BLIK code is sent.
    let end = resolvePaymentEnd(name, { ...failure, immediate: false })
    let asked: Partial<OrderPayment> = {}
    if (end === 'unknown') {
      // Nobody can pay what nobody got the address of: one question is enough.
      to({ status: 'checking', channel })
      // Where another attempt is open the question is about the order, and only "paid" ends it.
      const isOther = name === 'attempt-open'
      asked = await ask(isOther ? undefined : key)
      const { status = 'pending' } = asked
      if (status === 'paid') end = status
      else if (status !== 'pending' && !isOther) end = 'notCharged'
    }
    if (end !== 'unknown') open = undefined
    if (end === 'paid') return to({ status: end, transactionId: asked.transactionId })
    const { errors = [], amount, currency } = failure
    const message = pickMessage(name, end, errors.length > 0)
    return to({ status: 'failed', channel, answer: name, message, end, statusCode, errors, amount, currency })
  }

  const ask = async (idempotencyKey?: string): Promise<Partial<OrderPayment>> => {
    const answer = await gateway.getOrderPayment({ orderId: getOrder().id, idempotencyKey })
    return answer.ok ? answer.value : {}
  }

  async function resume(): Promise<void> {
    const leaving = state.getState()
    if (leaving.status !== 'redirecting') return
    const { status, transactionId } = await ask()
    if (state.getState() !== leaving) return
    const { channel } = leaving
    if (status === 'paid') to({ status, transactionId })
    else to(status === 'failed' || status === 'none' ? { status: 'idle' } : { status: 'open', channel })
  }

  return {
    state,
    pay: (before) => {
      const now = state.getState()
      // On its way or over: there is nothing more to pay.
      if (now.status === 'redirecting' || now.status === 'transfer' || now.status === 'paid')
        return Promise.resolve(now)
      running ??= attempt(before).finally(() => {
        running = undefined
      })
      return running
    },
    dismiss: () => {
      if (!running) to({ status: 'idle' })
    },
    resume,
  }
}

function nameAnswer(answer: Answer<StartedPayment>): AnswerName {
  if (!answer.ok) return answer.name
  const { status } = answer.value
  return status === 'rejected' || status === 'error' ? 'rejected' : 'accepted'
}

/**
 * The table's sentence, unless it would promise more than is known of the outcome, or a field says it better. Where the outcome
 * is unknown the page didn't open, for every channel has one here; only another attempt that is open may still charge.
 */
function pickMessage(name: AnswerName, end: PaymentEnd, hasFields: boolean): FailureMessage {
  const { message = 'couldNotStart', channel, gateway } = consequenceOf(name)
  if (name === 'attempt-open') return message
  if (end === 'unknown' && !channel && gateway !== 'down') return 'interrupted'
  return name === 'invalid-request' && hasFields ? 'checkFields' : message
}
