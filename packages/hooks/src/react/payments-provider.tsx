'use client'
import type { Catalogue, Order } from '@tillkit/core'
import { useEffect, useLayoutEffect, useState, type ReactElement, type ReactNode } from 'react'
import { createCheckout, type Checkout, type CheckoutOptions } from '../client/checkout.ts'
import { callHost } from '../client/events.ts'
import type { PaymentsClient } from '../client/payments-client.ts'
import type { Preselect } from '../client/selection.ts'
import { CheckoutContext } from './checkout-context.ts'

/** Props of {@link PaymentsProvider}. */
export interface PaymentsProviderProps {
  /** Made once for the shop, outside of components. */
  readonly client: PaymentsClient
  /** What is paid. A changed amount is followed at once; another id or currency is another checkout. */
  readonly order: Order
  /** The shopper's language, such as `pl`; the choice outlives a change of it. @defaultValue `en` */
  readonly locale?: string
  /** What is chosen before the shopper chooses; read once for each order. @defaultValue 'none' */
  readonly preselect?: Preselect
  /** The list of the first order for the first HTML, from `loadCatalogue` of `@tillkit/server`. @defaultValue none: the browser asks for it */
  readonly initialCatalogue?: Catalogue | undefined
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
  preselect,
  initialCatalogue,
  onOrderChanged,
  children,
}: PaymentsProviderProps): ReactElement {
  const checkout = useHeldCheckout(client, { order, locale, preselect, initialCatalogue })

  useLayoutEffect(() => {
    checkout.setOrder({ id: order.id, amount: order.amount, currency: order.currency }, locale)
  }, [checkout, order.id, order.amount, order.currency, locale])

  useEffect(
    () =>
      checkout.attempts.overhear((state) => {
        if (state.status === 'failed' && state.message === 'orderChanged')
          callHost(() => onOrderChanged?.({ amount: state.amount, currency: state.currency }))
      }),
    [checkout, onOrderChanged],
  )

  return <CheckoutContext value={checkout}>{children}</CheckoutContext>
}

/** A checkout holds what the shopper chose, so it lives in state; another order is another one. */
function useHeldCheckout(client: PaymentsClient, options: CheckoutOptions): Checkout {
  const [held, setHeld] = useState(() => createCheckout(client, options))
  const { id, currency } = held.getOrder()
  const { order } = options
  if (held.client === client && id === order.id && currency === order.currency) return held
  // The list of the first HTML is not that of another order, or currency.
  const next = createCheckout(client, { ...options, initialCatalogue: undefined })
  setHeld(next)
  return next
}
