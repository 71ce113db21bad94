import { createMockImoje } from '@tillkit/mock-api'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, type FakeShop } from './fake-shop.test.kit.ts'
import { memoryStore, type SharedStore } from './shared-store.ts'

const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }

/** Two processes of one shop, whose every word with the store and with imoje comes in an order the scheduler draws. */
function setUp(scheduler: fc.Scheduler, together: number) {
  const clock = createTestClock()
  const mock = createMockImoje({ clock, credentials: testCredentials, origin: 'https://mock.test' })
  const memory = memoryStore(clock)
  const waiting: (() => void)[] = []
  const turn = (what: string) => {
    waiting.shift()?.()
    return scheduler.schedule(Promise.resolve(), what)
  }
  /** Comes true when as many turns as that have been asked for. */
  const after = (turns: number) =>
    Promise.all(Array.from({ length: turns }, () => new Promise<void>((resolve) => waiting.push(resolve))))
  // Both start together: what comes before their first word isn't drawn by the scheduler.
  let begin = () => {}
  const start = new Promise<void>((resolve) => (begin = resolve))
  let arrived = 0
  const meet = (key: string) => {
    if (key.startsWith('key:') && ++arrived === together) begin()
    return key.startsWith('key:') ? start : undefined
  }
  const store: SharedStore = {
    claim: (...entry) => turn(`claim ${entry[0]}`).then(() => memory.claim(...entry)),
    get: async (key) => {
      await meet(key)
      await turn(`get ${key}`)
      return memory.get(key)
    },
    set: (...entry) => turn(`set ${entry[0]}`).then(() => memory.set(...entry)),
  }
  const slow: typeof fetch = async (input, init) => {
    await turn('request')
    const answer = await mock.fetch(input, init)
    await turn('answer')
    return answer
  }
  // Polling takes its turn; no time passes, so no time-out comes true.
  const setTimer = (run: () => void, ms: number) => {
    if (ms < 1_000) void turn('poll').then(run)
    return () => undefined
  }
  const options = { store, clock: { ...clock, setTimer } }
  const shops = [createFakeShop(slow, options), createFakeShop(slow, options)] as const
  const created = () => mock.journal().filter(({ route }) => route === 'create-transaction').length
  return { memory, shops, created, after }
}

const explore = (run: (scheduler: fc.Scheduler, turns: number) => Promise<void>) =>
  fc.assert(fc.asyncProperty(fc.scheduler(), fc.nat(14), run), { numRuns: 150 })

const bank = { paymentMethod: 'pbl', paymentMethodCode: 'ipko' }

it.each([
  ['a BLIK code', blik],
  ['a bank', bank],
])('sends one transaction for one key and %s, whoever gets its words in first', async (_, way) => {
  await explore(async (scheduler) => {
    const { shops, created } = setUp(scheduler, 2)
    const [one, two] = shops
    const pays = [one.pay('key-1', way), two.pay('key-1', way), one.pay('key-1', way)]
    const answers = await scheduler.waitFor(Promise.all(pays))
    expect(created()).toBe(1)
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
  })
})

it('sends one BLIK code for one order, whoever gets its words in first', async () => {
  await explore(async (scheduler) => {
    const { shops, created } = setUp(scheduler, 2)
    const answers = await scheduler.waitFor(
      Promise.all(shops.map((shop, n) => shop.pay(`key-${n}`, { ...blik, blikCode: `77712${n}` }))),
    )
    expect(created()).toBe(1)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]))
  })
})

it('sends both of two pages, and records both', async () => {
  await explore(async (scheduler) => {
    const { memory, shops, created } = setUp(scheduler, 2)
    await scheduler.waitFor(Promise.all(shops.map((shop, n) => shop.pay(`key-${n}`, bank))))
    expect(created()).toBe(2)
    expect(await Promise.all([memory.get('attempt:A-1:1'), memory.get('attempt:A-1:2')])).not.toContain(
      undefined,
    )
  })
})

it('never both says none of a key and sends under it', async () => {
  const seen = new Set<string>()
  const ask = async (shop: FakeShop, start: Promise<unknown>): Promise<string> => {
    await start
    const answer = await shop.get('/orders/A-1/payment?key=key-1')
    return ((await answer.json()) as { status: string }).status
  }
  await explore(async (scheduler, turns) => {
    const { memory, shops, created, after } = setUp(scheduler, 1)
    await memory.set('born', '0', 1e12)
    const [said] = await scheduler.waitFor(
      Promise.all([ask(shops[1], after(turns)), shops[0].pay('key-1', blik)]),
    )
    seen.add(`${said}, sent ${created()}`)
    expect(said === 'none' && created() > 0).toBe(false)
  })
  expect(seen).toContain('none, sent 0')
  expect(seen).toContain('pending, sent 1')
})
