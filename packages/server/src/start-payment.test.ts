import { createMockImoje, type MockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import {
  createFakeShop,
  createTestClock,
  testCredentials,
  testOrder,
  type FakeShop,
} from './fake-shop.test.kit.ts'
import { memoryStore } from './shared-store.ts'
import { createTwoShops } from '../test/two-shops.ts'

function setUp(options: Parameters<typeof createFakeShop>[1] = {}) {
  const clock = createTestClock()
  const mock: MockImoje = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.server.handle(new Request(input, init)),
  })
  // Nobody confirms in a bank's app, so a payment with a code stays open.
  mock.setBlik({ outcome: 'silent' })
  const shop: FakeShop = createFakeShop(mock.fetch, { ...options, clock })
  const created = () => mock.journal().filter(({ route }) => route.startsWith('create-')).length
  return { clock, mock, shop, created }
}

const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik' }
const withCode = { ...blik, blikCode: '777123' }
const read = async (answer: Promise<Response>) => {
  const { status, headers } = await answer
  return { status, type: headers.get('content-type'), body: (await (await answer).json()) as Body }
}
interface Body {
  readonly type?: string
  readonly code?: string
  readonly transaction?: { readonly id: string; readonly status: string }
  readonly action?: { readonly url: string }
  readonly payment?: { readonly id: string; readonly url: string }
}
const problem = (type: string, status = 409) =>
  expect.objectContaining({
    status,
    type: 'application/problem+json',
    body: expect.objectContaining({ type, status }) as Body,
  }) as unknown

