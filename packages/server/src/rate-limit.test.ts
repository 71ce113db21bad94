import { createMockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials } from './fake-shop.test.kit.ts'
import type { PaymentsRoute, RateLimit } from './rate-limit.ts'

function setUp(rateLimit: RateLimit) {
  const clock = createTestClock()
  const mock = createMockImoje({ clock, credentials: testCredentials, origin: 'https://mock.test' })
  return { mock, shop: createFakeShop(mock.fetch, { clock, rateLimit }) }
}

it('asks the shop’s limit for every route by its name, and for nothing that is no route', async () => {
  const asked: PaymentsRoute[] = []
  const { shop } = setUp((_, route) => {
    asked.push(route)
    return Promise.resolve(undefined)
  })
  await shop.get('/payment-methods?orderId=A-1')
  await shop.get('/payment-methods?orderId=A-1&fresh=1')
  const { transaction } = (await (await shop.pay('key-1')).json()) as { transaction: { id: string } }
  await shop.link('key-2')
  await shop.get(`/transactions/${transaction.id}`)
  await shop.get('/orders/A-1/payment')
  await shop.post('/notifications', '{}')
  await shop.get('/nothing')
  await shop.get('/transactions')
  expect(asked).toEqual([
    'list',
    'fresh-list',
    'start-transaction',
    'make-link',
    'read-transaction',
    'read-payment',
    'notify',
  ])
})

it.each([
  [1_001, '2'],
  [60_000, '60'],
  [0, '1'],
  [-5_000, '1'],
  [Number.NaN, '1'],
])('tells a caller who has to wait %d ms to come back after %s s', async (retryAfterMs, seconds) => {
  const { shop } = setUp(() => Promise.resolve({ retryAfterMs }))
  const answer = await shop.pay('key-1')
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    429,
    seconds,
    { type: 'rate-limited', status: 429 },
  ])
})

it('sends nothing to imoje and records nothing for who is over the limit', async () => {
  let over = true
  const { mock, shop } = setUp(() => Promise.resolve(over ? { retryAfterMs: 1_000 } : undefined))
  for (const answer of [
    await shop.pay('key-1'),
    await shop.link('key-2'),
    await shop.get('/payment-methods?orderId=A-1&fresh=1'),
  ])
    expect(answer.status).toBe(429)
  expect(mock.journal()).toEqual([])
  over = false
  expect((await shop.pay('key-1')).status).toBe(200)
})

it.each<[string, RateLimit]>([
  ['rejects', () => Promise.reject(new Error('counter is away'))],
  [
    'throws',
    () => {
      throw new Error('counter is away')
    },
  ],
])('lets a request in, with an event, when the limit itself %s', async (_, rateLimit) => {
  const { shop } = setUp(rateLimit)
  expect((await shop.pay('key-1')).status).toBe(200)
  expect(shop.events).toContainEqual(
    expect.objectContaining({ type: 'hook-failed', hook: 'rateLimit', message: 'counter is away' }),
  )
})
