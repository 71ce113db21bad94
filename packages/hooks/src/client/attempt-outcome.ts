import {
  consequenceOf,
  resolvePaymentEnd,
  type Answer,
  type AnswerName,
  type Failure,
  type Order,
  type PaymentChannel,
  type StartedPayment,
} from '@tillkit/core'
import type { OpenAttempt } from '../store/memory.ts'
import type { AttemptInquiry } from './attempt-inquiry.ts'
import { hostedPage, type AttemptContext, type AttemptLedger } from './attempt-ledger.ts'
import type { AttemptState } from './attempt-state.ts'
import { integrationErrorOf } from './events.ts'
import { buildFailure, nameAnswer } from './failure.ts'
import { createPoll } from './poll.ts'

/** A payment that was sent, and what came back. */
export interface Answered {
  readonly attempt: OpenAttempt
  readonly channel: PaymentChannel
  readonly order: Order
  readonly answer: Answer<StartedPayment>
}

/** What becomes of a payment that was sent. */
export interface AttemptOutcome {
  settle(answered: Answered): Promise<AttemptState>
  /** Asks, or goes on asking, how an attempt ended. */
  inquire(attempt: OpenAttempt): Promise<AttemptState>
  finish(transactionId?: string): AttemptState
  fail(attempt: OpenAttempt, name: AnswerName, end: 'notCharged' | 'unknown'): AttemptState
  /** Leaves what is being asked for; its state stays. */
  stop(): void
}

/** @param onOutdated the shop said that this order has changed */
export function createAttemptOutcome(
  { internals, report, refresh }: AttemptContext,
  { to, forget, channelOf, state, isWatched }: AttemptLedger,
  { askAttempt, askOrder }: AttemptInquiry,
  onOutdated: (order: Order) => void,
): AttemptOutcome {
  const { clock, events, policy, fallback, memory } = internals
  const poll = createPoll(clock, policy)
  /** What the answer said to the attempt that is being asked about. */
  let said:
    | { readonly key: string; readonly name: AnswerName; readonly failure: Partial<Failure> }
    | undefined

  async function settle({ attempt, channel, order, answer }: Answered): Promise<AttemptState> {
    const name = nameAnswer(answer)
    const isLink = channel === hostedPage
    // What the shop repeats from its record settles the attempt, and says nothing of imoje now.
    if (!answer.ageMs) report(isLink ? undefined : channel.id, name, answer)
    said = undefined
    if (answer.ok && name === 'accepted') {
      const { action } = answer.value
      if (!isLink) memory.keepLastUsed(channel.id)
      if (action?.type === 'transfer') return to({ status: 'transfer', channel, action, order })
      // A new object each time, for each is followed once; a gateway may give the very same again.
      return action ? to({ status: 'redirecting', channel, action: { ...action } }) : inquire(attempt)
    }
    const failure: Partial<Failure> = answer.ok ? {} : answer
    if (!answer.ok && consequenceOf(name).integrationError) events.emit(integrationErrorOf('pay', answer))
    if (name === 'order-changed') {
      onOutdated(order)
      void refresh()
    }
    const end = resolvePaymentEnd(name, { ...failure, immediate: attempt.immediate })
    // Sent again after its page was handed out: what is true of this request isn't of the page.
    if (end === 'unknown' || (attempt.answered && end === 'notCharged')) {
      said = { key: attempt.key, name, failure }
      return inquire(attempt)
    }
    if (end === 'paid') return finish()
    return fail(attempt, name, end, failure, answer.ok ? answer.value.statusCode : undefined)
  }

  /**
   * Again and again where the payment may charge without a page; else once, for nobody can pay what nobody got the address of.
   */
  async function inquire(attempt: OpenAttempt): Promise<AttemptState> {
    const { name, failure } =
      said?.key === attempt.key
        ? said
        : { name: attempt.answered ? ('accepted' as const) : ('timeout' as const), failure: {} }
    const channel = channelOf(attempt)
    const isAccepted = name === 'accepted'
    const until = attempt.at + policy.blikWaitMs
    to(isAccepted ? { status: 'confirming', channel, until } : { status: 'checking', channel })
    if (!isWatched()) return state.getState()
    // Where another attempt is open the question is about the order.
    const isOther = name === 'attempt-open'
    const ask = () => (isOther ? askOrder(attempt.orderId) : askAttempt(attempt))
    const end = attempt.immediate || isOther ? await poll.until(attempt.at, ask) : await ask()
    if (end === 'stopped' || !isWatched()) return state.getState()
    if (!end || end === 'late') return fail(attempt, isAccepted ? 'timeout' : name, 'unknown', failure)
    if (end.status === 'paid') return finish(end.transactionId)
    // Of a payment that began and came to nothing that is said, unless the answer to it said more.
    const isDeclined = end.status === 'failed' && consequenceOf(name).message === 'unknown'
    return fail(attempt, isAccepted || isDeclined ? 'rejected' : name, 'notCharged', failure, end.statusCode)
  }

  function finish(transactionId?: string): AttemptState {
    if (isWatched()) forget()
    return to({ status: 'paid', transactionId })
  }

  function fail(
    attempt: OpenAttempt,
    name: AnswerName,
    end: 'notCharged' | 'unknown',
    answer: Partial<Failure> = {},
    statusCode?: string,
  ): AttemptState {
    if (end === 'notCharged') forget(attempt)
    const { immediate } = attempt
    return to(
      buildFailure({ name, channel: channelOf(attempt), end, immediate, fallback, statusCode, answer }),
    )
  }

  return { settle, inquire, finish, fail, stop: poll.stop }
}
