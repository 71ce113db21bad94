import type { AnswerName } from '../availability/response-policy.ts'

/** When a request left and its answer was known, in epoch milliseconds. */
export interface Timed {
  /** When the request left. */
  readonly sentAt: number
  /** When its answer was known. */
  readonly at: number
  /** How old the answer is, in milliseconds, where it was repeated from a record: it says nothing of how things stand now. */
  readonly ageMs?: number | undefined
}

/** What came back for a request: the value, or everything that is known about why there is none. Never a thrown error. */
export type Answer<Value> =
  | (Timed & { readonly ok: true; readonly status: number; readonly value: Value })
  | Failure

/** An answer without the value that was asked for. */
export interface Failure extends Timed {
  readonly ok: false
  /** The row of the answer table it belongs to. */
  readonly name: AnswerName
  /** The HTTP status, where there was an answer. */
  readonly status?: number | undefined
  /** Whether the body was the JSON that contract A promises for an error. */
  readonly readable: boolean
  /** What `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  /** Words for the developer; never for the shopper. */
  readonly code?: string | undefined
  /** What happened, for the developer. */
  readonly detail?: string | undefined
  /** imoje's id of the request, for its support. */
  readonly traceId?: string | undefined
  /** Entries of a 422, or the field that the shop's own answer named. */
  readonly errors: readonly FieldError[]
  /** With the shop's `order-changed`: what the order costs now, in minor units. */
  readonly amount?: number | undefined
  /** The currency of `amount`. */
  readonly currency?: string | undefined
}

/** One entry of a 422: imoje's words on one property, where it named one. */
export interface FieldError {
  /** Such as `customer.email`. */
  readonly field?: string | undefined
  /** For the developer, in imoje's words. */
  readonly message: string
}
