import { channelsOf } from '@tillkit/core'
import { expect, it } from 'vitest'
import { createFailingBank, rests } from '../test/failing-bank.ts'
import { memoryStore } from './shared-store.ts'

const MINUTE_MS = 60_000

it('says how long it still rests when the answer leaves, whatever the cache holds', async () => {
  const { clock, shop, trip } = createFailingBank()
  await rests(shop)
  await trip()
  clock.advance(20_500)
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS - 20_500 })
  clock.advance(1)
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS - 20_501 })
})

it('says it in the list that is cut to the order, too', async () => {
  const { shop, trip } = createFailingBank({ source: 'get-payment-methods' })
  await trip()
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
})

it('says it in the list for the first HTML', async () => {
  const { clock, shop, trip } = createFailingBank()
  await trip()
  const catalogue = await shop.server.loadCatalogue(new Request('https://shop.example/'), 'A-1')
  const resting = channelsOf(catalogue!).filter(({ restsUntil }) => restsUntil !== undefined)
  expect(resting).toMatchObject([{ id: 'pbl/mtransfer', restsUntil: clock.now() + 5 * MINUTE_MS }])
})

it('says it beside an old list that stands in', async () => {
  const { clock, mock, shop, trip } = createFailingBank()
  await rests(shop)
  await trip()
  clock.advance(MINUTE_MS)
  mock.addFault({ match: {}, status: 500 })
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 4 * MINUTE_MS })
})

it('writes down what fails, and only the first success after it', async () => {
  const written: string[] = []
  const memory = memoryStore()
  const { clock, pay, fails, works } = createFailingBank({
    store: { ...memory, set: (...entry) => (written.push(entry[0]), memory.set(...entry)) },
  })
  const observed = async (orderId: string) => {
    written.length = 0
    clock.advance(1)
    await pay(orderId)
    return written.filter((key) => key === 'observed').length
  }
  expect([await observed('A-1'), await observed('A-2')]).toEqual([0, 0])
  fails()
  expect([await observed('A-3'), await observed('A-4'), await observed('A-5')]).toEqual([1, 1, 0])
  works()
  expect([await observed('A-6'), await observed('A-7')]).toEqual([1, 0])
})

it('refuses nobody: who chose the channel before may still pay with it', async () => {
  const { pay, trip } = createFailingBank()
  await trip()
  expect((await pay('A-3')).status).toBe(200)
})

it.each([true, false])('is one breaker for all processes (own circuit: %s)', async (gatewayCircuit) => {
  const { shop, other, pay, fails, works } = createFailingBank({ gatewayCircuit })
  fails()
  await pay('A-1', shop)
  await pay('A-2', other)
  works()
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
  expect(await rests(other)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
})

it('hears at one process that somebody got through at another', async () => {
  const { clock, shop, other, pay, fails, works } = createFailingBank({ gatewayCircuit: false })
  fails()
  await pay('A-1', shop)
  works()
  clock.advance(1)
  await pay('A-2', other)
  clock.advance(1)
  fails()
  await pay('A-3', shop)
  expect(await rests(shop)).toEqual({})
})

it('goes on from memory while the store is away', async () => {
  const memory = memoryStore()
  let isAway = false
  const { clock, shop, other, trip } = createFailingBank({
    store: {
      ...memory,
      get: (key) => (isAway ? Promise.reject(new Error('away')) : memory.get(key)),
    },
  })
  await trip()
  await rests(other)
  isAway = true
  clock.advance(MINUTE_MS)
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 4 * MINUTE_MS })
  expect(await rests(other)).toEqual({ 'pbl/mtransfer': 4 * MINUTE_MS })
  expect(shop.events.filter(({ type }) => type === 'store-failed')).toHaveLength(1)
})
