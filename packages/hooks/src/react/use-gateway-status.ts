'use client'
import type { GatewayStatus } from '../client/checkout-view.ts'
import { useCheckout } from './checkout-context.ts'
import { useView } from './use-view.ts'

/** What {@link useGatewayStatus} returns. */
export interface UseGatewayStatus {
  /** How imoje as a whole is. */
  readonly gateway: GatewayStatus
  /** Paying is paused until then (429), in epoch milliseconds. */
  readonly pausedUntil: number | undefined
  /** Asks whether imoje is back; works once in 30 s. Says whether it asked. */
  readonly checkNow: () => boolean
}

/**
 * imoje as a whole, for the shop's own banner or list.
 * @example
 * const { gateway } = useGatewayStatus()
 */
export function useGatewayStatus(): UseGatewayStatus {
  const { checkNow } = useCheckout()
  return {
    gateway: useView((view) => view.gateway),
    pausedUntil: useView((view) => view.pausedUntil),
    checkNow,
  }
}
