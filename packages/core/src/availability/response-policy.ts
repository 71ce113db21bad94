import { problemTypes, type ProblemType } from '../domain/problem.ts'
import type { ChannelReport } from './report.ts'

/**
 * What an answer is called in the rules' table. `5xx` is any other status from 500 up, `4xx` any other from 300 to 499.
 */
export type AnswerName =
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
  | ProblemType

/** What the shopper reads after an attempt; each key is a sentence in every language. */
export type FailureMessage =
  | 'couldNotStart'
  | 'misconfigured'
  | 'switchedOff'
  | 'checkFields'
  | 'wait'
  | 'notAnswering'
  | 'gatewayDown'
  | 'unknown'
  | 'offline'
  | 'declined'
  | 'signIn'
  | 'reload'
  | 'orderChanged'
  | 'orderPaid'

/** What one answer does: to the channel, to imoje as a whole, to the shopper, to the merchant. */
export interface Consequence {
  readonly channel?: ChannelReport['outcome']
  /** `down` opens the gateway's circuit, `up` closes it; `misconfigured` lasts until a reload. */
  readonly gateway?: 'up' | 'down' | 'misconfigured'
  /** Reads the list again, past any cache. */
  readonly refetch?: true
  /** Paying pauses for `Retry-After`. */
  readonly pauses?: true
  readonly message?: FailureMessage
  /** The merchant's developers must act: the event carries the details. */
  readonly integrationError?: true
}

/** The answer table for creating a transaction or a link. imoje: response codes. */
export const attemptConsequences: Readonly<Record<Exclude<AnswerName, ProblemType>, Consequence>> = {
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

/** What one answer to the list does. */
export interface ListConsequence {
  readonly gateway?: 'up' | 'down' | 'misconfigured'
  /** Asked for again a few times with growing pauses; the last good list stays meanwhile. */
  readonly retries?: true
  readonly integrationError?: true
}

/** The answer table for reading the list. The shop's problem bodies trip nothing. */
export const listConsequences: Readonly<
  Record<Exclude<AnswerName, ProblemType | 'accepted' | 'rejected'>, ListConsequence>
> = {
  '400': { gateway: 'up', integrationError: true },
  '401': { gateway: 'misconfigured', integrationError: true },
  '403': { gateway: 'misconfigured', integrationError: true },
  '404': { gateway: 'up', integrationError: true },
  '406': { gateway: 'up' },
  '422': { gateway: 'up' },
  '429': { gateway: 'up' },
  '4xx': { gateway: 'up', integrationError: true },
  '500': { gateway: 'up', retries: true },
  '5xx': { gateway: 'up', retries: true },
  '502': { gateway: 'down' },
  '503': { gateway: 'down' },
  '504': { gateway: 'down' },
  timeout: { retries: true },
  lost: { retries: true },
  offline: {},
  unreadable: { integrationError: true },
}

/** What the shop's own problem bodies do: they trip nothing, whatever their status. */
export const problemConsequences: Readonly<Record<ProblemType, Consequence>> = {
  unauthenticated: { message: 'signIn' },
  'forbidden-origin': { message: 'reload', integrationError: true },
  'rate-limited': { pauses: true, message: 'wait' },
  'order-changed': { message: 'orderChanged' },
  'invalid-request': { message: 'couldNotStart', integrationError: true },
  'store-unavailable': { message: 'couldNotStart' },
  'order-paid': { message: 'orderPaid' },
  'attempt-open': { message: 'unknown' },
  'key-reused': { message: 'unknown', integrationError: true },
  'upstream-timeout': { message: 'unknown' },
  internal: { message: 'unknown' },
}

export const isProblem = (name: AnswerName): name is ProblemType => Object.hasOwn(problemTypes, name)

export const consequenceOf = (name: AnswerName): Consequence =>
  isProblem(name) ? problemConsequences[name] : attemptConsequences[name]

export const listConsequenceOf = (name: AnswerName): ListConsequence =>
  Object.hasOwn(listConsequences, name) ? listConsequences[name as keyof typeof listConsequences] : {}

/** The row of the table for an HTTP status that is not a success. */
export function nameStatus(status: number): AnswerName {
  const name = String(status)
  if (Object.hasOwn(attemptConsequences, name)) return name as AnswerName
  return status >= 500 ? '5xx' : '4xx'
}

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
  if (isProblem(name)) return problemTypes[name].payment
  const { status = 0, readable = false } = answer
  if (name === 'offline' || name === 'rejected') return 'notCharged'
  if (status >= 400 && status < 500)
    return readable && status !== 408 && status !== 409 ? 'notCharged' : 'unknown'
  if (name === '503') return readable ? 'notCharged' : 'unknown'
  if (name === '500') return answer.immediate ? 'unknown' : 'notCharged'
  return 'unknown'
}
