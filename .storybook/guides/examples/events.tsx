import { PaymentMethods } from '@tillkit/components'
import { usePaymentsEvent, type PaymentsEvent } from '@tillkit/hooks'
import { useState } from 'react'

export function Checkout() {
  const [events, setEvents] = useState<readonly PaymentsEvent[]>([])
  usePaymentsEvent((event) => setEvents((seen) => [...seen, event]))
  return (
    <>
      <PaymentMethods only={['pbl', 'card']} limit={3} />
      <pre>{events.map((event) => JSON.stringify(event)).join('\n')}</pre>
    </>
  )
}
