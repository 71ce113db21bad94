import { createMockImoje } from '@tillkit/mock-api'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, testOrder } from './fake-shop.test.kit.ts'

/* 2,000 requests, or as many as TILLKIT_RUNS says; TILLKIT_SEED repeats a failed run. */
const { TILLKIT_RUNS: runs = '2000', TILLKIT_SEED: seed } = process.env
/** No answer takes this long, in milliseconds of real time; what does hangs. */
const hangsAfterMs = 20_000
/** An order remembers its attempts, so now and then there is a new shop. */
const requestsInOneShop = 40

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
  fc.constantFrom(
    'A-1',
    'FOREIGN',
    'blik',
    'pbl',
    'card',
    '777123',
    'PLN',
    '__proto__',
    'a\r\nb: c',
    '٣٣٣٣٣٣',
  ),
  fc.constantFrom('x'.repeat(101), '%2e%2e%2f', '\u0000', '\ud800', "' OR 1=1 --", '<script>', '${7*7}'),
)
const value = fc.oneof(
  text,
  fc.integer(),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.array(text, { maxLength: 3 }),
  fc.jsonValue(),
)
const names = [
  'orderId',
  'paymentMethod',
  'paymentMethodCode',
  'blikCode',
  'expectedAmount',
  'expectedCurrency',
  'visibleMethod',
  'preselectMethodCode',
  '__proto__',
  'constructor',
]
const whole = {
  orderId: 'A-1',
  paymentMethod: 'pbl',
  paymentMethodCode: 'mtransfer',
  visibleMethod: ['card'],
  expectedAmount: testOrder.amount,
  expectedCurrency: testOrder.currency,
}
const fields = fc.dictionary(fc.constantFrom(...names), value, { maxKeys: 3 })
const json = fc.oneof(
  fields.map((given) => JSON.stringify(given)),
  { arbitrary: fields.map((given) => JSON.stringify({ ...whole, ...given })), weight: 2 },
  fc.nat().map((expectedAmount) => JSON.stringify({ ...whole, expectedAmount })),
  fc.jsonValue().map((given) => JSON.stringify(given)),
  fc.constantFrom('['.repeat(8_000), `{"orderId":`.repeat(500), '{"orderId":1e999}', 'null', ''),
)
const body = fc.oneof(
  { arbitrary: json, weight: 6 },
  text,
  fc.uint8Array({ maxLength: 200 }),
  // So many spaces, written as a number so that a report stays short.
  fc.constantFrom(16 * 1_024 + 1, 70_000),
)
const query = fc
  .array(fc.tuple(fc.constantFrom('orderId', 'device', 'locale', 'fresh', 'key', '__proto__'), text), {
    maxLength: 4,
  })
  .map((pairs) => new URLSearchParams(pairs))
const part = text.map((given) => encodeURIComponent(Buffer.from(given).toString()))
const posts = fc.constantFrom(
  '/transactions',
  '/payment-links',
  '/transactions',
  '/payment-links',
  '/notifications',
)
const gets = fc.oneof(
  part.map((orderId) => `/orders/${orderId}/payment`),
  part.map((id) => `/transactions/${id}`),
  query.map((given) => `/orders/A-1/payment?${given}`),
  query.map((given) => `/payment-methods?orderId=A-1&${given}`),
  query.map((given) => `/payment-methods?${given}`),
  fc.constantFrom('/payment-methods', '/orders/%/payment', '/orders/%ff/payment'),
)
const nowhere = fc.oneof(
  fc.constantFrom('/../transactions', '//transactions', '/transactions/'),
  fc.webPath(),
)
const methods = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS']
/** Mostly the method that the path takes: whatever else comes is over at once. */
const target = fc.oneof(
  { arbitrary: fc.tuple(posts, fc.constant('POST')), weight: 6 },
  { arbitrary: fc.tuple(gets, fc.constant('GET')), weight: 3 },
  fc.tuple(fc.oneof(posts, gets, nowhere), fc.constantFrom(...methods)),
)
const line = fc.stringMatching(/^[ -~]{0,80}$/)
const headers = fc.record(
  {
    'content-type': fc.oneof(
      { arbitrary: fc.constantFrom('application/json', 'application/json; charset=utf-8'), weight: 8 },
      fc.constantFrom('text/html', 'application/jsonx', 'multipart/form-data'),
      line,
    ),
    'idempotency-key': fc.oneof({ arbitrary: fc.uuid(), weight: 5 }, line),
    'x-imoje-signature': line,
    'content-length': fc.constantFrom('0', '5', '-1', '1e9', 'x', ''),
    origin: fc.oneof(
      { arbitrary: fc.constant('https://shop.example'), weight: 8 },
      fc.constantFrom('https://evil.example', 'null', ''),
    ),
    'sec-fetch-site': fc.constantFrom('same-origin', 'cross-site', 'none'),
  },
  { requiredKeys: ['content-type', 'idempotency-key', 'origin'] },
)
function openShop() {
  const clock = createTestClock()
  const mock = createMockImoje({ clock, credentials: testCredentials, origin: 'https://mock.test' })
  return createFakeShop(mock.fetch, { clock })
}

function withinReason<Value>(work: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('It hangs.')), hangsAfterMs)
    void work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

it(
  'answers any request, and a wrong one with a 4xx that names what is wrong',
  async () => {
    let shop = openShop()
    let sent = 0
    const seen = new Set<string>()
    await fc.assert(
      fc.asyncProperty(target, body, headers, async ([at, method], given, head) => {
        if (sent++ % requestsInOneShop === 0) shop = openShop()
        const sentBody = typeof given === 'number' ? ' '.repeat(given) : given
        const init = { method, headers: head, ...(method === 'GET' ? {} : { body: sentBody }) }
        const answer = await withinReason(shop.send(at, init))
        const { type, field, code } = (await answer.json()) as Record<string, string | undefined>
        seen.add(`${answer.status} ${type ?? code ?? 'ok'}`)
        expect(answer.status).toBeLessThan(500)
        if (answer.status < 400) return
        // What is imoje's word has a code; what is the shop's own has a type, and names the field.
        if (type === undefined) expect(code).toMatch(/\S/)
        if (type === 'invalid-request') expect(field).toMatch(/\S/)
      }),
      { numRuns: Number(runs), ...(seed === undefined ? {} : { seed: Number(seed) }) },
    )
    expect([...seen]).toEqual(
      expect.arrayContaining([
        '200 ok',
        '400 invalid-request',
        '401 unauthenticated',
        '403 forbidden-origin',
        '404 invalid-request',
        '405 invalid-request',
        '409 order-changed',
        '413 invalid-request',
        '415 invalid-request',
        '422 invalid-request',
      ]),
    )
  },
  60_000 + Number(runs) * 20,
)
