import { expect, it } from 'vitest'
import { createTwoShops, list } from '../test/two-shops.ts'
import { createFakeShop } from './fake-shop.test.kit.ts'

const MINUTE_MS = 60_000
const bank = { orderId: 'A-1', paymentMethodCode: 'ipko' }

const read = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer
  return { status, retryAfter: headers.get('retry-after'), body: (await (await answer).json()) as unknown }
}
const unreachable = (retryAfter: string) => ({
  status: 503,
  retryAfter,
  body: { code: 'gateway-unreachable' },
})

it('asks imoje nothing for 500 shoppers at once while it is away, and then once', async () => {
  const { clock, mock, shop, other, asked } = createTwoShops()
  mock.setScenario('gateway-down')
  await list(shop)
  mock.clearJournal()
  const crowd = () =>
    Promise.all(
      Array.from({ length: 500 }, async (_, n) => {
        const process = n % 2 === 0 ? shop : other
        const answer = n % 5 === 0 ? process.pay(`key-${n}`, { orderId: `A-${n}` }) : list(process)
        return (await answer).status
      }),
    )
  clock.advance(5 * MINUTE_MS - 1)
  expect(new Set(await crowd())).toEqual(new Set([503]))
  expect(asked()).toEqual([])
  clock.advance(1)
  expect(new Set(await crowd())).toEqual(new Set([503]))
  expect(asked()).toEqual(['get-service'])
  mock.setScenario('calm')
  mock.clearJournal()
  clock.advance(5 * MINUTE_MS)
  expect(await crowd()).toContain(200)
  expect(asked().filter((route) => route === 'get-service').length).toBeLessThanOrEqual(2)
  expect((await list(other)).status).toBe(200)
})

it('rests in every process once one has seen imoje go away, and answers no list from before', async () => {
  const { clock, mock, shop, other, asked } = createTwoShops()
  await list(other)
  mock.addFault({ match: {}, status: 503, times: 1 })
  await shop.pay('key-1')
  mock.clearJournal()
  expect(await read(other.pay('key-2', bank))).toEqual(unreachable('300'))
  expect(await read(list(other))).toEqual(unreachable('300'))
  expect(asked()).toEqual([])
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  const fresh = await list(other)
  expect([fresh.status, fresh.headers.get('age')]).toEqual([200, null])
})

it('answers no list from before an outage, however long it slept through that', async () => {
  const { clock, mock, shop, other } = createTwoShops()
  await list(other)
  clock.advance(MINUTE_MS)
  mock.addFault({ match: {}, status: 503, times: 1 })
  mock.addFault({ match: {}, drop: true, times: 40 })
  for (let asked = 1; asked <= 41; asked += 1) {
    await list(shop)
    clock.advance(5 * MINUTE_MS)
  }
  expect((await list(shop)).status).toBe(200)
  mock.addFault({ match: {}, status: 500, times: 1 })
  expect((await list(other)).status).toBe(500)
})

it('goes on resting elsewhere while one process probes', async () => {
  const { clock, mock, shop, other, asked } = createTwoShops()
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  mock.addFault({ match: {}, hang: true, times: 1 })
  const probe = list(shop)
  while (asked().length < 2) await new Promise((resolve) => setTimeout(resolve))
  expect(await read(list(other))).toEqual(unreachable('1'))
  expect(await read(shop.pay('key-1', bank))).toEqual(unreachable('1'))
  clock.advance(5_000)
  expect((await probe).status).toBe(504)
  expect(await read(list(other))).toEqual(unreachable('300'))
  expect(asked()).toHaveLength(2)
})

it('is not closed again by the silence of a probe in a process that hasn’t heard that imoje is back', async () => {
  const { clock, mock, store, shop, asked } = createTwoShops()
  let isAway = false
  const ifThere =
    <Words extends readonly unknown[], T>(ask: (...words: Words) => Promise<T>) =>
    async (...words: Words): Promise<T> => {
      if (isAway) throw new Error('store is away')
      return ask(...words)
    }
  const apart = { claim: ifThere(store.claim), get: ifThere(store.get), set: ifThere(store.set) }
  const other = createFakeShop(mock.fetch, { trustedOrigins: ['https://mock.test'], store: apart, clock })
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  expect((await list(other)).status).toBe(503)
  isAway = true
  clock.advance(5 * MINUTE_MS)
  expect((await list(shop)).status).toBe(200)
  clock.advance(1_000)
  mock.addFault({ match: {}, drop: true, times: 1 })
  await list(other)
  isAway = false
  clock.advance(10_000)
  expect([(await list(other)).status, (await list(shop)).status]).toEqual([200, 200])
  expect((await shop.pay('key-1')).status).toBe(200)
  expect(asked()).toContain('create-transaction')
})

it('lets another process probe when the one that took it has died', async () => {
  const { clock, mock, store, shop, asked } = createTwoShops()
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  await store.claim(`probe:${clock.now()}`, 'by one that died', 15_000)
  expect((await list(shop)).status).toBe(503)
  clock.advance(15_000)
  expect((await list(shop)).status).toBe(200)
  expect(asked()).toHaveLength(2)
})

it('rests and probes from memory while the store is away', async () => {
  const broken = () => Promise.reject(new Error('store is away'))
  const { clock, mock, shop, asked } = createTwoShops({ store: { claim: broken, get: broken, set: broken } })
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  expect(await read(list(shop))).toEqual(unreachable('300'))
  clock.advance(5 * MINUTE_MS)
  expect((await list(shop)).status).toBe(200)
  expect(asked()).toHaveLength(2)
  expect(shop.events.filter(({ type }) => type === 'store-failed')).toHaveLength(1)
})

it('probes once without the store, however many lists are asked for', async () => {
  const broken = () => Promise.reject(new Error('store is away'))
  const store = { claim: broken, get: broken, set: broken }
  const { clock, mock, shop, asked } = createTwoShops({ source: 'get-payment-methods', store })
  mock.setScenario('gateway-down')
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  await Promise.all(['pl', 'en', 'de', 'cs'].map((locale) => list(shop, `&locale=${locale}`)))
  expect(asked()).toEqual(['get-payment-methods', 'get-service'])
})
