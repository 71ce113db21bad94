import { describe, expect, it } from 'vitest'
import { refusalOf, startAt, testShop } from './shop.test.helper.ts'

const someText: unknown = expect.any(String)
const aPage: unknown = expect.stringMatching(/^http:\/\/mock-imoje\.test\/s\/[a-z\d]{10}$/)

describe('POST payment', () => {
  it('makes a link, wrapped, with an address on the mock', async () => {
    const payment = await testShop().linked({ visibleMethod: ['card'], validTo: startAt / 1000 + 900 })
    expect(payment).toMatchObject({
      id: someText,
      url: aPage,
      orderId: 'A-1001',
      amount: 19_900,
      currency: 'PLN',
      isActive: true,
      validTo: startAt / 1000 + 900,
      created: startAt / 1000,
    })
    expect(payment).not.toHaveProperty('status')
  })

  it('reads it without the wrapper, with its status and transactions', async () => {
    const shop = testShop()
    const payment = await shop.linked()
    const read: unknown = await (await shop.api('GET', `payment/${payment.id}`)).json()
    expect(read).toMatchObject({ id: payment.id, status: 'new', isUsed: false, transactions: [] })
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['ing among the visible methods', { visibleMethod: ['ing'] }, 'visibleMethod'],
    ['visible methods that are no list', { visibleMethod: 'card' }, 'visibleMethod'],
    ['an empty preselected channel', { preselectMethodCode: '' }, 'preselectMethodCode'],
    ['a customer without a name', { customer: { email: 'a@b.test' } }, 'customer.firstName'],
  ])('refuses %s with 422', async (_, change, property) => {
    const answer = await testShop().link(change)
    expect(answer.status).toBe(422)
    expect((await refusalOf(answer)).errors[0]?.property).toBe(property)
  })

  it('does not need an e-mail', async () => {
    expect((await testShop().link({ customer: { firstName: 'Ada', lastName: 'Łuk' } })).status).toBe(200)
  })
})

describe('a link that is over', () => {
  const read = async (shop: ReturnType<typeof testShop>, id: string): Promise<unknown> =>
    (await shop.api('GET', `payment/${id}`)).json()

  it('is cancelled by the clock after validTo, and its page says so', async () => {
    const shop = testShop()
    const payment = await shop.linked({ validTo: startAt / 1000 + 900 })
    shop.mock.advanceClock(900_000)
    expect(await read(shop, payment.id)).toMatchObject({ status: 'new', isActive: true })
    shop.mock.advanceClock(1_000)
    expect(await read(shop, payment.id)).toMatchObject({ status: 'cancelled', isActive: false })
    expect((await shop.mock.fetch(payment.url)).status).toBe(410)
    expect((await shop.press(payment.url, { channel: 'blik/blik', outcome: 'pay' })).status).toBe(410)
    expect(shop.notifications).toEqual([])
  })

  it.each([
    ['pay', 'settled'],
    ['refuse', 'rejected'],
    ['cancel', 'cancelled'],
  ])('cannot be used again after %s', async (outcome, status) => {
    const shop = testShop()
    const payment = await shop.linked()
    await shop.press(payment.url, { channel: 'blik/blik', outcome })
    expect((await shop.mock.fetch(payment.url)).status).toBe(200)
    expect((await shop.press(payment.url, { channel: 'pbl/ipko', outcome: 'pay' })).status).toBe(409)
    expect(await read(shop, payment.id)).toMatchObject({ status, transactions: [{ status }] })
    expect(shop.notifications).toHaveLength(1)
  })
})

describe('POST payment/cancel', () => {
  it('closes the link for good', async () => {
    const shop = testShop()
    const { serviceId } = shop.mock.credentials
    const payment = await shop.linked()
    const cancel = () => shop.api('POST', 'payment/cancel', { serviceId, paymentId: payment.id })
    expect(await (await cancel()).json()).toMatchObject({ status: 'cancelled', isActive: false })
    expect((await cancel()).status).toBe(200)
    const pressed = await shop.press(payment.url, { channel: 'blik/blik', outcome: 'pay' })
    expect(pressed.status).toBe(409)
    expect(shop.notifications).toEqual([])
  })

  it('refuses a link that is paid, and one that does not exist', async () => {
    const shop = testShop()
    const { serviceId } = shop.mock.credentials
    const payment = await shop.linked()
    await shop.press(payment.url, { channel: 'blik/blik', outcome: 'pay' })
    const cancel = (paymentId: string) => shop.api('POST', 'payment/cancel', { serviceId, paymentId })
    expect((await cancel(payment.id)).status).toBe(422)
    expect((await cancel(serviceId)).status).toBe(404)
  })
})
