import { createCheckout, type Checkout, type CheckoutOptions } from '../src/client/checkout.ts'
import {
  createTestPayments,
  testOrder,
  type TestPayments,
  type TestPaymentsOptions,
} from '../src/testing/test-payments.tsx'

/** Our own tests' bench: one checkout of test payments. */
export interface CheckoutKit extends TestPayments {
  readonly checkout: Checkout
  /** Starts listening, as a mounted picker does, and lets the first list arrive. */
  mount(): Promise<() => void>
}

export { testOrder }

export function createCheckoutKit(
  options: TestPaymentsOptions = {},
  checkoutOptions: Partial<CheckoutOptions> = {},
): CheckoutKit {
  const payments = createTestPayments(options)
  const checkout = createCheckout(payments.client, { order: testOrder, locale: 'en', ...checkoutOptions })
  return {
    ...payments,
    checkout,
    mount: async () => {
      const stop = checkout.view.subscribe(() => undefined)
      await payments.clock.advance(0)
      return stop
    },
  }
}
