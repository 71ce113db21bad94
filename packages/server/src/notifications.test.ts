import { expect, it, vi } from 'vitest'
import { createFakeShop, testCredentials, testOrder, type FakeShop } from './fake-shop.test.kit.ts'
import { isSigned } from './notifications.ts'

/** A shop whose payments get the ids `t-1`, `t-2` … and links `l-1` …, for notifications written by hand. */
function setUp(options: Parameters<typeof createFakeShop>[1] = {}) {
  let n = 0
  const asked: string[] = []
  const cancelling = { status: 200 }
  const shop = createFakeShop((input, init) => {
    const request = new Request(input, init)
    const path = new URL(request.url).pathname.replace(`/v1/merchant/${testCredentials.merchantId}`, '')
    asked.push(`${request.method} ${path}`)
    if (path === '/payment')
      return Promise.resolve(
        Response.json({ payment: { id: `l-${++n}`, url: 'https://paywall.imoje.pl/l' } }),
      )
    if (path === '/payment/cancel') return Promise.resolve(Response.json({}, cancelling))
    const action = { type: 'redirect', url: 'https://paywall.imoje.pl/t', method: 'GET' }
    return Promise.resolve(Response.json({ transaction: { id: `t-${++n}`, status: 'new' }, action }))
  }, options)
  const cancelled = () => asked.filter((one) => one === 'POST /payment/cancel').length
  return { shop, cancelling, cancelled }
}

const sale = {
  id: 't-1',
  type: 'sale',
  status: 'settled',
  serviceId: testCredentials.serviceId,
  orderId: 'A-1',
  amount: testOrder.amount,
  currency: 'PLN',
  paymentMethod: 'pbl',
  paymentMethodCode: 'mtransfer',
}

async function sign(body: string, key = testCredentials.serviceKey): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(body + key))
  const { merchantId, serviceId } = testCredentials
  return `merchantid=${merchantId};serviceid=${serviceId};signature=${Buffer.from(digest).toString('hex')};alg=sha256`
}

async function notify(shop: FakeShop, transaction: object, more: object = {}): Promise<Response> {
  const body = JSON.stringify({ transaction: { ...sale, ...transaction }, ...more })
  const headers = { 'content-type': 'application/json', 'x-imoje-signature': await sign(body) }
  return shop.send('/notifications', { method: 'POST', headers, body })
}

const kinds = (shop: FakeShop) => shop.told.map(({ type, transactionId }) => `${type} ${transactionId}`)

it('tells the shop what is paid, and imoje that it was heard', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  const answer = await notify(shop, {})
  expect([answer.status, await answer.json()]).toEqual([200, { status: 'ok' }])
  expect(shop.told).toEqual([
    {
      type: 'paid',
      orderId: 'A-1',
      transactionId: 't-1',
      status: 'settled',
      amount: 12_999,
      currency: 'PLN',
    },
  ])
})

it('tells the shop once, however often imoje repeats itself', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  for (let n = 0; n < 3; n++) expect((await notify(shop, {})).status).toBe(200)
  expect(kinds(shop)).toEqual(['paid t-1'])
})

it('asks for the notification again until the shop has taken it', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  shop.onPayment = () => Promise.reject(new Error('database is away'))
  expect((await notify(shop, {})).status).toBe(500)
  expect(await (await shop.get('/orders/A-1/payment')).json()).toEqual({
    status: 'paid',
    transactionId: 't-1',
  })
  shop.onPayment = () => Promise.resolve()
  expect((await notify(shop, {})).status).toBe(200)
  expect(new Set(kinds(shop))).toEqual(new Set(['paid t-1']))
  const heard = shop.told.length
  await notify(shop, {})
  expect(shop.told).toHaveLength(heard)
})

it.each(['pending', 'rejected', 'cancelled', 'error', 'new', 'a status that is new'])(
  'never turns paid back into %s',
  async (status) => {
    const { shop } = setUp()
    await shop.pay('key-1')
    await notify(shop, {})
    expect((await notify(shop, { status })).status).toBe(200)
    expect(kinds(shop)).toEqual(['paid t-1'])
    expect(await (await shop.get('/orders/A-1/payment')).json()).toMatchObject({ status: 'paid' })
  },
)

