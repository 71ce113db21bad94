import { messageOf, type Emit } from './events.ts'
import { Refusal } from './refusal.ts'

/** What a request asks for, for a rate limit: each may be worth another one. */
export type PaymentsRoute =
  /** The list; `fresh-list` asks imoje anew, which nobody needs often. */
  | 'list'
  | 'fresh-list'
  | 'start-transaction'
  | 'make-link'
  | 'read-transaction'
  | 'read-payment'
  /** Sent by imoje, not by a browser. What is refused is sent again by imoje, later. */
  | 'notify'

/**
 * The shop's rate limit, asked before anything else is done for a request. It may read headers, but not the body.
 * @returns nothing to let the request in, or how long the caller has to wait, in milliseconds
 */
export type RateLimit = (
  request: Request,
  route: PaymentsRoute,
) => Promise<{ readonly retryAfterMs: number } | undefined>

/** Rejects with a {@link Refusal} `rate-limited`. */
export type RefuseTooMany = (request: Request, route: PaymentsRoute) => Promise<void>

export const createRefuseTooMany =
  (rateLimit: RateLimit | undefined, emit: Emit): RefuseTooMany =>
  async (request, route) => {
    const wait = await ask(rateLimit, request, route).catch((error: unknown) => {
      // A limit that is broken must not decide whether somebody can pay.
      emit({ type: 'hook-failed', hook: 'rateLimit', message: messageOf(error) })
      return undefined
    })
    if (!wait) return
    const seconds = Math.max(1, Math.ceil(wait.retryAfterMs / 1_000) || 1)
    throw new Refusal('rate-limited', { headers: { 'retry-after': String(seconds) } })
  }

/** So that a hook which throws before it makes its promise is caught like one that rejects. */
const ask = async (
  rateLimit: RateLimit | undefined,
  request: Request,
  route: PaymentsRoute,
): ReturnType<RateLimit> => rateLimit?.(request, route)
