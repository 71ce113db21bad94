import { createServer, type RequestListener } from 'node:http'
import { createMockImoje } from '@tillkit/mock-api'
import { createPaymentsHandler, memoryStore } from '@tillkit/server'

/** A shop over an imoje in memory, whose hooks cost nothing: what is measured is the handler. */
export function createBenchShop(): (request: Request) => Promise<Response> {
  const mock = createMockImoje()
  return createPaymentsHandler({
    imoje: { ...mock.credentials, apiUrl: 'https://mock-imoje.invalid' },
    publicUrl: 'https://shop.example',
    store: memoryStore(),
    fetch: mock.fetch,
    resolveOrder: () =>
      Promise.resolve({
        amount: 12_999,
        currency: 'PLN',
        customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example' },
        returnUrls: { success: 'https://shop.example/thanks', failure: 'https://shop.example/again' },
      }),
    authorize: () => Promise.resolve(true),
    resolvePayment: () => Promise.resolve({ status: 'none' }),
    onPayment: () => Promise.resolve(),
  })
}

export const listPath = '/api/payments/payment-methods?orderId=A-1&device=desktop&locale=pl'

/** @returns the port */
export const listen = (listener: RequestListener): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer(listener).listen(0, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    })
  })
