'use client'
import { PaymentMethods } from '@tillkit/components'
import { pl } from '@tillkit/components/messages/pl'
import { createPaymentsClient, PaymentsProvider } from '@tillkit/hooks'
import type { ReactElement } from 'react'
import { order } from '../lib/order.ts'

const payments = createPaymentsClient({ endpoint: '/api/payments' })

/** On the server as in the browser: a whole language, so that the first HTML has its words. */
export function Checkout(): ReactElement {
  return (
    <PaymentsProvider client={payments} order={order} locale="pl">
      <PaymentMethods messages={pl} />
    </PaymentsProvider>
  )
}
