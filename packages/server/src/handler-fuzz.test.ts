import { createMockImoje } from '@tillkit/mock-api'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, testOrder } from './fake-shop.test.kit.ts'

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.constantFrom('A-1', 'blik', 'pbl', '777123', 'PLN', '__proto__', 'a\r\nb: c', '٣٣٣٣٣٣'),
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
const body = fc.oneof(
  fields.map((given) => JSON.stringify(given)),
  fields.map((given) => JSON.stringify({ ...whole, ...given })),
  text,
)
const path = fc.oneof(
  fc.constantFrom('/transactions', '/payment-links', '/notifications', '/payment-methods'),
  text.map((part) => `/orders/${encodeURIComponent(part)}/payment`),
  text.map((key) => `/orders/A-1/payment?${new URLSearchParams({ key })}`),
  text.map((id) => `/transactions/${encodeURIComponent(id)}`),
  text.map((orderId) => `/payment-methods?${new URLSearchParams({ orderId, device: 'mobile' })}`),
  fc.webPath(),
)
const headers = fc.record(
  {
    'idempotency-key': fc.oneof(fc.uuid(), fc.stringMatching(/^[ -~]{0,20}$/)),
    'x-imoje-signature': fc.stringMatching(/^[ -~]{0,80}$/),
    'content-type': fc.constantFrom('application/json', 'application/json; charset=utf-8', 'text/html'),
  },
  { requiredKeys: ['content-type'] },
)

it('answers any request, and a wrong one with a 4xx that names what is wrong', async () => {
  const clock = createTestClock()
  const mock = createMockImoje({ clock, credentials: testCredentials, origin: 'https://mock.test' })
  const shop = createFakeShop(mock.fetch, { clock })
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(
      path,
      fc.constantFrom('GET', 'POST', 'POST', 'PUT'),
      body,
      headers,
      async (at, method, sent, head) => {
        const init = { method, headers: head, ...(method === 'GET' ? {} : { body: sent }) }
        const answer = await shop.send(at, init)
        statuses.add(answer.status)
        expect(answer.status).toBeLessThan(500)
        const said = (await answer.json()) as { type?: string; field?: string }
        if (said.type === 'invalid-request') expect(said.field).toMatch(/\S/)
        if (answer.status >= 400) expect(said).toHaveProperty(said.type === undefined ? 'code' : 'status')
      },
    ),
    { numRuns: 600 },
  )
  expect([...statuses]).toEqual(expect.arrayContaining([200, 400, 401, 404, 405, 415, 422]))
})
