import type { PaymentEvent } from '@tillkit/server'
import { expect, test } from 'vitest'
import type { ShopOrderView } from '../shared/shop-wire.ts'
import { answerShop } from './shop-routes.ts'
import { createShopStore } from './shop-store.ts'

const config = { trustedOrigins: [], canBreak: true, clockOffsetMs: 0 }

const paid = (orderId: string, amount: number, currency: string): PaymentEvent => {
  return { type: 'paid', orderId, transactionId: 't', status: 'settled', amount, currency }
}

/** A browser that keeps its cookie. */
function createBrowser(
  orders = createShopStore(),
): (method: string, path: string, body?: object) => Promise<{ status: number; body: unknown }> {
  let cookie = ''
  return async (method, path, body) => {
    const request = new Request(`http://127.0.0.1/api/shop${path}`, {
      method,
      headers: { cookie },
      ...(body && { body: JSON.stringify(body) }),
    })
    const answer = await answerShop(request, { orders, publicUrl: 'http://127.0.0.1', config: () => config })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    return { status: answer.status, body: await answer.json() }
  }
}

test('a first visit gets a session that scripts can’t read', async () => {
  const answer = await answerShop(new Request('http://127.0.0.1/api/shop/order'), {
    orders: createShopStore(),
    publicUrl: 'https://shop.example',
    config: () => config,
  })
  expect(answer.headers.get('set-cookie')).toMatch(
    /^wichrowa_session=[\da-f-]{36}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
  )
})

test('prices and the total are the backend’s, whatever a browser sends beside a quantity', async () => {
  const browse = createBrowser()
  const { id } = (await browse('GET', '/order')).body as ShopOrderView
  const { body } = await browse('PUT', `/orders/${id}/items/beans`, { quantity: 3, unitPrice: 1, total: 1 })
  expect((body as ShopOrderView).total).toBe(3 * 4_690 + 8_900 + 1_990 + 1_399)
})

test.each([{ quantity: -1 }, { quantity: 6 }, { quantity: 1.5 }, { quantity: '2' }, {}])(
  'refuses a cart line of %o',
  async (line) => {
    const browse = createBrowser()
    const { id } = (await browse('GET', '/order')).body as ShopOrderView
    expect((await browse('PUT', `/orders/${id}/items/beans`, line)).status).toBe(409)
  },
)

test('refuses to empty a cart, and to change one that is paid', async () => {
  const orders = createShopStore()
  const browse = createBrowser(orders)
  const { id } = (await browse('GET', '/order')).body as ShopOrderView
  const put = async (item: string, quantity: number): Promise<number> =>
    (await browse('PUT', `/orders/${id}/items/${item}`, { quantity })).status
  expect([await put('beans', 0), await put('dripper', 0), await put('filters', 0)]).toEqual([200, 200, 409])

  orders.offer(id)
  const { total, currency } = (await browse('GET', '/order')).body as ShopOrderView
  orders.takePayment(paid(id, total, currency))
  expect(await put('filters', 2)).toBe(409)
  expect(((await browse('POST', '/orders', {})).body as ShopOrderView).id).not.toBe(id)
})

test('what was offered when a payment started is what is paid; what was added later goes into a new order', async () => {
  const orders = createShopStore()
  const browse = createBrowser(orders)
  const { id, currency, total } = (await browse('GET', '/order')).body as ShopOrderView
  orders.offer(id)
  await browse('PUT', `/orders/${id}/items/grinder`, { quantity: 1 })
  await browse('PUT', `/orders/${id}/items/filters`, { quantity: 0 })
  await browse('PUT', `/orders/${id}/items/beans`, { quantity: 3 })
  orders.takePayment(paid(id, total, currency))

  const order = ((await browse('GET', `/orders?id=${id}`)).body as ShopOrderView[])[0]
  expect(order).toMatchObject({ isPaid: true, total, hasLeftovers: true })
  const later = (await browse('GET', '/order')).body as ShopOrderView
  expect(later.id).not.toBe(id)
  expect(later).toMatchObject({ isPaid: false, total: 4_690 + 34_900 + 1_399 })
})

test('a second payment pays nothing more and is to be given back, however often it is told', async () => {
  const orders = createShopStore()
  const browse = createBrowser(orders)
  const { id, currency, total } = (await browse('GET', '/order')).body as ShopOrderView
  orders.offer(id)
  orders.takePayment(paid(id, total, currency))
  expect((await browse('GET', '/order')).body).toMatchObject({ toRefund: 0 })
  for (let turn = 0; turn < 2; turn += 1)
    orders.takePayment({
      ...paid(id, 50_000, currency),
      type: 'paid-twice',
      transactionId: 'second',
      firstTransactionId: 't',
    })
  expect((await browse('GET', '/order')).body).toMatchObject({ isPaid: true, total, toRefund: 50_000 })
})

test('a cart that was only made smaller leaves nothing over', async () => {
  const orders = createShopStore()
  const browse = createBrowser(orders)
  const { id, currency, total } = (await browse('GET', '/order')).body as ShopOrderView
  orders.offer(id)
  await browse('PUT', `/orders/${id}/items/filters`, { quantity: 0 })
  orders.takePayment(paid(id, total, currency))
  expect((await browse('GET', '/order')).body).toMatchObject({ id, isPaid: true, total, hasLeftovers: false })
})

test.each([
  { why: 'another amount', amount: 21_668, currency: 'PLN' },
  { why: 'another currency', amount: 21_669, currency: 'EUR' },
])('$why than what was offered pays nothing', async ({ amount, currency }) => {
  const orders = createShopStore()
  const browse = createBrowser(orders)
  const { id, total } = (await browse('GET', '/order')).body as ShopOrderView
  expect(total).toBe(21_669)
  orders.offer(id)
  orders.takePayment(paid(id, amount, currency))
  expect((await browse('GET', '/order')).body).toMatchObject({ id, isPaid: false })
})

test('somebody else’s order doesn’t exist', async () => {
  const orders = createShopStore()
  const { id } = (await createBrowser(orders)('GET', '/order')).body as ShopOrderView
  const stranger = createBrowser(orders)
  await stranger('GET', '/order')
  expect((await stranger('GET', `/orders?id=${id}`)).body).toEqual([])
  expect((await stranger('PUT', `/orders/${id}/items/beans`, { quantity: 1 })).status).toBe(404)
  expect((await stranger('PUT', `/orders/${id}/customer`, {})).status).toBe(404)
})

test('a customer’s form is believed only when it is whole', async () => {
  const browse = createBrowser()
  const { id } = (await browse('GET', '/order')).body as ShopOrderView
  const wrong = await browse('PUT', `/orders/${id}/customer`, {
    firstName: ' ',
    lastName: 'Nowak',
    email: 'nowak',
  })
  expect(wrong).toEqual({
    status: 422,
    body: { problems: { firstName: 'missing', email: 'not-an-email' } },
  })
  const right = { firstName: ' Ewa ', lastName: 'Nowak', email: 'ewa@example.com' }
  const { body } = await browse('PUT', `/orders/${id}/customer`, right)
  expect((body as ShopOrderView).customer).toEqual({ ...right, firstName: 'Ewa' })
})
