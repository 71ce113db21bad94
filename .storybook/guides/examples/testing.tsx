import { PaymentMethods } from '@tillkit/components'
import { createTestPayments, TestPaymentsProvider } from '@tillkit/hooks/testing'

export const shop = createTestPayments()
shop.gateway.script.pay.push(500) // the next payment answers 500

// In a test, your own checkout stands here, and `shop.clock.advance(5 * 60_000)` is the wait.
export const Checkout = () => (
  <TestPaymentsProvider payments={shop}>
    <PaymentMethods onRedirect={() => undefined} />
  </TestPaymentsProvider>
)
