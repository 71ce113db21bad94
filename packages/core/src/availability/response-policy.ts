import type { FailureMessage } from '../domain/failure-message.ts'
import { isProblemType, problemTypes, type ProblemType } from '../domain/problem.ts'
import type { ChannelReport } from './report.ts'

/**
 * What an answer is called in the rules' table. `5xx` is any other status from 500 up, `4xx` any other below; `rejected` is
 * a success whose transaction is over at once.
 */
export type AnswerName = keyof typeof answers | ProblemType

/** What one answer does: to the channel, to imoje as a whole, to the shopper, to the merchant. */
export interface Consequence {
  /** What is reported of the channel, where the answer tells something of it. */
  readonly channel?: ChannelReport['outcome']
  /** `down` opens the gateway's circuit, `up` closes it; `misconfigured` lasts until a reload. */
  readonly gateway?: 'up' | 'down' | 'misconfigured' | undefined
  /** Reads the list again, past any cache. */
  readonly refetch?: true
  /** Paying pauses for `Retry-After`. */
  readonly pauses?: true
  /** What the shopper is told. */
  readonly message?: FailureMessage
  /** The merchant's developers must act: the event carries the details. */
  readonly integrationError?: true | undefined
}

/** The answer table for creating a transaction or a link. imoje: response codes. */
const answers: {
  readonly [
    Name in
      | 'accepted'
      | 'rejected'
      | '400'
      | '401'
      | '403'
      | '404'
      | '406'
      | '422'
      | '429'
      | '4xx'
      | '500'
      | '5xx'
      | '502'
      | '503'
      | '504'
      | 'timeout'
      | 'lost'
      | 'offline'
      | 'unreadable'
  ]: Consequence
} = {
  accepted: { channel: 'succeeded', gateway: 'up' },
  rejected: { gateway: 'up', message: 'declined' },
  '400': { message: 'couldNotStart', integrationError: true },
  '401': { gateway: 'misconfigured', message: 'misconfigured', integrationError: true },
  '403': { gateway: 'misconfigured', message: 'misconfigured', integrationError: true },
  '404': { message: 'couldNotStart', integrationError: true },
  '406': { channel: 'refused', refetch: true, message: 'switchedOff' },
  '422': { message: 'checkFields' },
  '429': { pauses: true, message: 'wait' },
  '4xx': { message: 'couldNotStart', integrationError: true },
  '500': { channel: 'failed', message: 'notAnswering' },
  '5xx': { channel: 'failed', message: 'notAnswering' },
  '502': { gateway: 'down', message: 'gatewayDown' },
  '503': { gateway: 'down', message: 'gatewayDown' },
  '504': { gateway: 'down', message: 'gatewayDown' },
  timeout: { message: 'unknown' },
  lost: { message: 'unknown' },
  offline: { message: 'offline' },
  unreadable: { message: 'unknown', integrationError: true },
}

/** What an answer to a POST does. The shop's problem bodies trip nothing. */
export const consequenceOf = (name: AnswerName): Consequence =>
  isProblemType(name) ? problemTypes[name] : answers[name]

/** What one answer to the list does. */
export interface ListConsequence {
  /** As for {@link Consequence}. */
  readonly gateway?: Consequence['gateway']
  /** Asked for again a few times with growing pauses; the last good list stays meanwhile. */
  readonly retries: boolean
  /** As for {@link Consequence}. */
  readonly integrationError?: true | undefined
}

/**
 * What an answer to the list, or to a question about a transaction, does: as for a POST, but no channel is meant, and any
 * other status of imoje's shows that it is there. (Answers about an order's payment are the shop's record and do nothing.)
 */
export function listConsequenceOf(name: AnswerName): ListConsequence {
  const { gateway = /^\d/.test(name) ? 'up' : undefined, integrationError } = consequenceOf(name)
  const retries = name === '500' || name === '5xx' || name === 'timeout' || name === 'lost'
  return { gateway, retries, integrationError }
}

/** The row of the table for an HTTP status that is not a success. */
export const nameStatus = (status: number): AnswerName =>
  Object.hasOwn(answers, status) ? (`${status}` as AnswerName) : status < 500 ? '4xx' : '5xx'

/** What is known of the shopper's money after a POST that did not start a payment. */
export type PaymentEnd = 'notCharged' | 'unknown' | 'paid'

/**
 * Whether the shopper is known not to be charged. Only after a readable 4xx (not 408, 409), a 503 with contract A's own
 * body, a 500 where paying needs a page, imoje's own "rejected", a POST that never left, or the shop's word.
 */
export function resolvePaymentEnd(
  name: AnswerName,
  answer: {
    readonly status?: number | undefined
    readonly readable?: boolean | undefined
    readonly immediate: boolean
  },
): PaymentEnd {
  if (isProblemType(name)) return problemTypes[name].payment
  const { status = 0, readable, immediate } = answer
  const isRefusal = status >= 400 && status < 500 && status !== 408 && status !== 409
  return name === 'offline' ||
    name === 'rejected' ||
    (readable && (isRefusal || name === '503')) ||
    (name === '500' && !immediate)
    ? 'notCharged'
    : 'unknown'
}
