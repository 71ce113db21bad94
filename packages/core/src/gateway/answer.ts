import type { AnswerName } from '../availability/response-policy.ts'

/** When a request left and its answer was known, in epoch milliseconds. */
export interface Timed {
  readonly sentAt: number
  readonly at: number
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
  readonly status?: number
  /** Whether the body was the JSON that contract A promises for an error. */
  readonly readable: boolean
  /** What `Retry-After` asks for, in milliseconds. */
  readonly retryAfterMs?: number
  /** imoje's words for the developer; never for the shopper. */
  readonly detail?: { readonly code?: string; readonly message?: string; readonly traceId?: string }
  /** Entries of a 422. */
  readonly errors: readonly FieldError[]
  /** With the shop's `order-changed`: what the order costs now. */
  readonly order?: { readonly amount?: number; readonly currency?: string }
}

/** One entry of a 422: imoje's words on one property, where it named one. */
export interface FieldError {
  readonly field?: string
  readonly message: string
}
