import { createMockImoje } from '@tillkit/mock-api'
import { channelsOf } from '@tillkit/core'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials } from './fake-shop.test.kit.ts'

function setUp(options: Parameters<typeof createFakeShop>[1] = {}) {
  const clock = createTestClock()
  const mock = createMockImoje({ clock, credentials: testCredentials, origin: 'https://mock.test' })
  const shop = createFakeShop(mock.fetch, { trustedOrigins: ['https://mock.test'], ...options, clock })
  const list = (more = '') => shop.get(`/payment-methods?orderId=A-1&device=desktop&locale=pl${more}`)
  return { clock, mock, shop, list, asked: () => mock.journal().length }
}

interface FlatList {
  readonly service: { readonly paymentMethods: readonly Record<string, unknown>[] }
}

it('lists the service’s channels in imoje’s envelope and without anything else of it', async () => {
  const { list } = setUp()
  const answer = await list()
  const { service } = (await answer.json()) as FlatList
  expect(answer.headers.get('x-trace-id')).not.toBeNull()
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(Object.keys(service)).toEqual(['paymentMethods'])
  expect(service.paymentMethods.length).toBeGreaterThan(30)
  expect(service.paymentMethods.find((row) => row.paymentMethodCode === 'mtransfer')).toMatchObject({
    paymentMethod: 'pbl',
    isActive: true,
    isOnline: true,
    description: 'mBank',
    currency: 'PLN',
  })
})

it('asks imoje once a minute, however many orders are listed, and says how old the answer is', async () => {
  const { clock, list, asked } = setUp()
  const first = await Promise.all([list(), list(), list()])
  expect(first.map((answer) => answer.headers.get('age'))).toEqual([null, null, null])
  clock.advance(30_500)
  expect((await list()).headers.get('age')).toBe('31')
  expect(asked()).toBe(1)
  clock.advance(29_500)
  expect((await list()).headers.get('age')).toBeNull()
  expect(asked()).toBe(2)
})

it('passes the cache when asked to', async () => {
  const { clock, list, asked } = setUp()
  await list()
  clock.advance(5_000)
  await list('&fresh=1')
  expect(asked()).toBe(2)
})

it('forgets the list when a payment is refused with a 406', async () => {
  const { mock, shop, list, asked } = setUp()
  await list()
  mock.setChannel('pbl', 'mtransfer', { isOnline: false })
  expect((await shop.pay('key-1')).status).toBe(406)
  const { service } = (await (await list()).json()) as FlatList
  expect(service.paymentMethods.find((row) => row.paymentMethodCode === 'mtransfer')?.isOnline).toBe(false)
  expect(asked()).toBe(3)
})

it.each([502, 503, 504])('forgets the list when imoje goes down with a %d', async (status) => {
  const { clock, mock, shop, list, asked } = setUp({ gatewayCircuit: false })
  await list()
  clock.advance(10_000)
  mock.addFault({ match: {}, status, times: 2 })
  expect((await list('&fresh=1')).status).toBe(status)
  expect((await list()).status).toBe(status)
  expect((await list()).headers.get('age')).toBeNull()
  mock.addFault({ match: { route: 'create-transaction' }, status, times: 1 })
  await shop.pay('key-1')
  const before = asked()
  await list()
  expect(asked()).toBe(before + 1)
})

it.each([401, 404, 500, 502, 503, 504])('passes imoje’s %d on and keeps nothing of it', async (status) => {
  const { mock, list } = setUp({ gatewayCircuit: false })
  mock.addFault({ match: {}, status, headers: { 'retry-after': '90' }, times: 1 })
  const answer = await list()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(answer.headers.get('retry-after')).toBe('90')
  expect(await answer.json()).toMatchObject({ code: `MOCK-ERROR-${status}00` })
  expect((await list()).status).toBe(200)
})

it('answers an error without a code when imoje’s own can’t be read', async () => {
  const { mock, list } = setUp()
  mock.addFault({ match: {}, status: 503, body: '<h1>Unavailable</h1>' })
  const answer = await list()
  expect([answer.status, await answer.json()]).toEqual([503, {}])
})

it.each([
  ['HTML', '<h1>Hello</h1>'],
  ['no list', { service: {} }],
])('makes %s in place of a list a problem of the shop’s and an event', async (_, body) => {
  const { mock, shop, list } = setUp()
  mock.addFault({ match: {}, status: 200, body })
  const answer = await list()
  expect(answer.status).toBe(500)
  expect(answer.headers.get('content-type')).toBe('application/problem+json')
  expect(await answer.json()).toEqual({ type: 'internal', status: 500 })
  expect(shop.events).toContainEqual(
    expect.objectContaining({ type: 'contract-broken', call: 'get-service' }),
  )
})