it('takes what comes in the wrong order', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await notify(shop, { status: 'rejected' })
  await notify(shop, { status: 'pending' })
  expect(kinds(shop)).toEqual(['failed t-1'])
  await notify(shop, {})
  expect(shop.told.at(-1)).toMatchObject({ type: 'paid', afterFailure: true })
})

it('keeps a status nobody knows as pending', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await notify(shop, { status: 'in_review' })
  expect(shop.told).toMatchObject([{ type: 'pending', status: 'in_review' }])
})

it.each([
  ['another key', async (body: string) => sign(body, 'guessed')],
  ['another body', async () => sign('{}')],
  ['none', async () => ''],
  ['a cut one', async (body: string) => (await sign(body)).replace(/(signature=.{10})[^;]*/, '$1')],
  ['a longer one', async (body: string) => (await sign(body)).replace(/(signature=[^;]*)/, '$1ab')],
  ['another algorithm named', async (body: string) => (await sign(body)).replace('sha256', 'none')],
  [
    'another service named',
    async (body: string) => (await sign(body)).replace(testCredentials.serviceId, 'x'),
  ],
])('refuses a notification whose signature is of %s', async (_, forge) => {
  const { shop } = setUp()
  await shop.pay('key-1')
  const body = JSON.stringify({ transaction: sale })
  const answer = await shop.send('/notifications', {
    method: 'POST',
    headers: { 'x-imoje-signature': await forge(body) },
    body,
  })
  expect(answer.status).toBe(401)
  expect(shop.told).toEqual([])
  expect(shop.events).toContainEqual(
    expect.objectContaining({ type: 'notification-ignored', reason: 'signature' }),
  )
})

it('reads the signature over the raw bytes, whatever is in them', async () => {
  const body = new Uint8Array([0xff, 0x00, 0x7b])
  const digest = await crypto.subtle.digest(
    'SHA-256',
    Buffer.concat([body, Buffer.from(testCredentials.serviceKey)]),
  )
  const { merchantId, serviceId } = testCredentials
  const header = `merchantid=${merchantId}; serviceid=${serviceId}; signature=${Buffer.from(digest).toString('hex')}; alg=sha256`
  expect(await isSigned(body, header, testCredentials)).toBe(true)
})

it.each([
  ['service', { serviceId: '00000000-aaaa-4bbb-8ccc-000000000001' }],
  ['order', { orderId: 'A-2' }],
  ['amount', { amount: 1 }],
  ['currency', { currency: 'EUR' }],
])('never calls paid what differs in its %s from the record', async (differs, change) => {
  const { shop } = setUp()
  await shop.pay('key-1')
  expect((await notify(shop, change)).status).toBe(200)
  expect(shop.told).toMatchObject([{ type: 'mismatch', differs, orderId: 'A-1', transactionId: 't-1' }])
  expect(await (await shop.get('/orders/A-1/payment')).json()).toMatchObject({ status: 'pending' })
})

it('says so when there is no record at all', async () => {
  const { shop } = setUp()
  await notify(shop, {})
  expect(shop.told).toMatchObject([{ type: 'mismatch', differs: 'attempt' }])
})

it('names both payments when two pages are paid', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await shop.pay('key-2', { paymentMethodCode: 'ipko' })
  await notify(shop, {})
  await notify(shop, { id: 't-2', paymentMethodCode: 'ipko' })
  expect(kinds(shop)).toEqual(['paid t-1', 'paid-twice t-2'])
  expect(shop.told.at(-1)).toMatchObject({ firstTransactionId: 't-1' })
})

it('tells nothing of another attempt’s failure once the order is paid', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await shop.pay('key-2', { paymentMethodCode: 'ipko' })
  await notify(shop, {})
  await notify(shop, { id: 't-2', paymentMethodCode: 'ipko', status: 'cancelled' })
  expect(kinds(shop)).toEqual(['paid t-1'])
})

