'use client'
import type { Order } from '@tillkit/core'
import { useEffect, useLayoutEffect, useMemo, useState, type ReactElement, type ReactNode } from 'react'
import { createCheckout, type Checkout } from '../client/checkout.ts'
import type { PaymentsClient } from '../client/payments-client.ts'
import { PaymentsContext } from './checkout-context.ts'

export interface PaymentsProviderProps {
  readonly client: PaymentsClient
  /** What is paid. A changed amount is followed at once; another id or currency is another checkout. */
  readonly order: Order
  /** The shopper's language, such as `pl`. @defaultValue `en` */
  readonly locale?: string
  /** The shop's backend says the order costs something else: show it, and give the provider the new `order`. */
  readonly onOrderChanged?: (order: {
    readonly amount: number | undefined
    readonly currency: string | undefined
  }) => void
  readonly children?: ReactNode
}

/**
 * Ties everything inside to one order.
 * @throws TillkitError `order-invalid`
 * @example
 * <PaymentsProvider client={payments} order={{ id: 'A-1001', amount: 12_999, currency: 'PLN' }} locale="pl">
 *   <PaymentMethods />
 * </PaymentsProvider>
 */
export function PaymentsProvider({
  client,
  order,
  locale = 'en',
  onOrderChanged,
  children,
}: PaymentsProviderProps): ReactElement {
  const checkout = useCheckout(client, order, locale)

  useIsomorphicLayoutEffect(() => {
    checkout.setOrder({ id: order.id, amount: order.amount, currency: order.currency })
  }, [checkout, order.id, order.amount, order.currency])

  useEffect(() => {
    if (!onOrderChanged) return undefined
    return checkout.attempts.state.subscribe((state) => {
      if (state.status === 'failed' && state.message === 'orderChanged')
        onOrderChanged({ amount: state.amount, currency: state.currency })
    })
  }, [checkout, onOrderChanged])

  const value = useMemo(() => ({ checkout, locale }), [checkout, locale])
  return <PaymentsContext value={value}>{children}</PaymentsContext>
}

/** A server has no layout, and React would say so. */
const useIsomorphicLayoutEffect = typeof document === 'undefined' ? useEffect : useLayoutEffect

/** A checkout holds what the shopper chose, so it lives in state; another order is another one. */
function useCheckout(client: PaymentsClient, order: Order, locale: string): Checkout {
  const identity = [client, order.id, order.currency, locale] as const
  const make = (): { checkout: Checkout; identity: typeof identity } => ({
    checkout: createCheckout(client, order, locale),
    identity,
  })
  const [held, setHeld] = useState(make)
  if (held.identity.every((part, index) => part === identity[index])) return held.checkout
  const next = make()
  setHeld(next)
  return next.checkout
}
