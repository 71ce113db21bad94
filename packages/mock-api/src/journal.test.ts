import { expect, it } from 'vitest'
import { startAt, testShop } from './shop.test.helper.ts'

const withCode = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '907351' }

it('holds of a transaction what others count by', async () => {
  const shop = testShop()
  shop.mock.advanceClock(1_500)
  await shop.transaction({ orderId: 'A-7', amount: 4_200 }, { 'Idempotency-Key': 'key-7' })
  expect(shop.mock.journal()).toEqual([
    {
      route: 'create-transaction',
      method: 'POST',
      path: '/v1/merchant/mock-merchant/transaction',
      status: 200,
      at: startAt + 1_500,
      idempotencyKey: 'key-7',
      orderId: 'A-7',
      paymentMethod: 'pbl',
      paymentMethodCode: 'mtransfer',
      amount: 4_200,
    },
  ])
})

it('holds of a link its only visible method and its preselected channel, and of a page what it is about', async () => {
  const shop = testShop()
  const payment = await shop.linked({ visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' })
  await shop.linked({ visibleMethod: ['card', 'blik'] })
  await shop.mock.fetch(payment.url)
  expect(shop.mock.journal()).toMatchObject([
    { route: 'create-payment', paymentMethod: 'card', paymentMethodCode: 'ecom3ds', amount: 19_900 },
    { route: 'create-payment', orderId: 'A-1001' },
    { route: 'hosted-page', orderId: 'A-1001', amount: 19_900, status: 200 },
  ])
  expect(shop.mock.journal()[1]).not.toHaveProperty('paymentMethod')
})

it('never holds a BLIK code, the token or the payer, not even of a refused request', async () => {
  const shop = testShop()
  await shop.transaction(withCode)
  await shop.transaction({ ...withCode, blikCode: 907_351 })
  await shop.transaction({ ...withCode, amount: '19900' })
  await shop.control('POST', 'clock', { advanceMs: 5_000 })
  const { token, serviceKey } = shop.mock.credentials
  const text = JSON.stringify([shop.mock.journal(), await shop.state()])
  expect(shop.mock.journal().map(({ status }) => status)).toEqual([200, 422, 422])
  for (const secret of ['907351', token, serviceKey, 'ada@example.test', 'Łuk']) {
    expect(text).not.toContain(secret)
  }
})
