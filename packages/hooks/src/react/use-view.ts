'use client'
import { useSyncExternalStore } from 'react'
import type { CheckoutView } from '../client/checkout-view.ts'
import { usePaymentsContext } from './checkout-context.ts'

/** One part of what is shown; re-renders only when that part changes. */
export function useView<Part>(pick: (view: CheckoutView) => Part): Part {
  const { checkout } = usePaymentsContext()
  const get = (): Part => pick(checkout.getView())
  return useSyncExternalStore(checkout.subscribe, get, get)
}
