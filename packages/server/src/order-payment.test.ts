import { createMockImoje, type MockImoje } from '@tillkit/mock-api'
import { expect, it, vi } from 'vitest'
import {
  createFakeShop,
  createTestClock,
  testCredentials,
  testOrder,
  type FakeShop,
} from './fake-shop.test.kit.ts'

const MINUTE_MS = 60_000

/** Notifications are lost, unless `deliver` is called: the shop has to ask. */
async function setUp(options: Parameters<typeof createFakeShop>[1] = {}) {
  const clock = createTestClock()
  const mock: MockImoje = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: () => Promise.reject(new TypeError('lost')),
  })
  const shop = createFakeShop(mock.fetch, { ...options, clock })
  await shop.get('/payment-methods?orderId=A-1')
  clock.advance(16 * MINUTE_MS)
  mock.clearJournal()
  const state = async (query = '') =>
    (await shop.get(`/orders/A-1/payment${query}`)).json() as Promise<unknown>
  const visit = async (answer: Response, outcome: string) => {
    const body = (await answer.json()) as { action?: { url: string }; payment?: { url: string } }
    const url = `${body.action?.url ?? body.payment?.url}`
    await mock.fetch(url, { method: 'POST', body: new URLSearchParams({ outcome, channel: 'card/ecom3ds' }) })
  }
  return { clock, mock, shop, state, visit }
}

it('says none while nothing was tried', async () => {
  const { state } = await setUp()
  expect(await state()).toEqual({ status: 'none' })
})

it.each(['paid', 'pending', 'failed', 'none'] as const)('passes on the shop’s %s', async (status) => {
  const { shop, state } = await setUp()
  shop.payment = { status, transactionId: 'own-1' }
  expect(await state()).toEqual({ status, transactionId: 'own-1' })
})

it('says pending, with the id, while an attempt is open', async () => {
  const { shop, state } = await setUp()
  const { transaction } = (await (await shop.pay('key-1')).json()) as { transaction: { id: string } }
  expect(await state()).toEqual({ status: 'pending', transactionId: transaction.id })
  expect(await state('?key=key-1')).toEqual({ status: 'pending', transactionId: transaction.id })
})

it.each([
  ['pay', 'paid', 'paid'],
  ['refuse', 'failed', 'failed'],
  ['cancel', 'failed', 'failed'],
])(
  'finds out by asking when the notification of "%s" was lost, and tells the shop',
  async (outcome, status, type) => {
    const { shop, state, visit } = await setUp()
    await visit(await shop.pay('key-1'), outcome)
    expect(await state('?key=key-1')).toMatchObject({ status })
    expect(await state()).toMatchObject({ status })
    expect(shop.told).toMatchObject([{ type, orderId: 'A-1' }])
  },
)

it.each<[string, (shop: FakeShop) => Promise<Response>]>([
  ['a bank’s page', (shop) => shop.pay('key-1')],
  ['a link', (shop) => shop.link('key-1')],
])('starts nothing where %s was paid and the notification is late, and tells the shop', async (_, pay) => {
  const { shop, visit } = await setUp()
  await visit(await pay(shop), 'pay')
  const answer = await shop.pay('key-of-another-device')
  expect(await answer.json()).toMatchObject({ type: 'order-paid' })
  expect(shop.told).toMatchObject([{ type: 'paid' }])
})

it.each<[string, 'get-transaction' | 'get-payment', (shop: FakeShop) => Promise<Response>]>([
  ['a bank’s page', 'get-transaction', (shop) => shop.pay('key-1')],
  ['a link', 'get-payment', (shop) => shop.link('key-1')],
])('lets nobody wait long for word of %s before another payment', async (_, route, pay) => {
  const { clock, mock, shop } = await setUp()
  await pay(shop)
  mock.addFault({ match: { route }, hang: true })
  const asked = () => mock.journal().some((request) => request.route === route)
  const answer = shop.pay('key-2')
  await vi.waitFor(() => expect(asked()).toBe(true))
  const paying = new Set([answer])
  void answer.finally(() => paying.clear())
  clock.advance(3_000)
  await vi.waitFor(() => expect(paying.size).toBe(0))
  expect((await answer).status).toBe(200)
})

it('records nothing where imoje is found away by asking for a page, so the same key goes on later', async () => {
  const { clock, mock, shop } = await setUp()
  await shop.pay('key-1')
  mock.addFault({ match: { route: 'get-transaction' }, status: 503, times: 1 })
  expect((await shop.pay('key-2')).status).toBe(503)
  clock.advance(5 * MINUTE_MS)
  await shop.get('/payment-methods?orderId=A-1&fresh=1')
  expect((await shop.pay('key-2')).status).toBe(200)
})