it('starts a transaction with the shop’s figures and gives the page to go to', async () => {
  const { shop, mock } = setUp()
  const { status, body } = await read(shop.pay('key-1'))
  expect(status).toBe(200)
  expect(body).toEqual({
    transaction: {
      id: body.transaction?.id,
      status: 'new',
      paymentMethod: 'pbl',
      paymentMethodCode: 'mtransfer',
    },
    action: {
      type: 'redirect',
      url: expect.stringMatching(/^https:\/\/mock\.test\/s\//) as string,
      method: 'GET',
      contentType: '',
      contentBodyRaw: '',
    },
  })
  expect(mock.journal()).toMatchObject([
    { route: 'create-transaction', orderId: 'A-1', idempotencyKey: 'key-1' },
  ])
})

it('starts BLIK without a code by page', async () => {
  const { body } = await read(setUp().shop.pay('key-1', blik))
  expect(body.action?.url).toMatch(/^https:\/\/mock\.test\/s\//)
})

it('makes a payment link for a card', async () => {
  const { status, body } = await read(setUp().shop.link('key-1'))
  expect([status, body]).toEqual([
    200,
    {
      payment: {
        id: expect.any(String) as string,
        url: expect.stringMatching(/^https:\/\/mock\.test\/s\//) as string,
      },
    },
  ])
})

it('makes one transaction of fifty requests with the same key', async () => {
  const { shop, created } = setUp()
  const answers = await Promise.all(Array.from({ length: 50 }, () => read(shop.pay('key-1'))))
  expect(new Set(answers.map(({ body }) => body.action?.url)).size).toBe(1)
  expect(created()).toBe(1)
})

const ways = [
  ['a page', 'pay'],
  ['a link', 'link'],
] as const

it.each(ways)('gives the address of %s again while it can be paid', async (_, way) => {
  const { shop, created } = setUp()
  const first = await read(shop[way]('key-1'))
  shop.clock.advance(14 * 60_000)
  expect(await read(shop[way]('key-1'))).toEqual(first)
  expect(created()).toBe(1)
})

it.each(ways)('gives no address of %s again once another attempt has paid', async (_, way) => {
  const { mock, shop, created } = setUp()
  await shop[way]('key-1')
  const { body } = await read(shop.pay('key-2', { paymentMethodCode: 'ipko' }))
  await mock.fetch(body.action?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) })
  expect(await read(shop[way]('key-1'))).toEqual(problem('order-paid'))
  expect(created()).toBe(2)
})

it.each(ways)('gives no address of %s again once the shop calls the order paid', async (_, way) => {
  const { shop } = setUp()
  await shop[way]('key-1')
  shop.payment = { status: 'paid' }
  expect(await read(shop[way]('key-1'))).toEqual(problem('order-paid'))
})

it.each(ways)('gives no address of %s again when the order has changed since', async (_, way) => {
  const { shop, created } = setUp()
  await shop[way]('key-1')
  shop.order = { ...testOrder, amount: 30_000 }
  expect((await read(shop[way]('key-1'))).body).toEqual({
    type: 'order-changed',
    status: 409,
    amount: 30_000,
    currency: 'PLN',
  })
  expect(created()).toBe(1)
})

it.each(ways)('gives no address of %s again beside a BLIK code that is open', async (_, way) => {
  const { shop, created } = setUp()
  await shop[way]('key-1')
  await shop.pay('key-2', withCode)
  expect(await read(shop[way]('key-1'))).toEqual(problem('attempt-open'))
  expect(created()).toBe(2)
})

it.each(ways)(
  'sends %s again that can’t be paid any more, and gives that address from then on',
  async (_, way) => {
    const { shop, created } = setUp()
    const address = ({ body }: { body: Body }) => body.action?.url ?? body.payment?.url
    const first = await read(shop[way]('key-1'))
    shop.clock.advance(15 * 60_000)
    const second = await read(shop[way]('key-1'))
    expect(address(second)).toMatch(/\/s\//)
    expect(address(second)).not.toBe(address(first))
    shop.clock.advance(14 * 60_000)
    expect(await read(shop[way]('key-1'))).toEqual(second)
    expect(created()).toBe(2)
  },
)

it('sends a page again that was refused', async () => {
  const { mock, shop, created } = setUp()
  const { body } = await read(shop.pay('key-1'))
  const outcome = new URLSearchParams({ outcome: 'refuse' })
  await mock.fetch(body.action?.url ?? '', { method: 'POST', body: outcome })
  const again = await read(shop.pay('key-1'))
  expect(again.body.action?.url).not.toBe(body.action?.url)
  expect(created()).toBe(2)
})

it('cancels the link in whose place another is sent', async () => {
  const { mock, shop } = setUp()
  const { body } = await read(shop.link('key-1'))
  const form = new URLSearchParams({ outcome: 'refuse', channel: 'card/ecom3ds' })
  await mock.fetch(body.payment?.url ?? '', { method: 'POST', body: form })
  await shop.get('/orders/A-1/payment')
  expect((await read(shop.link('key-1'))).body.payment?.url).not.toBe(body.payment?.url)
  expect(mock.journal().map(({ route }) => route)).toContain('cancel-payment')
})

it('gives the answer to a BLIK code again while it is open, and else never says that it didn’t charge', async () => {
  const { shop, created } = setUp()
  const first = await read(shop.pay('key-1', withCode))
  expect(await read(shop.pay('key-1', withCode))).toEqual(first)
  shop.order = { ...testOrder, amount: 30_000 }
  expect(await read(shop.pay('key-1', withCode))).toEqual(problem('attempt-open'))
  shop.order = testOrder
  shop.clock.advance(15 * 60_000)
  expect(await read(shop.pay('key-1', withCode))).toEqual(problem('attempt-open'))
  expect(created()).toBe(1)
})

it('gives no address when another attempt has paid while it was asked for', async () => {
  const clock = createTestClock()
  const mock = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.server.handle(new Request(input, init)),
  })
  const first: { url?: string } = {}
  const shop: FakeShop = createFakeShop(
    async (input, init) => {
      const answer = await mock.fetch(input, init)
      const form = new URLSearchParams({ outcome: 'pay' })
      if (first.url !== undefined) await mock.fetch(first.url, { method: 'POST', body: form })
      return answer
    },
    { clock },
  )
  const { action } = (await read(shop.pay('key-1'))).body
  first.url = action?.url ?? ''
  expect(await read(shop.pay('key-2', { paymentMethodCode: 'ipko' }))).toEqual(problem('order-paid'))
  expect(shop.told).toMatchObject([{ type: 'paid' }])
})

