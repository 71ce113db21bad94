'use client'
import type { Order } from '@tillkit/core'
import { useEffect, useLayoutEffect, useState, type ReactElement, type ReactNode } from 'react'
import { createCheckout, type Checkout } from '../client/checkout.ts'
import type { PaymentsClient } from '../client/payments-client.ts'
import { CheckoutContext } from './checkout-context.ts'

export interface PaymentsProviderProps {
  readonly client: PaymentsClient
  /** What is paid. A changed amount is followed at once; another id or currency is another checkout. */
  readonly order: Order
  /** The shopper's language, such as `pl`; the choice outlives a change of it. @defaultValue `en` */
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
  const checkout = useHeldCheckout(client, order, locale)

  useLayoutEffect(() => {
    checkout.setOrder({ id: order.id, amount: order.amount, currency: order.currency }, locale)
  }, [checkout, order.id, order.amount, order.currency, locale])

  useEffect(
    () =>
      checkout.attempts.state.subscribe((state) => {
        if (state.status === 'failed' && state.message === 'orderChanged')
          onOrderChanged?.({ amount: state.amount, currency: state.currency })
      }),
    [checkout, onOrderChanged],
  )

  return <CheckoutContext value={checkout}>{children}</CheckoutContext>
}

/** A checkout holds what the shopper chose, so it lives in state; another order is another one. */
function useHeldCheckout(client: PaymentsClient, order: Order, locale: string): Checkout {
  const [held, setHeld] = useState(() => createCheckout(client, order, locale))
  const { id, currency } = held.getOrder()
  if (held.client === client && id === order.id && currency === order.currency) return held
  const next = createCheckout(client, order, locale)
  setHeld(next)
  return next
}