it('finds out about a payment link too', async () => {
  const { shop, state, visit } = await setUp()
  await visit(await shop.link('key-1'), 'pay')
  expect(await state()).toMatchObject({ status: 'paid' })
  expect(shop.told).toMatchObject([{ type: 'paid', amount: testOrder.amount }])
})

const link = (statuses: readonly string[], more: object): object => ({
  id: 'l-1',
  transactions: statuses.map((status, n) => ({ id: `t-${n}`, status })),
  ...more,
})
const validTo = Date.parse('2026-11-22T12:15:00Z') / 1_000

it.each([
  ['under which nothing was tried', [], {}, 'pending', undefined],
  ['under which one is open beside one refused', ['rejected', 'pending'], {}, 'pending', undefined],
  ['under which all were refused', ['rejected', 'cancelled'], { isActive: true }, 'pending', undefined],
  ['that ended with what was refused', ['rejected', 'rejected'], { status: 'rejected' }, 'failed', 't-1'],
  ['that is cancelled', [], { status: 'cancelled' }, 'failed', undefined],
  ['that is no longer active', ['rejected'], { isActive: false }, 'failed', 't-0'],
  ['that is cancelled while one is open', ['pending'], { status: 'cancelled' }, 'pending', undefined],
  ['whose time is up', ['rejected'], { validTo }, 'failed', 't-0'],
  ['whose time is just up', [], { validTo: validTo + 1 }, 'pending', undefined],
  ['without an end', [], { validTo: null }, 'pending', undefined],
  ['under which one was paid after one refused', ['rejected', 'settled'], {}, 'paid', 't-1'],
  ['that is cancelled after one was paid', ['settled', 'cancelled'], { isActive: false }, 'paid', 't-0'],
])('reads a link %s', async (_, statuses, more, status, transactionId) => {
  // imoje's own clock, a minute after the link's end.
  const date = 'Sun, 22 Nov 2026 12:16:00 GMT'
  const shop = createFakeShop((input, init) =>
    Promise.resolve(
      Response.json(
        new Request(input, init).method === 'POST'
          ? { payment: { id: 'l-1', url: 'https://paywall.imoje.pl/l' } }
          : link(statuses, more),
        { headers: { date } },
      ),
    ),
  )
  await shop.link('key-1')
  const answer = await shop.get('/orders/A-1/payment?key=key-1')
  expect(await answer.json()).toEqual(transactionId === undefined ? { status } : { status, transactionId })
})

it('tells the shop of each try by a link, once, and of two that paid', async () => {
  let statuses = ['rejected', 'cancelled']
  const shop = createFakeShop((input, init) =>
    Promise.resolve(
      Response.json(
        new Request(input, init).method === 'POST'
          ? { payment: { id: 'l-1', url: 'https://paywall.imoje.pl/l' } }
          : link(statuses, {}),
      ),
    ),
  )
  const told = () => shop.told.map(({ type, transactionId }) => `${type} ${transactionId}`)
  await shop.link('key-1')
  await shop.get('/orders/A-1/payment')
  shop.clock.advance(2_000)
  await shop.get('/orders/A-1/payment')
  expect(told()).toEqual(['failed t-0', 'failed t-1'])
  statuses = [...statuses, 'settled', 'settled']
  shop.clock.advance(2_000)
  expect(await (await shop.get('/orders/A-1/payment')).json()).toMatchObject({ status: 'paid' })
  expect(told().slice(2)).toEqual(['paid t-2', 'paid-twice t-3'])
})

it.each([
  ['cancels a link when it learns by asking that another attempt has paid', testOrder.amount, 1],
  ['cancels no link when what was paid isn’t what was asked for', 1, 0],
])('%s', async (_, amount, times) => {
  const asked: string[] = []
  const shop = createFakeShop((input, init) => {
    const request = new Request(input, init)
    const path = new URL(request.url).pathname.split('/').slice(4).join('/')
    asked.push(path)
    const transaction = { id: 't-1', status: request.method === 'POST' ? 'new' : 'settled', amount }
    return Promise.resolve(
      Response.json(
        path === 'payment'
          ? { payment: { id: 'l-1', url: 'https://paywall.imoje.pl/l' } }
          : path.startsWith('payment/')
            ? link([], {})
            : { transaction, action: { url: 'https://paywall.imoje.pl/t' } },
      ),
    )
  })
  await shop.link('key-1')
  const { transaction } = (await (await shop.pay('key-2')).json()) as { transaction: { id: string } }
  await shop.get(`/transactions/${transaction.id}`)
  await new Promise((resolve) => setTimeout(resolve))
  expect(shop.told).toMatchObject([{ type: times ? 'paid' : 'mismatch' }])
  expect(asked.filter((path) => path === 'payment/cancel')).toHaveLength(times)
})