it('finds a link’s attempt by the link, and cancels the links that are open beside what was paid', async () => {
  const { shop, cancelled } = setUp()
  await shop.link('key-1')
  await shop.link('key-2', { visibleMethod: ['pbl'] })
  const card = { id: 't-9', paymentMethod: 'card', paymentMethodCode: 'ecom3ds' }
  await notify(shop, { ...card, status: 'rejected' }, { payment: { id: 'l-1' } })
  await notify(shop, { ...card, id: 't-10' }, { payment: { id: 'l-1' } })
  expect(kinds(shop)).toEqual(['failed t-9', 'paid t-10'])
  expect(shop.told.at(-1)).not.toHaveProperty('afterFailure')
  expect(cancelled()).toBe(1)
})

it('leaves a link open by which one try was refused, and cancels it when another attempt pays', async () => {
  const { shop, cancelled } = setUp()
  await shop.link('key-1')
  await shop.pay('key-2')
  const card = { id: 't-9', paymentMethod: 'card', paymentMethodCode: 'ecom3ds' }
  await notify(shop, { ...card, status: 'rejected' }, { payment: { id: 'l-1' } })
  await notify(shop, { ...card, status: 'pending' }, { payment: { id: 'l-1' } })
  expect(await (await shop.get('/orders/A-1/payment?key=key-1')).json()).toEqual({ status: 'pending' })
  await notify(shop, { id: 't-2' })
  expect(kinds(shop)).toEqual(['failed t-9', 'paid t-2'])
  expect(cancelled()).toBe(1)
})

it.each([408, 429, 500, 503])(
  'asks for the notification again when a link could not be cancelled (%d), after the shop knows what is paid',
  async (status) => {
    const { shop, cancelling, cancelled } = setUp({ gatewayCircuit: false })
    await shop.link('key-1')
    await shop.pay('key-2')
    cancelling.status = status
    expect((await notify(shop, { id: 't-2' })).status).toBe(500)
    expect(kinds(shop)).toEqual(['paid t-2'])
    cancelling.status = 200
    shop.clock.advance(10_000)
    expect((await notify(shop, { id: 't-2' })).status).toBe(200)
    shop.clock.advance(10_000)
    expect((await notify(shop, { id: 't-2' })).status).toBe(200)
    expect([kinds(shop), cancelled()]).toEqual([['paid t-2'], 2])
  },
)

it('takes imoje’s word that a link is not to be cancelled any more', async () => {
  const { shop, cancelling, cancelled } = setUp()
  await shop.link('key-1')
  await shop.pay('key-2')
  cancelling.status = 422
  expect((await notify(shop, { id: 't-2' })).status).toBe(200)
  shop.clock.advance(10_000)
  await notify(shop, { id: 't-2' })
  expect(cancelled()).toBe(1)
})

it('tries to cancel again when the order is read, whatever the shop says, without making anybody wait', async () => {
  const { shop, cancelling, cancelled } = setUp()
  await shop.link('key-1')
  await shop.pay('key-2')
  cancelling.status = 500
  await notify(shop, { id: 't-2' })
  shop.payment = { status: 'paid', transactionId: 't-2' }
  for (const expected of [2, 3]) {
    shop.clock.advance(10_000)
    if (expected === 3) cancelling.status = 200
    for (let n = 0; n < 3; n++)
      expect(await (await shop.get('/orders/A-1/payment')).json()).toMatchObject({ status: 'paid' })
    await vi.waitFor(() => expect(cancelled()).toBe(expected), 50_000)
  }
  shop.clock.advance(10_000)
  await shop.get('/orders/A-1/payment')
  expect(cancelled()).toBe(3)
})

it('takes a refund for no payment', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  expect((await notify(shop, { type: 'refund' })).status).toBe(200)
  expect(shop.told).toEqual([])
})

it('takes what it can’t read, so that it isn’t repeated for days', async () => {
  const { shop } = setUp()
  const body = '{"transaction":'
  const answer = await shop.send('/notifications', {
    method: 'POST',
    headers: { 'x-imoje-signature': await sign(body) },
    body,
  })
  expect(answer.status).toBe(200)
  expect(shop.events).toContainEqual(
    expect.objectContaining({ type: 'notification-ignored', reason: 'unreadable' }),
  )
})

