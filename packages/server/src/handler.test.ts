import { createMockImoje, type MockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, type FakeShop } from './fake-shop.test.kit.ts'

function setUp() {
  const clock = createTestClock()
  const mock: MockImoje = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.server.handle(new Request(input, init)),
  })
  const shop: FakeShop = createFakeShop(mock.fetch, { clock })
  return { clock, mock, shop }
}

const body = async (answer: Response) => (await answer.json()) as { type?: string; field?: string }

it.each([
  ['GET', '/nothing', 404, 'path'],
  ['GET', '', 404, 'path'],
  ['GET', '/orders/A-1', 404, 'path'],
  ['GET', '/payment-methods/', 404, 'path'],
  ['GET', '/transactions', 405, 'method'],
  ['DELETE', '/payment-methods', 405, 'method'],
  ['PUT', '/transactions/t-1', 405, 'method'],
  ['OPTIONS', '/transactions', 405, 'method'],
])('answers %s %s with a %d', async (method, path, status, field) => {
  const { shop } = setUp()
  const answer = await shop.send(path, { method })
  expect([answer.status, await body(answer)]).toEqual([status, { type: 'invalid-request', status, field }])
  expect(answer.headers.has('allow')).toBe(status === 405)
})

it('answers nothing outside of its path', async () => {
  const { shop } = setUp()
  const answer = await shop.server.handle(new Request('https://shop.example/payment-methods?orderId=A-1'))
  expect(answer.status).toBe(404)
})

it.each(['/transactions', '/payment-links'])('lets no foreign page POST to %s', async (path) => {
  const { mock, shop } = setUp()
  const answer = await shop.post(path, {}, { origin: 'https://evil.example' })
  expect([answer.status, await body(answer)]).toEqual([403, { type: 'forbidden-origin', status: 403 }])
  expect(mock.journal()).toEqual([])
})

it.each([
  ['another content type', 415, 'content-type', '{}', { 'content-type': 'text/plain' }],
  ['a form', 415, 'content-type', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }],
  ['broken JSON', 400, 'body', '{"orderId":', {}],
  ['no UTF-8', 400, 'body', '\ud800'.padEnd(10, '{'), {}],
  ['too much', 413, 'body', `"${'x'.repeat(16 * 1024)}"`, {}],
  ['no object', 422, 'body', '[]', { 'idempotency-key': 'k' }],
  ['no key', 400, 'Idempotency-Key', '{}', {}],
  ['a key with spaces', 400, 'Idempotency-Key', '{}', { 'idempotency-key': 'a b' }],
])('refuses %s with a %d that names %s', async (_, status, field, sent, headers) => {
  const { shop } = setUp()
  const answer = await shop.post('/transactions', sent, headers)
  expect([answer.status, await body(answer)]).toEqual([status, { type: 'invalid-request', status, field }])
})

it('stops reading a body at its limit', async () => {
  const { shop } = setUp()
  let pulled = 0
  const endless = new ReadableStream({
    pull: (controller) => {
      pulled += 1
      controller.enqueue(new Uint8Array(1_024))
    },
  })
  const headers = { 'content-type': 'application/json' }
  const init = { method: 'POST', headers, body: endless, duplex: 'half' }
  expect((await shop.send('/transactions', init)).status).toBe(413)
  expect(pulled).toBeLessThan(30)
})

it.each([
  ['orderId', { orderId: 7 }],
  ['orderId', { orderId: 'a'.repeat(101) }],
  ['expectedAmount', { expectedAmount: '12999' }],
  ['expectedAmount', { expectedAmount: -1 }],
  ['expectedAmount', { expectedAmount: 1e20 }],
  ['expectedCurrency', { expectedCurrency: 'pln' }],
  ['paymentMethod', { paymentMethod: '' }],
  ['paymentMethod', { paymentMethod: { $gt: '' } }],
  ['paymentMethodCode', { paymentMethodCode: 'a/../b' }],
  ['blikCode', { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: 777_123 }],
  ['blikCode', { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '77712' }],
  ['blikCode', { blikCode: '777123' }],
])('refuses a transaction with a wrong %s', async (field, change) => {
  const { mock, shop } = setUp()
  const answer = await shop.pay('key-1', change)
  expect([answer.status, await body(answer)]).toEqual([422, { type: 'invalid-request', status: 422, field }])
  expect(mock.journal()).toEqual([])
})

