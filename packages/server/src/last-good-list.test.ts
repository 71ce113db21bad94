import { expect, it } from 'vitest'
import { createTwoShops, list } from '../test/two-shops.ts'

it.each([
  ['a 500', { status: 500 }],
  ['a 520', { status: 520 }],
  ['a connection that breaks', { drop: true }],
])('answers the last good list after %s, as old as it is, for six hours', async (_, fault) => {
  const { clock, mock, shop } = createTwoShops()
  await list(shop)
  mock.addFault({ match: {}, ...fault })
  clock.advance(6 * 3_600_000 - 1)
  const stale = await list(shop)
  expect([stale.status, stale.headers.get('age')]).toEqual([200, String(6 * 3_600)])
  clock.advance(1)
  expect((await list(shop)).status).toBeGreaterThanOrEqual(500)
})

it('answers the last good list after a time-out, also where a new one was wanted', async () => {
  const { clock, mock, shop } = createTwoShops()
  await list(shop)
  clock.advance(90_000)
  mock.addFault({ match: {}, hang: true })
  const answer = list(shop, '&fresh=1')
  while (mock.journal().length < 2) await new Promise((resolve) => setTimeout(resolve))
  clock.advance(5_000)
  expect([(await answer).status, (await answer).headers.get('age')]).toEqual([200, '90'])
})

it('answers the last good list after a 406 and a 500, for a wrong row is better than none', async () => {
  const { clock, mock, shop } = createTwoShops()
  await list(shop)
  clock.advance(10_000)
  mock.setChannel('pbl', 'mtransfer', { isOnline: false })
  await shop.pay('key-1')
  mock.addFault({ match: {}, status: 500, times: 1 })
  const stale = await list(shop)
  expect([stale.status, stale.headers.get('age')]).toEqual([200, '10'])
})

it.each([401, 404, 429, 502, 503, 504])('answers no older list after a %d', async (status) => {
  const { clock, mock, shop } = createTwoShops({ gatewayCircuit: false })
  await list(shop)
  clock.advance(60_000)
  mock.addFault({ match: {}, status, times: 1 })
  expect((await list(shop)).status).toBe(status)
})

it.each([502, 503, 504])('answers no list from before a %d ever again', async (status) => {
  const { clock, mock, shop } = createTwoShops({ gatewayCircuit: false })
  await list(shop)
  mock.addFault({ match: {}, status, times: 1 })
  await shop.pay('key-1')
  clock.advance(60_000)
  mock.addFault({ match: {}, status: 500, times: 1 })
  expect((await list(shop)).status).toBe(500)
})
