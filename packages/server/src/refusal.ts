import type { ProblemType } from '@tillkit/core'

/** What goes into a problem's body beside its type. */
export interface ProblemDetails {
  /** @defaultValue the type's usual status */
  readonly status?: number
  readonly field?: string
  /** In minor units. */
  readonly amount?: number
  readonly currency?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Thrown anywhere on a request's way to answer it with one of the shop's own problems (contract A). */
export class Refusal extends Error {
  readonly type: ProblemType
  readonly details: ProblemDetails
  readonly status: number

  constructor(type: ProblemType, details: ProblemDetails = {}) {
    super(type)
    this.name = 'Refusal'
    this.type = type
    this.details = details
    this.status = details.status ?? usualStatuses[type]
  }
}

const usualStatuses: Readonly<Record<ProblemType, number>> = {
  unauthenticated: 401,
  'forbidden-origin': 403,
  'rate-limited': 429,
  'order-changed': 409,
  'order-paid': 409,
  'attempt-open': 409,
  'key-reused': 409,
  'invalid-request': 400,
  'upstream-timeout': 504,
  'store-unavailable': 503,
  internal: 500,
}