it('starts nothing beside a BLIK code that imoje speaks of after the clock had ended it', async () => {
  const { mock, shop, created } = setUp()
  mock.addFault({ match: { route: 'create-transaction' }, drop: true, processed: true, times: 1 })
  await shop.pay('key-1', withCode)
  shop.clock.advance(16 * 60_000)
  await shop.pay('key-2')
  const body = JSON.stringify({
    transaction: {
      id: 't-late',
      type: 'sale',
      status: 'pending',
      serviceId: testCredentials.serviceId,
      orderId: 'A-1',
      amount: testOrder.amount,
      currency: 'PLN',
      ...blik,
    },
  })
  const { merchantId, serviceId, serviceKey } = testCredentials
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body + serviceKey))
  const signature = `merchantid=${merchantId};serviceid=${serviceId};signature=${Buffer.from(digest).toString('hex')};alg=sha256`
  await shop.send('/notifications', { method: 'POST', headers: { 'x-imoje-signature': signature }, body })
  expect(shop.told).toMatchObject([{ type: 'pending', transactionId: 't-late' }])
  expect(await read(shop.link('key-3'))).toEqual(problem('attempt-open'))
  expect(created()).toBe(2)
})

it('gives an end in which nothing was charged again, also when the order has changed or is paid', async () => {
  const { mock, shop, created } = setUp()
  mock.addFault({ match: { code: 'mtransfer' }, status: 422, times: 1 })
  const first = await read(shop.pay('key-1'))
  shop.order = { ...testOrder, amount: 1 }
  shop.payment = { status: 'paid' }
  expect(await read(shop.pay('key-1'))).toEqual(first)
  expect(created()).toBe(1)
})

it.each([
  ['another channel', { paymentMethodCode: 'ipko' }],
  ['another amount', { expectedAmount: 1 }],
  ['another order', { orderId: 'A-2' }],
])('refuses a key that comes with %s', async (_, change) => {
  const { shop, created } = setUp()
  await shop.pay('key-1')
  expect(await read(shop.pay('key-1', change))).toEqual(problem('key-reused'))
  expect(created()).toBe(1)
})

it('refuses a key that comes with another BLIK code', async () => {
  const { shop, created } = setUp()
  await shop.pay('key-1', withCode)
  expect(await read(shop.pay('key-1', { ...blik, blikCode: '777124' }))).toEqual(problem('key-reused'))
  expect(created()).toBe(1)
})

it('refuses a key that comes with two bodies at once', async () => {
  const { shop, created } = setUp()
  const answers = await Promise.all([
    read(shop.pay('key-1')),
    read(shop.pay('key-1', { paymentMethodCode: 'ipko' })),
  ])
  expect(answers).toContainEqual(problem('key-reused'))
  expect(answers).toContainEqual(expect.objectContaining({ status: 200 }))
  expect(created()).toBe(1)
})

it('starts nothing for a stranger', async () => {
  const { shop, created } = setUp()
  expect(await read(shop.pay('key-1', { orderId: 'FOREIGN' }))).toEqual(problem('unauthenticated', 401))
  expect(await read(shop.link('key-1', { orderId: 'FOREIGN' }))).toEqual(problem('unauthenticated', 401))
  expect(created()).toBe(0)
})

it('sends nothing when the shopper saw another total, and says what it is now', async () => {
  const { shop, created } = setUp()
  shop.order = { ...testOrder, amount: 9_900 }
  const changed = { type: 'order-changed', status: 409, amount: 9_900, currency: 'PLN' }
  expect((await read(shop.pay('key-1'))).body).toEqual(changed)
  expect((await read(shop.link('key-2'))).body).toEqual(changed)
  expect(created()).toBe(0)
  expect((await shop.pay('key-1', { expectedAmount: 9_900 })).status).toBe(200)
})

it('refuses to pay an order the shop calls paid', async () => {
  const { shop, created } = setUp()
  shop.payment = { status: 'paid' }
  expect(await read(shop.pay('key-1'))).toEqual(problem('order-paid'))
  expect(await read(shop.link('key-2'))).toEqual(problem('order-paid'))
  expect(created()).toBe(0)
})

it('refuses to pay an order that imoje called paid, even if the shop forgot', async () => {
  const { mock, shop, created } = setUp()
  const { body } = await read(shop.pay('key-1'))
  await mock.fetch(body.action?.url ?? '', { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) })
  expect(shop.told).toMatchObject([{ type: 'paid', orderId: 'A-1' }])
  expect(await read(shop.pay('key-2'))).toEqual(problem('order-paid'))
  expect(created()).toBe(1)
})

