import type { Clock, Failure } from '@tillkit/core'

/**
 * A shop's own gateway may reject, although the port says that it never does. Nobody knows what became of such a request, so it
 * is one whose answer was lost.
 */
export const loseAnswer =
  ({ clock }: { readonly clock: Clock }) =>
  (error: unknown): Failure => {
    const at = clock.now()
    return { ok: false, name: 'lost', readable: false, errors: [], detail: String(error), sentAt: at, at }
  }
