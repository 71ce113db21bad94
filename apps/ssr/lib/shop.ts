import { createMockImoje } from '@tillkit/mock-api'
import { createPaymentsHandler, memoryStore } from '@tillkit/server'
import { order } from './order.ts'

/** The shop's backend over an imoje in memory: this app checks server rendering, not payments. */
export function createShop(publicUrl: string): (request: Request) => Promise<Response> {
  const mock = createMockImoje()
  return createPaymentsHandler({
    imoje: { ...mock.credentials, apiUrl: 'https://mock-imoje.invalid' },
    publicUrl,
    store: memoryStore(),
    fetch: mock.fetch,
    resolveOrder: async (orderId) =>
      orderId === order.id
        ? {
            amount: order.amount,
            currency: order.currency,
            customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@example.com' },
            returnUrls: { success: `${publicUrl}/paid`, failure: `${publicUrl}/not-paid` },
          }
        : undefined,
    authorize: async () => true,
    resolvePayment: async () => ({ status: 'none' }),
    onPayment: async () => undefined,
  })
}
