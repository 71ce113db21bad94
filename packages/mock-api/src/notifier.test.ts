import { describe, expect, it } from 'vitest'
import { startAt, testShop, type TestShop } from './shop.test.helper.ts'

async function pay(shop: TestShop): Promise<Response> {
  const { action } = await shop.started()
  return shop.press(action.url, { outcome: 'pay' })
}

async function deliveries(shop: TestShop) {
  return (await shop.state()).notifications
}

const advance = (shop: TestShop, advanceMs: number) => shop.control('POST', 'clock', { advanceMs })
const refuse = (shop: TestShop, times: number) => {
  for (let count = 0; count < times; count += 1) shop.answers.push(() => new Response(null, { status: 503 }))
}

it('leads the payer back even when the shop does not take the notification', async () => {
  const shop = testShop()
  shop.answers.push(() => new Response(null, { status: 500 }))
  expect((await pay(shop)).status).toBe(303)
  expect(await deliveries(shop)).toMatchObject([{ state: 'waiting', attempts: 1, lastStatus: 500 }])
})

it('sends the same bytes again ten seconds later, and not before', async () => {
  const shop = testShop()
  shop.answers.push(() => Promise.reject(new TypeError('refused')))
  await pay(shop)
  await advance(shop, 9_999)
  expect(shop.notifications).toHaveLength(1)
  await advance(shop, 1)
  expect(shop.notifications).toHaveLength(2)
  expect(shop.notifications[1]).toEqual(shop.notifications[0])
  expect(await deliveries(shop)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 200 }])
  await advance(shop, 3_600_000)
  expect(shop.notifications).toHaveLength(2)
})

it('takes an answer without its word for none', async () => {
  const shop = testShop()
  shop.answers.push(() => new Response('thanks'))
  await pay(shop)
  expect(await deliveries(shop)).toMatchObject([{ state: 'waiting' }])
})

describe("imoje's plan", () => {
  const minutes = (count: number) => count * 60_000
  const plan = [
    ...Array<number>(3).fill(10_000),
    ...Array<number>(5).fill(minutes(5)),
    ...Array<number>(5).fill(minutes(60)),
    ...Array<number>(5).fill(minutes(360)),
    ...Array<number>(5).fill(minutes(720)),
  ]

  it.each([
    ['as it is', {}, 1],
    ['ten times faster', { retrySpeedup: 10 }, 10],
  ])('is kept to the millisecond, %s, and then given up', async (_, options, speedup) => {
    const shop = testShop(options)
    refuse(shop, 24)
    await pay(shop)
    for (const [index, delayMs] of plan.entries()) {
      await advance(shop, delayMs / speedup - 1)
      expect(shop.notifications).toHaveLength(index + 1)
      await advance(shop, 1)
      expect(shop.notifications).toHaveLength(index + 2)
    }
    expect(await deliveries(shop)).toMatchObject([{ state: 'given-up', attempts: 24 }])
    await advance(shop, minutes(10_000))
    expect(shop.notifications).toHaveLength(24)
  })

  it('is caught up with when the clock jumps over several of its steps', async () => {
    const shop = testShop()
    refuse(shop, 4)
    await pay(shop)
    await advance(shop, 30_000)
    expect(await deliveries(shop)).toMatchObject([
      { state: 'waiting', attempts: 4, nextAt: startAt + 30_000 + minutes(5) },
    ])
    await advance(shop, minutes(100_000))
    expect(await deliveries(shop)).toMatchObject([{ state: 'delivered', attempts: 5 }])
  })

  it('goes on by itself with each request the mock gets', async () => {
    let now = startAt
    const shop = testShop({ clock: { now: () => now } })
    refuse(shop, 1)
    await pay(shop)
    now += 10_000
    await shop.list()
    await shop.mock.catchUp()
    expect(await deliveries(shop)).toMatchObject([{ state: 'delivered', attempts: 2 }])
  })

  it.each([0, -1, Number.NaN, Infinity])('cannot be %d times as fast', (retrySpeedup) => {
    expect(() => testShop({ retrySpeedup })).toThrow(RangeError)
  })
})