it.each([
  ['visibleMethod', { visibleMethod: [] }],
  ['visibleMethod', { visibleMethod: 'card' }],
  ['visibleMethod.1', { visibleMethod: ['card', 'ing'] }],
  ['preselectMethodCode', { preselectMethodCode: '' }],
])('refuses a link with a wrong %s', async (field, change) => {
  const { mock, shop } = setUp()
  const answer = await shop.link('key-1', change)
  expect([answer.status, await body(answer)]).toEqual([422, { type: 'invalid-request', status: 422, field }])
  expect(mock.journal()).toEqual([])
})

it('passes nothing to imoje that the browser adds', async () => {
  const sent: string[] = []
  const shop = createFakeShop(async (input, init) => {
    sent.push(await new Request(input, init).text())
    return Response.json({}, { status: 500 })
  })
  await shop.pay('key-1', {
    amount: 1,
    card: { number: '4111111111111111' },
    notificationUrl: 'https://evil.example',
  })
  expect(JSON.parse(sent[0]!)).toMatchObject({ amount: 12_999 })
  expect(sent[0]).not.toMatch(/4111|evil/)
})

it('tells the outside nothing of an error inside', async () => {
  const shop = createFakeShop(() => Promise.reject(new Error('never asked')), {
    store: {
      claim: () => Promise.resolve(true),
      get: (key) => Promise.resolve(key.startsWith('attempt:') ? 'not JSON' : undefined),
      set: () => Promise.resolve(),
    },
  })
  const answer = await shop.pay('key-1')
  expect([answer.status, await answer.json()]).toEqual([500, { type: 'internal', status: 500 }])
  expect(shop.events).toContainEqual(expect.objectContaining({ type: 'internal-error' }))
})

it.each<[string, () => void]>([
  [
    'throws',
    () => {
      throw new Error('disk is full')
    },
  ],
  ['rejects', () => Promise.reject(new Error('disk is full'))],
])('goes on when the shop’s log %s', async (_, onEvent) => {
  const shop = createFakeShop(() => Promise.resolve(Response.json({ service: { paymentMethods: [] } })), {
    onEvent,
  })
  expect((await shop.get('/payment-methods?orderId=A-1')).status).toBe(200)
})

it('cuts secrets out whatever signs they are written with', async () => {
  const serviceKey = String.raw`key"with\signs`
  const imoje = { ...testCredentials, serviceKey }
  const message = `wrong key ${serviceKey} in ${JSON.stringify({ serviceKey })}`
  const shop = createFakeShop(() => Promise.resolve(Response.json({ code: 'X', message }, { status: 403 })), {
    imoje,
    resolvePayment: () => Promise.reject(new Error(message)),
  })
  const answer = await shop.get('/payment-methods?orderId=A-1')
  expect(await answer.json()).toMatchObject({
    message: 'wrong key [secret] in {"serviceKey":"[secret]"}',
  })
  await shop.get('/orders/A-1/payment')
  expect(shop.events).toContainEqual(
    expect.objectContaining({
      type: 'hook-failed',
      message: 'wrong key [secret] in {"serviceKey":"[secret]"}',
    }),
  )
})

it('cuts secrets out of imoje’s own words', async () => {
  const message = `Service ${testCredentials.serviceId} is not active.`
  const shop = createFakeShop(() => Promise.resolve(Response.json({ code: 'X', message }, { status: 403 })))
  expect(await (await shop.get('/payment-methods?orderId=A-1')).json()).toMatchObject({
    message: 'Service [secret] is not active.',
  })
})

it('cuts secrets out of events too', async () => {
  const shop = createFakeShop(() => Promise.reject(new TypeError('cut')), {
    authorize: () => Promise.reject(new Error(`wrong config: ${JSON.stringify(testCredentials)}`)),
  })
  await shop.get('/payment-methods?orderId=A-1')
  const said = JSON.stringify(shop.events)
  expect(said).toContain('wrong config')
  for (const secret of Object.values(testCredentials)) expect(said).not.toContain(secret)
})
