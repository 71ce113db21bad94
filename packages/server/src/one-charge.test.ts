import type { ControlState } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import { createTwoShops, list } from '../test/two-shops.ts'
import { testOrder, type FakeShop } from './fake-shop.test.kit.ts'

const MINUTE_MS = 60_000
const withCode = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }

function setUp() {
  const shops = createTwoShops()
  const { mock } = shops
  /** What imoje has, by how each stands. */
  const transactions = async () => {
    const state = (await (await mock.fetch('https://mock.test/__control/state')).json()) as ControlState
    return state.transactions.map((one) => (one as { status: string }).status)
  }
  return { ...shops, transactions }
}

const read = async (answer: Promise<Response>) =>
  (await (await answer).json()) as {
    readonly type?: string
    readonly status?: string | number
    readonly action?: { readonly url: string }
  }
const states = async (shop: FakeShop, key: string) => [
  (await read(shop.get('/orders/A-1/payment'))).status,
  (await read(shop.get(`/orders/A-1/payment?key=${key}`))).status,
]

it.each([
  ['a bank', {}],
  ['a BLIK code', withCode],
])('makes one transaction of fifty requests with one key at two processes, for %s', async (_, way) => {
  const { shop, other, transactions } = setUp()
  const clicks = Array.from({ length: 50 }, (__, n) => (n % 2 === 0 ? shop : other).pay('key-1', way))
  // A process that waits for the other looks again now and then.
  const answers = await Promise.all(clicks.map((click) => waitFor(click, shop)))
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  expect(await transactions()).toHaveLength(1)
})

it('charges once when imoje dies slowly under a BLIK code, and the shopper clicks again and reloads', async () => {
  const { clock, mock, shop, transactions } = setUp()
  mock.setScenario('gateway-slow-death')
  mock.setBlik({ outcome: 'confirmed', afterMs: 20_000 })
  expect((await shop.pay('key-1', withCode)).status).toBe(504)

  for (const key of ['key-1', 'key-1', 'key-after-reload'])
    expect((await read(shop.pay(key, withCode))).type).toBe('attempt-open')
  expect((await read(shop.pay('key-2', { paymentMethodCode: 'ipko' }))).type).toBe('attempt-open')
  expect(await states(shop, 'key-1')).toEqual(['pending', 'pending'])

  clock.advance(20_000)
  await mock.catchUp()
  expect(await states(shop, 'key-1')).toEqual(['paid', 'paid'])
  expect(shop.told).toMatchObject([{ type: 'paid', orderId: 'A-1', amount: testOrder.amount }])
  expect((await read(shop.pay('key-3', withCode))).type).toBe('order-paid')
  expect(await transactions()).toEqual(['settled'])
})

it('charges once when imoje dies slowly under a bank, and the shopper pays again', async () => {
  const { clock, mock, shop, transactions } = setUp()
  mock.setScenario('gateway-slow-death')
  expect((await shop.pay('key-1')).status).toBe(504)
  expect(await states(shop, 'key-1')).toEqual(['pending', 'pending'])
  expect((await shop.pay('key-1')).status).toBe(503)

  mock.setScenario('calm')
  clock.advance(5 * MINUTE_MS)
  expect((await list(shop)).status).toBe(200)
  const { action } = await read(shop.pay('key-1'))
  const page = { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) }
  await mock.fetch(action?.url ?? '', page)

  expect(await states(shop, 'key-1')).toEqual(['paid', 'paid'])
  expect(shop.told).toMatchObject([{ type: 'paid' }])
  expect((await transactions()).toSorted()).toEqual(['new', 'settled'])
})

it('charges nothing when the cart changes between the list and the payment, and says the new total', async () => {
  const { mock, shop, transactions } = setUp()
  await list(shop)
  shop.order = { ...testOrder, amount: 15_999 }
  const changed = { type: 'order-changed', status: 409, amount: 15_999, currency: 'PLN' }
  expect(await read(shop.pay('key-1'))).toEqual(changed)
  expect(await read(shop.pay('key-2', withCode))).toEqual(changed)
  expect(await read(shop.link('key-3'))).toEqual(changed)
  expect(await transactions()).toEqual([])
  expect(mock.journal().map(({ route }) => route)).toEqual(['get-service'])
})

/** Lets time pass until there is an answer. */
async function waitFor(answer: Promise<Response>, { clock }: FakeShop): Promise<Response> {
  const waiting = new Set([answer])
  void answer.finally(() => waiting.clear())
  while (waiting.size > 0) {
    await new Promise((resolve) => setTimeout(resolve))
    clock.advance(1)
  }
  return answer
}

it('marks an answer that it repeats by its age, whichever it was', async () => {
  const { shop, mock } = setUp()
  mock.addFault({ match: { route: 'create-transaction' }, status: 500, times: 1 })
  const failed = await shop.pay('key-1', {})
  expect([failed.status, failed.headers.get('age')]).toEqual([500, null])
  shop.clock.advance(90_000)
  const again = await shop.pay('key-1', {})
  expect([again.status, again.headers.get('age')]).toEqual([500, '90'])
  await shop.pay('key-2', {})
  const opened = await shop.pay('key-2', {})
  expect([opened.status, opened.headers.get('age')]).toEqual([200, '1'])
})
