'use client'
import { PaymentMethods, type PaymentMethodsProps } from '@tillkit/components'
import { pl } from '@tillkit/components/messages/pl'
import { PaymentsProvider, type PaymentsProviderProps } from '@tillkit/hooks'
import { useEffect, type ReactElement } from 'react'
import { payments } from '../lib/payments.ts'

interface CheckoutProps
  extends Pick<PaymentsProviderProps, 'order' | 'initialCatalogue'>, Pick<PaymentMethodsProps, 'grouping'> {}

/** On the server as in the browser: a whole language, so that the first HTML has its words. */
export function Checkout({ order, initialCatalogue, grouping }: CheckoutProps): ReactElement {
  // For tests, which can't see when a page that is there already begins to answer.
  useEffect(() => {
    document.documentElement.dataset['hydrated'] = ''
  }, [])
  return (
    <section aria-label={order.id}>
      <PaymentsProvider client={payments} order={order} locale="pl" initialCatalogue={initialCatalogue}>
        <PaymentMethods messages={pl} grouping={grouping} />
      </PaymentsProvider>
    </section>
  )
}
