import {
  consequenceOf,
  describeDecline,
  type Answer,
  type AnswerName,
  type Failure,
  type FailureMessage,
  type PaymentChannel,
  type StartedPayment,
} from '@tillkit/core'
import { hostedPage } from './attempt-ledger.ts'
import type { FailedAttempt, FallbackPolicy } from './attempt-state.ts'

/** The row of the answer table for what came back for a payment. */
export function nameAnswer(answer: Answer<StartedPayment>): AnswerName {
  if (!answer.ok) return answer.name
  const { status } = answer.value
  return status === 'rejected' || status === 'error' ? 'rejected' : 'accepted'
}

export interface FailureFacts {
  readonly name: AnswerName
  readonly channel: PaymentChannel
  readonly end: FailedAttempt['end']
  /** Whether it charges without a page. */
  readonly immediate: boolean
  readonly fallback: FallbackPolicy
  readonly statusCode?: string | undefined
  readonly answer: Partial<Failure>
}

export function buildFailure(facts: FailureFacts): FailedAttempt {
  const { channel, end, statusCode, immediate } = facts
  const { errors = [], amount, currency, ageMs } = facts.answer
  const does = consequenceOf(facts.name)
  // Repeated from the shop's record: imoje, or the channel, was away when it was said.
  const isOld = !!ageMs && (does.channel === 'failed' || does.gateway === 'down')
  const name = isOld ? '400' : facts.name
  const message = pickMessage({ ...facts, name }, errors.length > 0)
  const isFailing = consequenceOf(name).channel === 'failed' && channel !== hostedPage
  return {
    status: 'failed',
    channel,
    answer: facts.name,
    message,
    end,
    decline: message === 'declined' ? describeDecline(statusCode) : undefined,
    statusCode,
    errors,
    amount,
    currency,
    offersLink: isFailing && facts.fallback !== 'none' && (end === 'notCharged' || !immediate),
  }
}

/**
 * The table's sentence, unless it would promise more than is known of the outcome, or a field says it better. Where a page is
 * needed an unknown outcome means that it didn't open; without one, or with another attempt open, it may still charge.
 */
function pickMessage({ name, end, immediate }: FailureFacts, hasFields: boolean): FailureMessage {
  const { message = 'couldNotStart' } = consequenceOf(name)
  if (end === 'unknown' && (immediate || name === 'attempt-open')) return 'unknown'
  if (end === 'unknown' && vague.has(message)) return 'interrupted'
  return name === 'invalid-request' && hasFields ? 'checkFields' : message
}

/** What is better said of a page that didn't open: that it didn't. The others say what to do about it. */
const vague: ReadonlySet<FailureMessage> = new Set(['couldNotStart', 'checkFields', 'unknown'])
