import { createMockImoje, type MockImoje } from '@tillkit/mock-api'
import {
  createFakeShop,
  createTestClock,
  testCredentials,
  type FakeShop,
  type TestClock,
} from '../src/fake-shop.test.kit.ts'
import { memoryStore, type SharedStore } from '../src/shared-store.ts'

/** Two processes of one shop over one imoje and one store, all on one clock. imoje tells the first what was paid. */
export interface TwoShops {
  readonly clock: TestClock
  readonly mock: MockImoje
  readonly store: SharedStore
  readonly shop: FakeShop
  readonly other: FakeShop
  /** The routes of imoje's that were asked. */
  asked(): readonly string[]
}

export function createTwoShops(options: Parameters<typeof createFakeShop>[1] = {}): TwoShops {
  const clock = createTestClock()
  const mock: MockImoje = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.server.handle(new Request(input, init)),
  })
  const store = memoryStore(clock)
  const open = (): FakeShop =>
    createFakeShop(mock.fetch, { trustedOrigins: ['https://mock.test'], store, ...options, clock })
  const shop = open()
  return { clock, mock, store, shop, other: open(), asked: () => mock.journal().map(({ route }) => route) }
}

/** Two shops whose first answer from imoje doesn't arrive before `land` is called. */
export function createSlowStart(options: Parameters<typeof createFakeShop>[1] = {}): TwoShops & {
  land(): void
} {
  let land: () => void = () => undefined
  const landing = new Promise<void>((resolve) => (land = resolve))
  let isFirst = true
  const shops: TwoShops = createTwoShops({
    ...options,
    fetch: async (input, init) => {
      const waits = isFirst
      isFirst = false
      const answer = await shops.mock.fetch(input, init)
      if (waits) await landing
      return answer
    },
  })
  return { ...shops, land }
}

export const list = (shop: FakeShop, more = ''): Promise<Response> =>
  shop.get(`/payment-methods?orderId=A-1${more}`)
