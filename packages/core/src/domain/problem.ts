/**
 * What the *shop* itself answers (never imoje), as `type` of an `application/problem+json` body. Contract A.
 * `payment` says what such an answer to a POST means for the shopper's money.
 */
export const problemTypes: Readonly<
  Record<ProblemType, { readonly payment: 'notCharged' | 'paid' | 'unknown' }>
> = {
  unauthenticated: { payment: 'notCharged' },
  'forbidden-origin': { payment: 'notCharged' },
  'rate-limited': { payment: 'notCharged' },
  'order-changed': { payment: 'notCharged' },
  'invalid-request': { payment: 'notCharged' },
  'store-unavailable': { payment: 'notCharged' },
  'order-paid': { payment: 'paid' },
  'attempt-open': { payment: 'unknown' },
  'key-reused': { payment: 'unknown' },
  'upstream-timeout': { payment: 'unknown' },
  internal: { payment: 'unknown' },
}

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

export const isProblemType = (type: unknown): type is ProblemType =>
  typeof type === 'string' && Object.hasOwn(problemTypes, type)
