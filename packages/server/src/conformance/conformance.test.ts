import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createMockImoje } from '@tillkit/mock-api'
import { createMockServer } from '@tillkit/mock-api/node'
import { expect, it } from 'vitest'
import { toNodeListener } from '../adapters/node.ts'
import type { BenchOptions } from './bench.ts'
import { findObstacle } from './find-obstacle.ts'
import {
  buildBenchOptions,
  collect,
  createGoodShop,
  createTestClock,
  letStoreAge,
  testCredentials,
  type GoodShop,
  type Handler,
} from './good-shop.test.kit.ts'
import type { Result } from './run-checks.ts'

const nextTask = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

const mustPass = (results: readonly Result[]): void => {
  expect(results.filter(({ outcome }) => outcome !== 'ok')).toEqual([])
  expect(results.length).toBeGreaterThan(80)
  expect(new Set(results.map(({ name }) => name)).size).toBe(results.length)
}

function setUp() {
  const clock = createTestClock()
  const imitation = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.handle(new Request(input, init)),
  })
  const shop: GoodShop = createGoodShop(clock, imitation)
  return { clock, shop, options: buildBenchOptions(clock, imitation, shop, nextTask) }
}

it.each<[string, Partial<BenchOptions>]>([
  ['an order for each check', {}],
  ['a single order for all', { orders: ['A-1'] }],
])('finds nothing wrong with the handler itself, with %s', async (_, change) => {
  const { clock, shop, options } = setUp()
  await letStoreAge(clock, shop)
  mustPass(await collect({ ...options, ...change }))
})

it('finds nothing wrong with the handler mounted in Node, over HTTP', async () => {
  const clock = createTestClock()
  const imitation = await createMockServer({ clock, credentials: testCredentials })
  let handle: Handler = () => Promise.reject(new Error('not yet'))
  const server = createServer(toNodeListener((request) => handle(request)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const reached = { origin: imitation.origin, fetch }
  const shop = createGoodShop(clock, reached, {
    publicUrl: origin,
    imoje: {
      ...testCredentials,
      apiUrl: imitation.origin,
      notificationUrl: `${origin}/api/payments/notifications`,
    },
  })
  ;({ handle } = shop)
  try {
    const options = buildBenchOptions(clock, reached, shop, nextTask)
    mustPass(await collect({ ...options, endpoint: `${origin}/api/payments`, origin, fetch }))
  } finally {
    await imitation.close()
    await new Promise((resolve) => server.close(resolve))
  }
})

it('makes the checks alone whose name begins as asked', async () => {
  const results = await collect(setUp().options, 'keys/same')
  expect(results.map(({ name }) => name)).toEqual([
    'keys/same-key-again',
    'keys/same-key-at-once',
    'keys/same-key-link',
  ])
})

it('says which checks could not be made, and why', async () => {
  const { cookie: _, readLog: __, ...rest } = setUp().options
  const options = { ...rest, fetch: withCookie(rest.fetch) }
  const results = [
    ...(await collect(options, 'privacy/stranger')),
    ...(await collect(options, 'secrecy/log')),
  ]
  expect(results).toMatchObject([
    { outcome: 'not-asked', why: 'give the shopper’s --cookie' },
    { outcome: 'not-asked', why: 'give the backend’s --log' },
  ])
})

/** As a shop that knows its shoppers by something else. */
const withCookie =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    send(input, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init?.headers)), cookie: 'session=ada' },
    })

it('reports what went wrong in a check itself', async () => {
  const { options } = setUp()
  const failing: typeof fetch = (input, init) =>
    new Request(input, init).url.endsWith('/transactions')
      ? Promise.reject(new TypeError('fetch failed', { cause: new Error('read ECONNRESET') }))
      : options.fetch(input, init)
  expect(await collect({ ...options, fetch: failing }, 'payments/pay-cut')).toMatchObject([
    { outcome: 'failed', why: 'fetch failed (read ECONNRESET)' },
  ])
})

it('begins where nothing is in the way', async () => {
  expect(await findObstacle(setUp().options)).toBeUndefined()
})

it.each<[string, (options: BenchOptions) => Partial<BenchOptions>, RegExp]>([
  ['there is no order', () => ({ orders: [] }), /give --order/],
  ['the caller isn’t known', () => ({ cookie: 'session=bob' }), /401.*--cookie/],
  ['no imitation is there', () => ({ mock: 'https://shop.example' }), /tillkit-mock-api.*--mock/s],
  [
    'no backend is there',
    ({ fetch: send, endpoint }) => ({
      fetch: (input, init) =>
        new Request(input, init).url.startsWith(endpoint)
          ? Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }))
          : send(input, init),
    }),
    /doesn't answer.*ECONNREFUSED/,
  ],
])('doesn’t begin where %s', async (_, change, sentence) => {
  const { options } = setUp()
  expect(await findObstacle({ ...options, ...change(options) })).toMatch(sentence)
})

it('doesn’t begin with an order that is paid', async () => {
  const { options } = setUp()
  await collect({ ...options, orders: ['A-1'] }, 'notifications/repeated')
  expect(await findObstacle({ ...options, orders: ['A-2', 'A-1'] })).toMatch(/order A-1 is paid/)
})
