'use client'
import type { AttemptState } from '../client/attempt-state.ts'
import { useCheckout } from './checkout-context.ts'
import { useAttempt } from './use-pay.ts'
import { useView } from './use-view.ts'

/** What {@link useFallbackLink} returns. */
export interface UseFallbackLink {
  /** Whether imoje's page can be offered now: a channel didn't answer, and another method still works. */
  readonly isOffered: boolean
  /** Makes the link and goes there; where that fails, `useAttempt` says so. */
  readonly follow: () => Promise<AttemptState>
}

/**
 * After a channel that didn't answer: imoje's own page, where the shopper chooses among what still works.
 * @example
 * const { isOffered, follow } = useFallbackLink()
 */
export function useFallbackLink(): UseFallbackLink {
  const { attempts, findFallback } = useCheckout()
  const state = useAttempt()
  const failed = state.status === 'failed' && state.offersLink ? state.channel.method : undefined
  const isOffered = useView(() => failed !== undefined && findFallback(failed).length > 0)
  return { isOffered, follow: attempts.payByLink }
}