it('makes a time-out a problem after five seconds', async () => {
  const { clock, mock, list } = setUp()
  mock.addFault({ match: {}, hang: true })
  const answer = list()
  while (mock.journal().length === 0) await Promise.resolve()
  clock.advance(5_000)
  expect((await answer).status).toBe(504)
  expect(await (await answer).json()).toEqual({ type: 'upstream-timeout', status: 504 })
})

it('answers in imoje’s place when it can’t be reached', async () => {
  const refused = new TypeError('fetch failed', {
    cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }),
  })
  const answer = await createFakeShop(() => Promise.reject(refused)).get('/payment-methods?orderId=A-1')
  expect(answer.status).toBe(503)
  expect(answer.headers.get('retry-after')).toBe('300')
  expect(answer.headers.get('content-type')).toBe('application/json')
  expect(await answer.json()).toEqual({ code: 'gateway-unreachable' })
})

it('asks for the list cut to the order, once for each amount, where that is the source', async () => {
  const { shop, list, mock } = setUp({ source: 'get-payment-methods' })
  const groups = (await (await list()).json()) as readonly { channels: unknown[] }[]
  expect(groups[0]?.channels.length).toBeGreaterThan(0)
  await list()
  shop.order = shop.order && { ...shop.order, amount: 5_000 }
  await list()
  expect(mock.journal().map(({ route }) => route)).toEqual(['get-payment-methods', 'get-payment-methods'])
})

it.each([
  ['orderId', ''],
  ['orderId', '?orderId=%3Cscript%3E'],
  ['device', '?orderId=A-1&device=fridge'],
  ['locale', '?orderId=A-1&locale=polski'],
  ['fresh', '?orderId=A-1&fresh=yes'],
])('names the parameter %s that is wrong', async (field, query) => {
  const { shop, asked } = setUp()
  const answer = await shop.get(`/payment-methods${query}`)
  expect([answer.status, await answer.json()]).toEqual([400, { type: 'invalid-request', status: 400, field }])
  expect(asked()).toBe(0)
})

it('shows nobody an order that isn’t theirs, and says when there is none', async () => {
  const { shop } = setUp()
  const foreign = await shop.get('/payment-methods?orderId=FOREIGN')
  expect([foreign.status, await foreign.json()]).toEqual([401, { type: 'unauthenticated', status: 401 }])
  shop.order = undefined
  const missing = await shop.get('/payment-methods?orderId=A-1')
  expect([missing.status, await missing.json()]).toMatchObject([
    404,
    { type: 'invalid-request', field: 'orderId' },
  ])
})

it('makes a hook that throws a problem without its words, and an event with them', async () => {
  const { shop } = setUp({ authorize: () => Promise.reject(new Error('database at 10.0.0.1 is away')) })
  const answer = await shop.get('/payment-methods?orderId=A-1')
  expect([answer.status, await answer.json()]).toEqual([500, { type: 'internal', status: 500 }])
  expect(shop.events).toContainEqual(
    expect.objectContaining({
      type: 'hook-failed',
      hook: 'authorize',
      message: 'database at 10.0.0.1 is away',
    }),
  )
})

const page = new Request('https://shop.example/checkout')

it('loads the catalogue for the first HTML, as old as it is', async () => {
  const { clock, shop, list } = setUp()
  await list()
  clock.advance(10_000)
  const catalogue = await shop.server.loadCatalogue(page, 'A-1', 'pl')
  expect(catalogue).toMatchObject({ requestedAt: clock.now(), asOf: clock.now() - 10_000 })
  expect(channelsOf(catalogue!).length).toBeGreaterThanOrEqual(30)
  expect(JSON.parse(JSON.stringify(catalogue))).toEqual(catalogue)
})

it('loads no catalogue for a stranger, without an order, or while imoje is away', async () => {
  const { mock, shop } = setUp()
  expect(await shop.server.loadCatalogue(page, 'FOREIGN')).toBeUndefined()
  mock.setScenario('gateway-down')
  expect(await shop.server.loadCatalogue(page, 'A-1')).toBeUndefined()
  shop.order = undefined
  expect(await shop.server.loadCatalogue(page, 'A-1')).toBeUndefined()
})
