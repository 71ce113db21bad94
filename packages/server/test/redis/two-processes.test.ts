import { createMockServer, type MockServer } from '@tillkit/mock-api/node'
import { createClient } from 'redis'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startRedis, type RedisServer } from './redis-server.ts'
import { startShop, type ShopProcess } from './start-shop.ts'

const MINUTE_MS = 60_000
const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }

let redis: RedisServer
let imoje: MockServer
let shops: readonly ShopProcess[] = []
let opened = 0

beforeAll(async () => {
  ;[redis, imoje] = await Promise.all([startRedis(), createMockServer()])
})
afterEach(async () => {
  await Promise.all(shops.map((shop) => shop.stop()))
  imoje.mock.reset()
})
afterAll(async () => {
  await Promise.all([redis.kill(), imoje.close()])
})

/** Two processes of a shop that has never been asked for anything. */
async function openShop(): Promise<readonly [a: ShopProcess, b: ShopProcess]> {
  const settings = {
    redisUrl: redis.url,
    prefix: `shop-${++opened}:`,
    imoje: { ...imoje.mock.credentials, apiUrl: imoje.origin },
  }
  const pair = await Promise.all([startShop(settings), startShop(settings)])
  shops = pair
  return pair
}

const sent = (route: string) => imoje.mock.journal().filter((entry) => entry.route === route).length
const down = (route: 'create-transaction' | 'get-service', status: number, times: number) =>
  imoje.mock.addFault({ match: { route }, status, times })

async function restOf(shop: ShopProcess): Promise<number | undefined> {
  const { service } = (await (await shop.list()).json()) as {
    service: { paymentMethods: { paymentMethodCode: string; restsForMs?: number }[] }
  }
  return service.paymentMethods.find((row) => row.paymentMethodCode === 'mtransfer')?.restsForMs
}

it.each([
  ['a bank', {}],
  ['a BLIK code', blik],
])('makes one transaction of one key that comes to both processes at once, for %s', async (_, way) => {
  const [a, b] = await openShop()
  const answers = await Promise.all(
    Array.from({ length: 50 }, (__, n) => (n % 2 === 0 ? a : b).pay('key-1', 'A-1', way)),
  )
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
  expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1)
  expect(sent('create-transaction')).toBe(1)
})

it('sends one BLIK code of an order, whichever process is asked', async () => {
  const [a, b] = await openShop()
  const answers = await Promise.all([
    a.pay('key-1', 'A-1', blik),
    b.pay('key-2', 'A-1', { ...blik, blikCode: '777124' }),
  ])
  expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  expect(sent('create-transaction')).toBe(1)
})

it('rests a channel at B that failed one order at A and one at B', async () => {
  const [a, b] = await openShop()
  down('create-transaction', 500, 2)
  await a.pay('key-1', 'A-1')
  expect(await restOf(b)).toBeUndefined()
  await b.pay('key-2', 'A-2')
  for (const shop of [a, b]) {
    const restsForMs = (await restOf(shop)) ?? 0
    expect(restsForMs).toBeGreaterThan(4 * MINUTE_MS)
    expect(restsForMs).toBeLessThanOrEqual(5 * MINUTE_MS)
  }
  await a.advance(5 * MINUTE_MS)
  expect(await restOf(a)).toBeUndefined()
})

it('asks nothing at either while imoje is away, then once by one of the two', async () => {
  const [a, b] = await openShop()
  imoje.mock.setScenario('gateway-down')
  await a.list()
  imoje.mock.clearJournal()
  const crowd = () =>
    Promise.all(Array.from({ length: 60 }, async (_, n) => (await (n % 2 === 0 ? a : b).list()).status))
  expect(new Set(await crowd())).toEqual(new Set([503]))
  expect((await b.pay('key-1', 'A-1')).status).toBe(503)
  expect(imoje.mock.journal()).toEqual([])

  await Promise.all([a.advance(5 * MINUTE_MS), b.advance(5 * MINUTE_MS)])
  expect(new Set(await crowd())).toEqual(new Set([503]))
  expect(imoje.mock.journal().map(({ route }) => route)).toEqual(['get-service'])

  imoje.mock.setScenario('calm')
  await Promise.all([a.advance(5 * MINUTE_MS), b.advance(5 * MINUTE_MS)])
  expect((await a.list()).status).toBe(200)
  expect((await b.list()).status).toBe(200)
  expect((await b.pay('key-1', 'A-1')).status).toBe(200)
})

it('writes nothing without a prefix or without an end', async () => {
  const [a] = await openShop()
  down('create-transaction', 500, 1)
  await a.pay('key-1', 'A-1')
  await a.pay('key-2', 'A-2', blik)
  const client = createClient({ url: redis.url })
  await client.connect()
  const keys = await client.keys('*')
  const ends = await Promise.all(keys.map((key) => client.pTTL(key)))
  const values = await Promise.all(keys.map((key) => client.get(key)))
  client.destroy()
  expect(keys.filter((key) => !/^shop-\d+:/.test(key))).toEqual([])
  expect(keys.length).toBeGreaterThan(5)
  expect(Math.min(...ends)).toBeGreaterThan(0)
  expect(values.join()).not.toContain('777123')
})

/** While Redis is of no use: the list with its rests, nothing sent, and one line in the log. */
async function expectLifeWithoutRedis(shop: ShopProcess): Promise<void> {
  expect(await restOf(shop)).toBeGreaterThan(0)
  const [refused, withCode, state] = await Promise.all([
    shop.pay('key-9', 'A-9'),
    shop.pay('key-10', 'A-10', blik),
    shop.state('A-9'),
  ])
  for (const answer of [refused, withCode, state])
    expect([answer.status, await answer.json()]).toEqual([503, { type: 'store-unavailable', status: 503 }])
  expect(await restOf(shop)).toBeGreaterThan(0)
  expect(shop.events.filter(({ type }) => type === 'store-failed')).toHaveLength(1)
}

async function expectNormalLife(shop: ShopProcess, order: string): Promise<void> {
  await expect.poll(async () => (await shop.pay(`key-${order}`, order)).status).toBe(200)
  expect(shop.events.filter(({ type }) => type === 'store-back')).toHaveLength(1)
}

it.each([
  ['is killed', () => redis.kill(), () => redis.start()],
  ['hangs', () => redis.freeze(), () => redis.thaw()],
])('goes on with lists and rests, sends no payment and says so once when Redis %s', async (_, stop, mend) => {
  const both = await openShop()
  down('create-transaction', 500, 2)
  await both[0].pay('key-1', 'A-1')
  await both[1].pay('key-2', 'A-2')
  for (const shop of both) expect(await restOf(shop)).toBeGreaterThan(0)
  imoje.mock.clearJournal()
  await stop()
  await Promise.all(both.map((shop) => expectLifeWithoutRedis(shop)))
  expect(sent('create-transaction')).toBe(0)
  await mend()
  await Promise.all(both.map((shop, n) => expectNormalLife(shop, `B-${n}`)))
})
