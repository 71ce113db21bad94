'use client'
import { useEffect, useEffectEvent } from 'react'
import { useStore } from 'zustand'
import type { AttemptState, BeforePay, RedirectAction } from '../client/attempt-state.ts'
import { callHost } from '../client/events.ts'
import { useCheckout } from './checkout-context.ts'

/** What happens around paying. */
export interface UsePayOptions {
  /** Saves or checks the shop's own form before anything is sent; `false` stops. */
  readonly onBeforePay?: BeforePay | undefined
  /** Called instead of leaving for the payment's page. @defaultValue the browser follows the address */
  readonly onRedirect?: ((action: RedirectAction) => void) | undefined
  /** Called once when the order is known to be paid. */
  readonly onPaid?: ((payment: { readonly transactionId?: string | undefined }) => void) | undefined
}

/** What {@link usePay} returns. */
export interface UsePay {
  /**
   * Pays with the chosen channel. A double click is one attempt. With a BLIK code (six digits) BLIK is confirmed in the bank's
   * app; without one on imoje's page.
   */
  readonly pay: (blik?: { readonly blikCode?: string | undefined }) => Promise<AttemptState>
  /** The checkout's latest attempt. */
  readonly state: AttemptState
  /** Forgets how the last attempt ended. */
  readonly dismiss: () => void
}

/**
 * Pays. The choice is checked again at that moment; what is sent is what the shopper saw.
 * @example
 * const { pay, state } = usePay({ onPaid: () => navigate('/thanks') })
 */
export function usePay({ onBeforePay, onRedirect, onPaid }: UsePayOptions = {}): UsePay {
  const { attempts } = useCheckout()

  const settle = useEffectEvent((next: AttemptState) => {
    if (next.status === 'paid') onPaid?.({ transactionId: next.transactionId })
    if (next.status === 'redirecting') (onRedirect ?? attempts.follow)(next.action)
  })
  // Listening, not reading the promise: whoever unmounts in flight is not taken to a bank afterwards.
  useEffect(() => {
    const hear = (next: AttemptState): void => callHost(() => settle(next))
    const missed = attempts.takeMissed()
    if (missed?.status === 'paid') hear(missed)
    return attempts.state.subscribe(hear)
  }, [attempts])

  return {
    pay: ({ blikCode } = {}) => attempts.pay({ before: onBeforePay, blikCode }),
    state: useAttempt(),
    dismiss: attempts.dismiss,
  }
}

/** Where the attempt to pay stands, for a part of the page that only shows it (a form with the fields of a 422, say). */
export const useAttempt = (): AttemptState => useStore(useCheckout().attempts.state)