it('starts nothing beside an open BLIK code, and something once that is refused', async () => {
  const { mock, shop, created } = setUp()
  const first = await read(shop.pay('key-1', withCode))
  expect(first.body).toMatchObject({ transaction: { status: 'pending' } })
  expect(first.body.action).toBeUndefined()
  expect(await read(shop.pay('key-2'))).toEqual(problem('attempt-open'))
  expect(await read(shop.link('key-3'))).toEqual(problem('attempt-open'))
  expect(created()).toBe(1)
  shop.clock.advance(16 * 60_000)
  expect((await read(shop.pay('key-2'))).status).toBe(200)
  expect(mock.journal().some(({ route }) => route === 'get-transaction')).toBe(true)
  expect(shop.told).toMatchObject([{ type: 'failed', status: 'cancelled' }])
})

it('sends a page again when its answer was lost, under the same attempt', async () => {
  const { mock, shop, created } = setUp()
  mock.addFault({ match: { route: 'create-transaction' }, drop: true, processed: true, times: 1 })
  expect(await read(shop.pay('key-1'))).toEqual(problem('internal', 500))
  const again = await read(shop.pay('key-1'))
  expect(again.body.action?.url).toMatch(/\/s\//)
  expect(created()).toBe(2)
  await mock.fetch(again.body.action?.url ?? '', {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'pay' }),
  })
  expect(shop.told).toMatchObject([{ type: 'paid', transactionId: again.body.transaction?.id }])
})

it('never sends a BLIK code again when its answer was lost', async () => {
  const { mock, shop, created } = setUp()
  mock.setScenario('gateway-slow-death')
  expect((await read(shop.pay('key-1', withCode))).status).toBe(504)
  mock.setScenario('calm')
  expect(await read(shop.pay('key-1', withCode))).toEqual(problem('attempt-open'))
  expect(await read(shop.pay('key-2', withCode))).toEqual(problem('attempt-open'))
  expect(created()).toBe(1)
})

it('ends a lost BLIK code a minute after it could last be paid', async () => {
  const { mock, shop } = setUp({ gatewayCircuit: false })
  mock.setScenario('gateway-slow-death')
  await shop.pay('key-1', withCode)
  mock.setScenario('calm')
  shop.clock.advance(16 * 60_000 - 1)
  expect((await read(shop.pay('key-2'))).body.type).toBe('attempt-open')
  shop.clock.advance(1)
  expect((await read(shop.pay('key-2'))).status).toBe(200)
})

it('never sends a BLIK code under a key again, not even when the attempt has ended', async () => {
  const { mock, shop, created } = setUp()
  mock.setScenario('gateway-slow-death')
  await shop.pay('key-1', withCode)
  mock.setScenario('calm')
  shop.clock.advance(24 * 3_600_000)
  expect(await read(shop.pay('key-1', withCode))).toEqual(problem('attempt-open'))
  expect(created()).toBe(1)
})

it('waits ten seconds for an answer, then says that nobody knows', async () => {
  const { mock, shop } = setUp()
  mock.addFault({ match: { route: 'create-transaction' }, hang: true, times: 1 })
  const answer = read(shop.pay('key-1'))
  while (mock.journal().length === 0) await new Promise((resolve) => setTimeout(resolve))
  shop.clock.advance(10_000)
  expect(await answer).toEqual(problem('upstream-timeout', 504))
  expect((await read(shop.pay('key-1'))).status).toBe(200)
})

it('waits fifteen seconds for a process that died, even if its clock was an hour ahead', async () => {
  const { clock, mock, store, shop } = createTwoShops()
  let polls = 0
  const setTimer: typeof clock.setTimer = (run, ms) => {
    if (ms === 250) polls += 1
    return clock.setTimer(run, ms)
  }
  const trustedOrigins = ['https://mock.test']
  const other = createFakeShop(mock.fetch, { trustedOrigins, store, clock: { ...clock, setTimer } })
  mock.addFault({ match: { route: 'create-transaction' }, hang: true, times: 1 })
  clock.advance(3_600_000)
  void shop.pay('key-1')
  while (mock.journal().length === 0) await new Promise((resolve) => setTimeout(resolve))
  clock.advance(-3_600_000)

  const waiting = new Set([other.pay('key-1')])
  const [answer] = waiting
  void answer?.finally(() => waiting.clear())
  while (waiting.size > 0) {
    await new Promise((resolve) => setTimeout(resolve))
    clock.advance(250)
  }
  expect([(await answer)?.status, polls]).toEqual([200, 60])
})