it('calls a link failed that imoje’s page closed when the payer was refused', async () => {
  const { shop, state, visit } = await setUp()
  await visit(await shop.link('key-1'), 'refuse')
  expect(await state()).toMatchObject({ status: 'failed' })
  expect(await state('?key=key-1')).toMatchObject({ status: 'failed' })
})

it('says pending of the order, and none of the key, when a BLIK code of another key is open', async () => {
  const { mock, shop, state } = await setUp()
  mock.setScenario('gateway-slow-death')
  await shop.pay('key-1', { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' })
  mock.setScenario('calm')
  expect((await shop.pay('key-2')).status).toBe(409)
  expect(await state()).toEqual({ status: 'pending' })
  expect(await state('?key=key-2')).toEqual({ status: 'none' })
  expect(await state()).toEqual({ status: 'pending' })
})

it('tells the shop again of what it failed to take', async () => {
  const { shop, state, visit } = await setUp()
  await visit(await shop.pay('key-1'), 'pay')
  shop.onPayment = () => Promise.reject(new Error('database is away'))
  expect(await state()).toMatchObject({ status: 'paid' })
  const before = shop.told.length
  shop.onPayment = () => Promise.resolve()
  await state()
  await state()
  expect(shop.told).toHaveLength(before + 1)
})

it('asks imoje once in two seconds, however many poll', async () => {
  const { clock, mock, shop, state } = await setUp()
  await shop.pay('key-1')
  await Promise.all(Array.from({ length: 10 }, () => state()))
  expect(mock.journal().filter(({ route }) => route === 'get-transaction')).toHaveLength(1)
  clock.advance(2_000)
  await state()
  expect(mock.journal().filter(({ route }) => route === 'get-transaction')).toHaveLength(2)
})

it('stays pending while imoje is away', async () => {
  const { mock, shop, state, visit } = await setUp()
  await visit(await shop.pay('key-1'), 'pay')
  mock.setScenario('gateway-down')
  expect(await state()).toMatchObject({ status: 'pending' })
})

it('calls an order paid even when asked about another attempt', async () => {
  const { shop, state, visit } = await setUp()
  await shop.pay('key-1')
  await visit(await shop.pay('key-2', { paymentMethodCode: 'ipko' }), 'pay')
  await state()
  expect(await state('?key=key-1')).toMatchObject({ status: 'paid' })
})

it('calls an attempt failed in which nothing was charged', async () => {
  const { mock, shop, state } = await setUp()
  mock.addFault({ match: { code: 'mtransfer' }, status: 500, times: 1 })
  await shop.pay('key-1')
  expect(await state('?key=key-1')).toEqual({ status: 'failed' })
  expect(await state()).toEqual({ status: 'failed' })
})

it('calls an attempt pending whose answer was lost, until a minute after it could last be paid', async () => {
  const { clock, mock, shop, state } = await setUp()
  mock.setScenario('gateway-slow-death')
  await shop.pay('key-1')
  mock.setScenario('calm')
  clock.advance(16 * MINUTE_MS - 1)
  expect(await state('?key=key-1')).toEqual({ status: 'pending' })
  clock.advance(1)
  expect(await state('?key=key-1')).toEqual({ status: 'failed' })
})

it('closes a key when it says none: nothing can start under it any more', async () => {
  const { mock, shop, state } = await setUp()
  expect(await state('?key=key-1')).toEqual({ status: 'none' })
  const late = await shop.pay('key-1')
  expect([late.status, await late.json()]).toMatchObject([409, { type: 'key-reused' }])
  expect(mock.journal()).toEqual([])
})

it('closes no key that belongs to another order', async () => {
  const { mock, shop, state } = await setUp()
  mock.addFault({ match: {}, drop: true, times: 1 })
  await shop.pay('key-1', { orderId: 'A-2' })
  expect(await state('?key=key-1')).toEqual({ status: 'none' })
  expect((await shop.pay('key-1', { orderId: 'A-2' })).status).toBe(200)
})

it('promises nothing about a key it doesn’t know while its store is young', async () => {
  const clock = createTestClock()
  const shop = createFakeShop(() => Promise.reject(new TypeError('cut')), { clock })
  const state = async () => (await shop.get('/orders/A-1/payment?key=key-1')).json() as Promise<unknown>
  expect(await state()).toEqual({ status: 'pending' })
  clock.advance(16 * MINUTE_MS - 1)
  expect(await state()).toEqual({ status: 'pending' })
  clock.advance(1)
  expect(await state()).toEqual({ status: 'none' })
})

it('says 501 where the shop can’t tell, unless imoje said paid', async () => {
  const { shop, state, visit } = await setUp()
  shop.payment = undefined
  const first = await shop.get('/orders/A-1/payment')
  expect([first.status, await first.json()]).toEqual([501, { type: 'internal', status: 501 }])
  await visit(await shop.pay('key-1'), 'pay')
  expect(await state()).toMatchObject({ status: 'paid' })
})

it('shows nobody another’s order', async () => {
  const { shop } = await setUp()
  expect((await shop.get('/orders/FOREIGN/payment')).status).toBe(401)
})

it.each([
  ['orderId', '/orders/%E0%A4%A/payment'],
  ['orderId', '/orders/%3Cb%3E/payment'],
  ['key', '/orders/A-1/payment?key='],
  ['key', `/orders/A-1/payment?key=${'k'.repeat(129)}`],
])('names the %s that is wrong', async (field, path) => {
  const { shop } = await setUp()
  const answer = await shop.get(path)
  expect([answer.status, await answer.json()]).toEqual([400, { type: 'invalid-request', status: 400, field }])
})

it('gives a transaction to whom its order belongs, cut to the allow-list', async () => {
  const { shop } = await setUp()
  const { transaction } = (await (await shop.pay('key-1')).json()) as { transaction: { id: string } }
  const answer = await shop.get(`/transactions/${transaction.id}`)
  expect([answer.status, await answer.json()]).toEqual([
    200,
    {
      transaction: {
        id: transaction.id,
        status: 'new',
        paymentMethod: 'pbl',
        paymentMethodCode: 'mtransfer',
      },
    },
  ])
})

const withCode = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }
const started = async (answer: Promise<Response>) =>
  (await (await answer).json()) as { transaction: { id: string; status: string; statusCode?: string } }

it('says why a BLIK code was refused', async () => {
  const { clock, mock, shop, state } = await setUp()
  mock.setBlik({ outcome: 'refused', statusCode: 'BLK-ERROR-210005', afterMs: 5_000 })
  const { transaction } = await started(shop.pay('key-1', withCode))
  clock.advance(5_000)
  await mock.catchUp()
  expect(await started(shop.get(`/transactions/${transaction.id}`))).toMatchObject({
    transaction: { status: 'rejected', statusCode: 'BLK-ERROR-210005' },
  })
  expect(await state('?key=key-1')).toEqual({ status: 'failed', transactionId: transaction.id })
})

it('asks imoje again for a reason that comes after the refusal, and tells the shop of that once', async () => {
  const { clock, mock, shop, state } = await setUp()
  mock.setBlik({
    outcome: 'refused',
    statusCode: 'BLK-ERROR-210014',
    afterMs: 5_000,
    statusCodeAfterMs: 10_000,
  })
  const { transaction } = await started(shop.pay('key-1', withCode))
  const reason = async () => {
    await mock.catchUp()
    return (await started(shop.get(`/transactions/${transaction.id}`))).transaction
  }
  clock.advance(5_000)
  expect(await reason()).toMatchObject({ status: 'rejected' })
  expect(await reason()).not.toHaveProperty('statusCode')
  expect(await state()).toEqual({ status: 'failed', transactionId: transaction.id })
  clock.advance(10_000)
  expect(await reason()).toMatchObject({ status: 'rejected', statusCode: 'BLK-ERROR-210014' })
  expect(shop.told).toMatchObject([{ type: 'failed', status: 'rejected' }])
})

it('says why a BLIK code was refused at once, and the same to who asks again', async () => {
  const { mock, shop } = await setUp()
  mock.setBlik({ outcome: 'refused', statusCode: 'BLK-ERROR-210006', afterMs: 0 })
  const refused = { transaction: { status: 'rejected', statusCode: 'BLK-ERROR-210006' } }
  const first = await started(shop.pay('key-1', withCode))
  expect(first).toMatchObject(refused)
  expect(await started(shop.pay('key-1', withCode))).toEqual(first)
  expect(await started(shop.get(`/transactions/${first.transaction.id}`))).toMatchObject(refused)
  expect((await shop.pay('key-2', withCode)).status).toBe(200)
})

it('gives no transaction it didn’t start, no link, and none of another’s', async () => {
  let mine = true
  const { mock, shop } = await setUp({ authorize: () => Promise.resolve(mine) })
  expect((await shop.get('/transactions/00000000-0000-4000-8000-000000000000')).status).toBe(404)
  const { payment } = (await (await shop.link('key-1')).json()) as { payment: { id: string } }
  expect((await shop.get(`/transactions/${payment.id}`)).status).toBe(404)
  const { transaction } = (await (await shop.pay('key-2')).json()) as { transaction: { id: string } }
  mine = false
  expect((await shop.get(`/transactions/${transaction.id}`)).status).toBe(401)
  expect(mock.journal().some(({ route }) => route === 'get-transaction')).toBe(false)
})
