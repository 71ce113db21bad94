import type { FailureMessage } from './failure-message.ts'

/** What an answer of the shop's own does. */
export interface Problem {
  /** What it means, after a POST, for the shopper's money. */
  readonly payment: 'notCharged' | 'paid' | 'unknown'
  readonly message: FailureMessage
  readonly pauses?: true
  readonly integrationError?: true
}

/**
 * What the *shop* itself answers (never imoje), as `type` of an `application/problem+json` body. It trips nothing, whatever
 * its status. Contract A.
 */
export const problemTypes: Readonly<Record<ProblemType, Problem>> = {
  unauthenticated: { payment: 'notCharged', message: 'signIn' },
  'forbidden-origin': { payment: 'notCharged', message: 'reload', integrationError: true },
  'rate-limited': { payment: 'notCharged', message: 'wait', pauses: true },
  'order-changed': { payment: 'notCharged', message: 'orderChanged' },
  'invalid-request': { payment: 'notCharged', message: 'couldNotStart', integrationError: true },
  'store-unavailable': { payment: 'notCharged', message: 'couldNotStart' },
  'order-paid': { payment: 'paid', message: 'orderPaid' },
  'attempt-open': { payment: 'unknown', message: 'unknown' },
  'key-reused': { payment: 'unknown', message: 'unknown', integrationError: true },
  'upstream-timeout': { payment: 'unknown', message: 'unknown' },
  internal: { payment: 'unknown', message: 'unknown' },
}

/** The `type` of an answer of the shop's own. */
export type ProblemType =
  | 'unauthenticated'
  | 'forbidden-origin'
  | 'rate-limited'
  | 'order-changed'
  | 'invalid-request'
  | 'store-unavailable'
  | 'order-paid'
  | 'attempt-open'
  | 'key-reused'
  | 'upstream-timeout'
  | 'internal'

/** Whether this is a `type` that the shop's own answers have. */
export const isProblemType = (type: string): type is ProblemType => Object.hasOwn(problemTypes, type)
