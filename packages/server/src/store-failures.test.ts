import { createMockImoje, type MockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, type FakeShop } from './fake-shop.test.kit.ts'
import { memoryStore, type SharedStore } from './shared-store.ts'

/** A shop whose store fails at one call, or from that on; imoje's notifications come when `deliver` says so. */
function setUp() {
  const clock = createTestClock()
  let isTold = false
  const mock: MockImoje = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) =>
      isTold
        ? shop.server.handle(new Request(input, init))
        : Promise.reject(new TypeError('on its way for a while')),
  })
  mock.setBlik({ outcome: 'confirmed', afterMs: 1_000 })
  const memory = memoryStore(clock)
  let left = Infinity
  let failing = 1
  const unlessItsTurn = <Value>(ask: () => Promise<Value>): Promise<Value> => {
    left -= 1
    return left < 0 && left >= -failing ? Promise.reject(new Error('store is away')) : ask()
  }
  const store: SharedStore = {
    claim: (...entry) => unlessItsTurn(() => memory.claim(...entry)),
    get: (key) => unlessItsTurn(() => memory.get(key)),
    set: (...entry) => unlessItsTurn(() => memory.set(...entry)),
  }
  const shop: FakeShop = createFakeShop(mock.fetch, { store, clock })
  /** Lets calls fail that come after so many others. @returns what ends it and says whether it came to that */
  const failAt = (n: number, calls: number) => {
    left = n
    failing = calls
    return () => {
      const came = left < 0
      left = Infinity
      return came
    }
  }
  const deliver = async () => {
    isTold = true
    clock.advance(20_000)
    await mock.catchUp()
  }
  const created = () => mock.journal().filter(({ route }) => route.startsWith('create-')).length
  return { clock, mock, shop, failAt, deliver, created }
}

const ways: [string, (shop: FakeShop, key: string) => Promise<Response>][] = [
  ['a bank', (shop, key) => shop.pay(key)],
  ['a link', (shop, key) => shop.link(key)],
  [
    'a BLIK code',
    (shop, key) => shop.pay(key, { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }),
  ],
]

async function payAt(mock: MockImoje, answer: Response): Promise<void> {
  const body = (await answer.json()) as { action?: { url: string }; payment?: { url: string } }
  const url = body.action?.url ?? body.payment?.url
  const form = new URLSearchParams({ outcome: 'pay', channel: 'card/ecom3ds' })
  if (url !== undefined) await mock.fetch(url, { method: 'POST', body: form })
}

const outages = ways.flatMap(([name, pay]) => [
  { name, pay, lasts: 'one call', calls: 1 },
  { name, pay, lasts: 'all the rest', calls: Infinity },
])

it.each(outages)('loses no payment by $name wherever its store fails for $lasts', async ({ pay, calls }) => {
  const seen = new Set<string>()
  for (let n = 0, came = true; came; n += 1) {
    const { clock, mock, shop, failAt, deliver, created } = setUp()
    const end = failAt(n, calls)
    const answer = await pay(shop, 'key-1')
    came = end()
    seen.add(`${answer.status} sent ${created()}`)
    if (answer.status === 503) {
      // An attempt that was recorded but not sent is in nobody's way for longer than it could be paid.
      clock.advance(16 * 60_000)
      expect((await pay(shop, 'key-2')).status, `after call ${n}`).toBe(200)
      expect(created()).toBe(1)
      continue
    }
    await payAt(mock, answer)
    await deliver()
    expect(
      shop.told.map(({ type }) => type),
      `call ${n}`,
    ).toEqual(['paid'])
    expect((await pay(shop, 'key-2')).status).toBe(409)
  }
  expect(seen).toEqual(new Set(['503 sent 0', '200 sent 1']))
})

it.each(outages)('takes the notification of $name wherever its store fails for $lasts', async (outage) => {
  for (let n = 0, came = true; came; n += 1) {
    const { mock, shop, failAt, deliver } = setUp()
    await payAt(mock, await outage.pay(shop, 'key-1'))
    const end = failAt(n, outage.calls)
    await deliver()
    came = end()
    // imoje repeats it.
    await deliver()
    await deliver()
    expect(new Set(shop.told.map(({ type }) => type)), `call ${n}`).toEqual(new Set(['paid']))
  }
})
