'use client'
import { inDevelopment, TillkitError } from '@tillkit/core'
import { createContext, useContext } from 'react'
import type { Checkout } from '../client/checkout.ts'

export interface PaymentsContextValue {
  readonly checkout: Checkout
  /** The shopper's language, such as `pl`. */
  readonly locale: string
}

export const PaymentsContext: React.Context<PaymentsContextValue | undefined> = createContext<
  PaymentsContextValue | undefined
>(undefined)

/** @throws TillkitError `provider-missing` */
export function usePaymentsContext(): PaymentsContextValue {
  const value = useContext(PaymentsContext)
  if (value) return value
  throw new TillkitError(
    'provider-missing',
    inDevelopment && 'This needs <PaymentsProvider client={…} order={…}> somewhere above it.',
  )
}
