import type { Order } from '@tillkit/core'
import { createCheckout, type Checkout } from '../src/client/checkout.ts'
import type { PaymentsEvent } from '../src/client/events.ts'
import {
  createPaymentsClient,
  type PaymentsClient,
  type PaymentsClientOptions,
} from '../src/client/payments-client.ts'
import { createFakeClock, type FakeClock } from '../src/testing/fake-clock.ts'
import { createTestGateway, type TestGateway } from '../src/testing/test-gateway.ts'
import { createTestPage, type TestPage } from '../src/testing/test-page.ts'

/** Our own tests' bench: one checkout on a fake clock, over a gateway in memory. */
export interface CheckoutKit {
  readonly client: PaymentsClient
  readonly checkout: Checkout
  readonly clock: FakeClock
  readonly gateway: TestGateway
  readonly page: TestPage
  readonly events: PaymentsEvent[]
  /** Starts listening, as a mounted picker does, and lets the first list arrive. */
  mount(): Promise<() => void>
}

export const testOrder: Order = { id: 'A-1001', amount: 12_999, currency: 'PLN' }

export function createCheckoutKit(options: Partial<PaymentsClientOptions> = {}): CheckoutKit {
  const clock = createFakeClock()
  const gateway = createTestGateway(clock)
  const page = createTestPage()
  let ids = 0
  const client = createPaymentsClient({
    gateway,
    clock,
    page,
    randomId: () => `id-${(ids += 1)}`,
    ...options,
  })
  const events: PaymentsEvent[] = []
  client.subscribe((event) => events.push(event))
  const checkout = createCheckout(client, testOrder, 'en')
  return {
    client,
    checkout,
    clock,
    gateway,
    page,
    events,
    mount: async () => {
      const stop = checkout.view.subscribe(() => undefined)
      await clock.advance(0)
      return stop
    },
  }
}
