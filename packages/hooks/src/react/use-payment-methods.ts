'use client'
import type { EmptyBecause, Failure, PaymentMethod } from '@tillkit/core'
import type { ListStatus } from '../client/checkout-view.ts'
import { useCheckout } from './checkout-context.ts'
import { useView } from './use-view.ts'

/** What {@link usePaymentMethods} returns. */
export interface UsePaymentMethods {
  /** `waiting`: there is no list and none is asked for while imoje is away or misconfigured. */
  readonly status: ListStatus
  /** The methods to show, each with at least one channel. */
  readonly methods: readonly PaymentMethod[]
  /** Why there is none: nothing is active in the shop, or nothing of it in the order's currency. Missing where that isn't known. */
  readonly emptyBecause: EmptyBecause | undefined
  /** For the developer: the answer that left us without a list. */
  readonly failure: Failure | undefined
  /** Asks again, unless imoje is resting. */
  readonly refresh: () => Promise<void>
}

/**
 * The list of payment methods for the provider's order. Availability is apart (`useAvailability`), so the list keeps its
 * reference while channels come and go.
 * @example
 * const { status, methods } = usePaymentMethods()
 */
export function usePaymentMethods(): UsePaymentMethods {
  const { refresh } = useCheckout()
  return {
    status: useView((view) => view.list),
    methods: useView((view) => view.methods),
    emptyBecause: useView((view) => view.emptyBecause),
    failure: useView((view) => view.failure),
    refresh,
  }
}