it('finds the attempt whose answer was lost by what it pays with', async () => {
  let lost = true
  const shop = createFakeShop(() => {
    const action = { type: 'redirect', url: 'https://paywall.imoje.pl/t', method: 'GET' }
    return lost
      ? Promise.reject(new TypeError('cut'))
      : Promise.resolve(Response.json({ transaction: { id: 't-2', status: 'new' }, action }))
  })
  await shop.pay('key-1')
  lost = false
  await shop.pay('key-1')
  // The first one, which nobody has the address of, expires. The second is still open.
  await notify(shop, { id: 't-1', status: 'cancelled' })
  expect(shop.told).toEqual([])
  await notify(shop, { id: 't-2' })
  expect(kinds(shop)).toEqual(['paid t-2'])
})

it('follows the page that was sent last, when the one before it is known by a notification', async () => {
  let n = 0
  const shop = createFakeShop((input) => {
    const action = { type: 'redirect', url: 'https://paywall.imoje.pl/t', method: 'GET' }
    if (++n === 1) return Promise.reject(new TypeError('cut'))
    const id = /transaction\/(.+)/.exec(new Request(input).url)?.[1] ?? 't-2'
    return Promise.resolve(Response.json({ transaction: { id, status: 'new' }, action }))
  })
  await shop.pay('key-1')
  await notify(shop, { id: 't-1', status: 'pending' })
  await shop.pay('key-1')
  await notify(shop, { id: 't-1', status: 'cancelled' })
  const state = await shop.get('/orders/A-1/payment?key=key-1')
  expect(await state.json()).toEqual({ status: 'pending', transactionId: 't-2' })
})

it('keeps a BLIK code open whose answer was lost once imoje has spoken of it', async () => {
  const shop = createFakeShop(() => Promise.reject(new TypeError('cut')))
  const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik' }
  await shop.pay('key-1', { ...blik, blikCode: '123456' })
  await notify(shop, { ...blik, id: 't-7', status: 'pending' })
  shop.clock.advance(3_600_000)
  const state = await shop.get('/orders/A-1/payment?key=key-1')
  expect(await state.json()).toEqual({ status: 'pending', transactionId: 't-7' })
  await notify(shop, { ...blik, id: 't-7' })
  expect(kinds(shop)).toEqual(['pending t-7', 'paid t-7'])
})

it('takes a wire transfer weeks later, after a bank’s page was tried first', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await shop.pay('key-2', { paymentMethod: 'wt', paymentMethodCode: 'wt' })
  shop.clock.advance(21 * 86_400_000)
  await notify(shop, { id: 't-2', paymentMethod: 'wt', paymentMethodCode: 'wt' })
  expect(kinds(shop)).toEqual(['paid t-2'])
  expect(await (await shop.get('/orders/A-1/payment?key=key-2')).json()).toMatchObject({ status: 'paid' })
})

it('takes the payment of an answer that was lost for its own, not for that of a link made since', async () => {
  const shop = createFakeShop(() => Promise.reject(new TypeError('cut')))
  await shop.pay('key-1')
  await shop.link('key-2')
  shop.clock.advance(1)
  await notify(shop, { id: 't-1', status: 'rejected' })
  const state = async (key: string) =>
    (await shop.get(`/orders/A-1/payment?key=${key}`)).json() as Promise<unknown>
  expect(await state('key-1')).toEqual({ status: 'failed', transactionId: 't-1' })
  expect(await state('key-2')).toEqual({ status: 'pending' })
})

it('finds a link’s attempt also where only the transaction names the link', async () => {
  const { shop } = setUp()
  await shop.link('key-1')
  await notify(shop, { id: 't-9', payment: { id: 'l-1', status: 'settled' } })
  expect(kinds(shop)).toEqual(['paid t-9'])
})

it('tells the shop of a payment no second time when the order is read weeks later, say after a refund', async () => {
  const { shop } = setUp()
  await shop.pay('key-1')
  await notify(shop, {})
  shop.clock.advance(21 * 86_400_000)
  await shop.get('/orders/A-1/payment')
  expect(kinds(shop)).toEqual(['paid t-1'])
})
