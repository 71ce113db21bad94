'use client'
import { useCallback, useSyncExternalStore } from 'react'
import { useCheckout } from './checkout-context.ts'

const SECOND_MS = 1_000

/**
 * Whole seconds left until a moment, counted by the client's clock; 0 once it has come. Only the component that calls it
 * re-renders each second.
 * @param until epoch milliseconds
 * @example
 * const seconds = useCountdown(until)
 */
export function useCountdown(until: number): number {
  const { clock } = useCheckout().client.internals
  const subscribe = useCallback(
    (listener: () => void) => {
      let cancel: (() => void) | undefined
      const wait = (): void => {
        const left = until - clock.now()
        if (left <= 0) return
        cancel = clock.setTimer(
          () => {
            listener()
            wait()
          },
          left % SECOND_MS || SECOND_MS,
        )
      }
      wait()
      return () => cancel?.()
    },
    [clock, until],
  )
  const get = (): number => Math.max(0, Math.ceil((until - clock.now()) / SECOND_MS))
  return useSyncExternalStore(subscribe, get, get)
}
