'use client'
import { inDevelopment, TillkitError } from '@tillkit/core'
import { createContext, useContext } from 'react'
import type { Checkout } from '../client/checkout.ts'

export const CheckoutContext: React.Context<Checkout | undefined> = createContext<Checkout | undefined>(
  undefined,
)

/** @throws TillkitError `provider-missing` */
export function useCheckout(): Checkout {
  const checkout = useContext(CheckoutContext)
  if (checkout) return checkout
  throw new TillkitError(
    'provider-missing',
    inDevelopment && 'This needs <PaymentsProvider client={…} order={…}> somewhere above it.',
  )
}