it.each([400, 401, 403, 404, 406, 422, 429, 500, 502, 503, 504])(
  'passes imoje’s %d on with its error, cut',
  async (status) => {
    const { mock, shop } = setUp()
    mock.addFault({ match: { route: 'create-transaction' }, status, headers: { 'retry-after': '45' } })
    const answer = await shop.pay('key-1')
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toBe('application/json')
    expect(answer.headers.get('retry-after')).toBe('45')
    expect(await answer.json()).toEqual({
      code: `MOCK-ERROR-${status}00`,
      message: expect.any(String) as string,
      errors: [],
    })
  },
)

it('repeats an end in which nothing was charged, and starts anew under another key', async () => {
  const { mock, shop, created } = setUp()
  mock.addFault({ match: { code: 'mtransfer' }, status: 500, times: 1 })
  expect((await read(shop.pay('key-1'))).status).toBe(500)
  expect((await read(shop.pay('key-1'))).status).toBe(500)
  expect(created()).toBe(1)
  expect((await read(shop.pay('key-2'))).status).toBe(200)
})

it('passes the fields imoje found fault with', async () => {
  const { mock, shop } = setUp()
  mock.setScenario('validation')
  const { status, body } = await read(shop.pay('key-1'))
  expect([status, body]).toMatchObject([422, { errors: [{ property: 'customer.email' }, {}] }])
})

it('checks the customer before anything is recorded or sent', async () => {
  const { shop, created } = setUp()
  shop.order = { ...testOrder, customer: { ...testOrder.customer, email: 'nobody' } }
  const refused = await read(shop.pay('key-1'))
  expect(refused.body).toEqual({ type: 'invalid-request', status: 422, field: 'customer.email' })
  expect(created()).toBe(0)
  shop.order = testOrder
  expect((await read(shop.pay('key-1'))).status).toBe(200)
})

it('sends nothing when the store can’t record it', async () => {
  const broken = () => Promise.reject(new Error('store is away'))
  const { shop, created } = setUp({ store: { claim: broken, get: broken, set: broken } })
  expect(await read(shop.pay('key-1'))).toEqual(problem('store-unavailable', 503))
  expect(created()).toBe(0)
})

it('records the attempt before it calls imoje', async () => {
  const order: string[] = []
  const clock = createTestClock()
  const store = memoryStore(clock)
  const shop = createFakeShop(
    () => {
      order.push('imoje')
      return Promise.reject(new TypeError('cut'))
    },
    {
      clock,
      store: {
        ...store,
        claim: (key, ...rest) => {
          if (key.startsWith('attempt:')) order.push('record')
          return store.claim(key, ...rest)
        },
      },
    },
  )
  await shop.pay('key-1')
  expect(order).toEqual(['record', 'imoje'])
})

it('still gives the address when the store fails after imoje has answered', async () => {
  const store = memoryStore()
  let away = false
  const { mock, shop } = setUp({
    store: { ...store, set: (...entry) => (away ? Promise.reject(new Error('away')) : store.set(...entry)) },
  })
  away = true
  const { status, body } = await read(shop.pay('key-1'))
  expect([status, body.action?.url]).toEqual([200, expect.stringContaining('/s/')])
  expect(mock.journal()).toHaveLength(1)
})

it('keeps no BLIK code, neither in the store nor in an event', async () => {
  const written: string[] = []
  const store = memoryStore()
  const { shop } = setUp({
    store: {
      get: (key) => store.get(key),
      claim: (...entry) => (written.push(entry.join(' ')), store.claim(...entry)),
      set: (...entry) => (written.push(entry.join(' ')), store.set(...entry)),
    },
  })
  await shop.pay('key-1', withCode)
  await shop.pay('key-2', { ...withCode, blikCode: '77712x' })
  expect(written.length).toBeGreaterThan(3)
  expect([written, JSON.stringify(shop.events), shop.said].flat().join('\n')).not.toMatch(/77712/)
})

it.each([
  ['a transfer has no end', { paymentMethod: 'wt', paymentMethodCode: 'wt' }, null],
  ['a bank has 15 minutes', {}, 15 * 60],
])('says until when it can be paid: %s', async (_, way, seconds) => {
  const bodies: { validTo: number | null }[] = []
  const clock = createTestClock()
  const shop = createFakeShop(
    async (input, init) => {
      bodies.push((await new Request(input, init).json()) as { validTo: number | null })
      return Response.json({}, { status: 500 })
    },
    { clock },
  )
  await shop.pay('key-1', way)
  expect(bodies).toMatchObject([{ validTo: seconds === null ? null : clock.now() / 1_000 + seconds }])
})
