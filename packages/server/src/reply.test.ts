import { expect, it } from 'vitest'
import { createFakeShop } from './fake-shop.test.kit.ts'

const security = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

/** What the browser gets of an answer of imoje's with these headers. */
async function pass(status: number, headers: Readonly<Record<string, string>>): Promise<Headers> {
  const body = { service: { paymentMethods: [] } }
  const shop = createFakeShop(() => Promise.resolve(Response.json(body, { status, headers })))
  return (await shop.get('/payment-methods?orderId=A-1')).headers
}

it('puts its security headers on every answer, whoever gives it', async () => {
  const shop = createFakeShop(() => Promise.resolve(Response.json({ code: 'X' }, { status: 500 })))
  const answers = [
    await shop.get('/payment-methods?orderId=A-1'),
    await shop.get('/payment-methods?orderId=FOREIGN'),
    await shop.get('/payment-methods'),
    await shop.pay('key-1'),
    await shop.pay('key-2', { expectedAmount: 1 }),
    await shop.post('/transactions', '{}', { origin: 'https://evil.example' }),
    await shop.get('/orders/A-1/payment'),
    await shop.get('/nothing'),
    await shop.send('/transactions', { method: 'OPTIONS' }),
    await shop.post('/notifications', '{}'),
  ]
  expect(new Set(answers.map(({ status }) => status)).size).toBeGreaterThanOrEqual(7)
  for (const { headers } of answers) expect(Object.fromEntries(headers)).toMatchObject(security)
})

it('lets nothing of imoje’s take the place of a security header', async () => {
  const headers = await pass(200, {
    'cache-control': 'public, max-age=3600',
    'content-security-policy': 'default-src *',
    'cross-origin-resource-policy': 'cross-origin',
    'referrer-policy': 'unsafe-url',
  })
  expect(Object.fromEntries(headers)).toEqual({ ...security, 'content-type': 'application/json' })
})

it.each([200, 429])('passes four headers of imoje’s %d and no other', async (status) => {
  const passed = {
    age: '7',
    date: 'Sun, 22 Nov 2026 12:00:00 GMT',
    'retry-after': '90',
    'x-trace-id': '5e2f-1',
  }
  const headers = await pass(status, {
    ...passed,
    'set-cookie': 'session=stolen',
    location: 'https://evil.example',
    'x-powered-by': 'gateway',
    'access-control-allow-origin': '*',
  })
  expect(Object.fromEntries(headers)).toEqual({
    ...security,
    ...passed,
    'content-type': 'application/json',
  })
})

it.each([
  ['signs of another alphabet', 'trace-\u00fc\u00a0'],
  ['a tab', 'a\tb'],
  ['more than any trace id has', 'x'.repeat(201)],
])('drops a header with %s', async (_, value) => {
  expect((await pass(200, { 'x-trace-id': value })).has('x-trace-id')).toBe(false)
})

it('passes no key on that could write a header of its own', async () => {
  const sent: Headers[] = []
  const shop = createFakeShop((input, init) => {
    sent.push(new Request(input, init).headers)
    return Promise.resolve(Response.json({}, { status: 500 }))
  })
  for (const key of ['a b', 'k\u00e9y', 'x'.repeat(129), '']) expect((await shop.pay(key)).status).toBe(400)
  expect(sent).toEqual([])
  expect(() => new Headers({ 'idempotency-key': 'a\r\nx-evil: 1' })).toThrow(TypeError)
})
