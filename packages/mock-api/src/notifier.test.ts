import { expect, it } from 'vitest'
import { testShop, type TestShop } from './shop.test.helper.ts'

async function pay(shop: TestShop): Promise<Response> {
  const { action } = await shop.started()
  return shop.press(action.url, { outcome: 'pay' })
}

async function deliveries(shop: TestShop) {
  return (await shop.state()).notifications
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
  await shop.control('POST', 'clock', { advanceMs: 9_999 })
  expect(shop.notifications).toHaveLength(1)
  await shop.control('POST', 'clock', { advanceMs: 1 })
  expect(shop.notifications).toHaveLength(2)
  expect(shop.notifications[1]).toEqual(shop.notifications[0])
  expect(await deliveries(shop)).toMatchObject([{ state: 'delivered', attempts: 2, lastStatus: 200 }])
  await shop.control('POST', 'clock', { advanceMs: 3_600_000 })
  expect(shop.notifications).toHaveLength(2)
})

it('takes an answer without its word for none', async () => {
  const shop = testShop()
  shop.answers.push(() => new Response('thanks'))
  await pay(shop)
  expect(await deliveries(shop)).toMatchObject([{ state: 'waiting' }])
})

it('gives up after four attempts', async () => {
  const shop = testShop()
  for (let count = 0; count < 4; count += 1) shop.answers.push(() => new Response(null, { status: 503 }))
  await pay(shop)
  for (let count = 0; count < 5; count += 1) await shop.control('POST', 'clock', { advanceMs: 10_000 })
  expect(shop.notifications).toHaveLength(4)
  expect(await deliveries(shop)).toMatchObject([{ state: 'given-up', attempts: 4 }])
})
