import { describe, expect, it } from 'vitest'
import { refusalOf, startAt, testShop } from './shop.test.helper.ts'

const aUuid: unknown = expect.stringMatching(
  /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
)
const aPage: unknown = expect.stringMatching(/^http:\/\/mock-imoje\.test\/s\/[a-z\d]{10}$/)
const anAccount: unknown = expect.stringMatching(/^\d{26}$/)

describe('POST transaction', () => {
  it('makes a transaction and sends the payer to the hosted page', async () => {
    const shop = testShop()
    const { transaction, action } = await shop.started({ title: 'Order 1001' })
    expect(transaction).toEqual({
      id: aUuid,
      type: 'sale',
      status: 'new',
      source: 'api',
      created: startAt / 1000,
      modified: startAt / 1000,
      notificationUrl: 'http://127.0.0.1:8123/notifications',
      serviceId: shop.mock.credentials.serviceId,
      amount: 19_900,
      currency: 'PLN',
      title: 'Order 1001',
      orderId: 'A-1001',
      paymentMethod: 'pbl',
      paymentMethodCode: 'mtransfer',
      payment: { id: aUuid, status: 'new' },
      fee: { merchant: 199, surcharge: 0 },
      payerData: { name: 'Ada Łuk', ban: '' },
    })
    expect(action).toEqual({
      type: 'redirect',
      url: aPage,
      method: 'GET',
      contentType: '',
      contentBodyRaw: '',
    })
  })

  it('reads it again by its id', async () => {
    const shop = testShop()
    const { transaction } = await shop.started()
    const answer = await shop.api('GET', `transaction/${transaction.id}`)
    expect(await answer.json()).toEqual({ transaction })
  })

  it.each(['blik', 'ing', 'gpay', 'paypal', 'paypo'])('sends %s to a page too', async (paymentMethodCode) => {
    const methods: Record<string, string> = { blik: 'blik', ing: 'ing', paypo: 'imoje_paylater' }
    const paymentMethod = methods[paymentMethodCode] ?? 'wallet'
    const { action } = await testShop().started({ paymentMethod, paymentMethodCode })
    expect(action.type).toBe('redirect')
  })

  it('makes another one for the same order, with ids of its own', async () => {
    const shop = testShop()
    const [one, two] = [await shop.started(), await shop.started()]
    expect(two.transaction.id).not.toBe(one.transaction.id)
    expect(two.action.url).not.toBe(one.action.url)
    await shop.press(one.action.url, { outcome: 'pay' })
    expect(await shop.read(one.transaction.id)).toMatchObject({ status: 'settled' })
    expect(await shop.read(two.transaction.id)).toMatchObject({ status: 'new' })
  })

  it('asks for a form to be sent to the page of some banks', async () => {
    const { action } = await testShop().started({ paymentMethodCode: 'alior' })
    expect(action).toMatchObject({ method: 'POST', contentType: 'application/x-www-form-urlencoded' })
    expect(new URLSearchParams(action.contentBodyRaw).get('session')).toMatch(/^[\da-f]{12}$/)
  })

  it('answers a wire transfer with an account and a title', async () => {
    const { action, transaction } = await testShop().started({ paymentMethod: 'wt', paymentMethodCode: 'wt' })
    expect(action).toMatchObject({ type: 'transfer', ban: anAccount })
    expect(action.title).not.toBe('')
    expect(transaction.status).toBe('pending')
  })

  it('keeps a wire transfer open until the money arrives, days later', async () => {
    const shop = testShop()
    const { transaction } = await shop.started({ paymentMethod: 'wt', paymentMethodCode: 'wt' })
    shop.mock.advanceClock(3 * 86_400_000)
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'pending' })
    await shop.control('POST', `transactions/${transaction.id}`, { status: 'settled' })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'settled' })
    expect(shop.notifications).toHaveLength(1)
  })

  it('starts at once with a BLIK code, and answers no action', async () => {
    const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik' }
    const body = await testShop().started({ ...blik, blikCode: '012345' })
    expect(body.transaction.status).toBe('pending')
    expect(body).not.toHaveProperty('action')
  })

  it('cancels what is still open after validTo', async () => {
    const shop = testShop()
    const { transaction } = await shop.started({ validTo: startAt / 1000 + 60 })
    const status = async () => (await shop.read(transaction.id)).status
    shop.mock.advanceClock(60_000)
    expect(await status()).toBe('new')
    shop.mock.advanceClock(1_000)
    expect(await status()).toBe('cancelled')
  })
})

describe('what POST transaction refuses', () => {
  const properties = async (answer: Response) =>
    (await refusalOf(answer)).errors.map((error) => error.property)

  it.each<[string, Record<string, unknown>, string[]]>([
    ['a type it does not know', { type: 'refund' }, ['type']],
    ['a shop that is not a UUID', { serviceId: 'shop' }, ['serviceId']],
    ['a fraction of a grosz', { amount: 199.5 }, ['amount']],
    ['an amount of nothing', { amount: 0 }, ['amount']],
    ['an unknown currency', { currency: 'JPY' }, ['currency']],
    ['an order id with other characters', { orderId: 'A=1' }, ['orderId']],
    ['an order id that is too long', { orderId: 'A'.repeat(101) }, ['orderId']],
    ['a title that is too long in bytes', { title: 'ż'.repeat(128) }, ['title']],
    ['an unknown method', { paymentMethod: 'cash' }, ['paymentMethod']],
    [
      'lease, which only links have',
      { paymentMethod: 'lease', paymentMethodCode: 'lease_now' },
      ['paymentMethod'],
    ],
    ['an unknown channel', { paymentMethodCode: 'nobank' }, ['paymentMethodCode']],
    ['a missing return address', { successReturnUrl: undefined }, ['successReturnUrl']],
    ['a return address that is relative', { failureReturnUrl: '/back' }, ['failureReturnUrl']],
    ['an address of another kind', { successReturnUrl: 'javascript:alert(1)' }, ['successReturnUrl']],
    ['a customer without an e-mail', { customer: { firstName: 'Ada', lastName: 'Łuk' } }, ['customer.email']],
    [
      'a phone with letters',
      { customer: { firstName: 'Ada', lastName: 'Łuk', email: 'a@b.test', phone: 'call me' } },
      ['customer.phone'],
    ],
    ['a customer that is a name', { customer: 'Ada' }, ['customer']],
    ['a time to pay in the past', { validTo: startAt / 1000 - 1 }, ['validTo']],
    ['a time to pay under a minute', { validTo: startAt / 1000 + 59 }, ['validTo']],
    [
      'a BLIK code that is a number',
      { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: 123_456 },
      ['blikCode'],
    ],
    [
      'a BLIK code of five digits',
      { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '12345' },
      ['blikCode'],
    ],
    [
      'a BLIK code with a space',
      { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '123 456' },
      ['blikCode'],
    ],
    [
      'a BLIK code that is empty',
      { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '' },
      ['blikCode'],
    ],
    ['a BLIK code for a bank', { blikCode: '123456' }, ['blikCode']],
    ['an address that is no IP', { clientIp: 'localhost' }, ['clientIp']],
    ["a property of the shop's own", { expectedAmount: 19_900 }, ['expectedAmount']],
    ['card data', { card: { number: '4111111111111111' } }, ['paymentMethod']],
    ['a card without data', { paymentMethod: 'card', paymentMethodCode: 'ecom3ds' }, ['paymentMethod']],
    ['Visa Mobile', { paymentMethod: 'wallet', paymentMethodCode: 'visa_mobile' }, ['paymentMethodCode']],
    [
      'instalments',
      { paymentMethod: 'imoje_installments', paymentMethodCode: 'inbank', amount: 50_000 },
      ['installment.period'],
    ],
  ])('%s with 422', async (_, change, expected) => {
    const shop = testShop()
    const answer = await shop.transaction(change)
    expect(answer.status).toBe(422)
    expect(await properties(answer)).toEqual(expected)
    expect((await shop.state()).transactions).toEqual([])
  })

  it('echoes the body in the error, as imoje does', async () => {
    const refusal = await refusalOf(await testShop().transaction({ amount: -1 }))
    expect(refusal).toMatchObject({
      code: 'MOCK-ERROR-42200',
      instance: { amount: -1, customer: { email: 'ada@example.test' } },
    })
  })

  it.each<[string, Record<string, unknown>]>([
    ['inactive in the shop', { paymentMethodCode: 'ideabank' }],
    ['not in this currency', { currency: 'EUR' }],
    ['under the limit', { paymentMethod: 'imoje_paylater', paymentMethodCode: 'paypo', amount: 999 }],
    ['over the limit', { paymentMethod: 'imoje_paylater', paymentMethodCode: 'paypo', amount: 300_001 }],
  ])('a channel that is %s with 406', async (_, change) => {
    expect((await testShop().transaction(change)).status).toBe(406)
  })

  it('a channel switched off by hand with 406, until it is back', async () => {
    const shop = testShop()
    shop.mock.setChannel('pbl', 'mtransfer', { isOnline: false })
    expect((await shop.transaction()).status).toBe(406)
    shop.mock.setChannel('pbl', 'mtransfer', { isOnline: true })
    expect((await shop.transaction()).status).toBe(200)
  })

  it('takes an amount on the limit itself', async () => {
    const paypo = { paymentMethod: 'imoje_paylater', paymentMethodCode: 'paypo' }
    expect((await testShop().transaction({ ...paypo, amount: 1_000 })).status).toBe(200)
    expect((await testShop().transaction({ ...paypo, amount: 300_000 })).status).toBe(200)
  })

  it("a channel under another method's name, and what isn't JSON, with 400", async () => {
    const shop = testShop()
    expect((await shop.transaction({ paymentMethodCode: 'blik' })).status).toBe(400)
    expect((await shop.api('POST', 'transaction', '{"type":')).status).toBe(400)
    expect((await shop.api('POST', 'transaction', '[]')).status).toBe(400)
    expect((await shop.api('POST', 'transaction', '{}', { 'content-type': 'text/plain' })).status).toBe(400)
  })

  it('another shop with 403', async () => {
    const serviceId = '11111111-aaaa-4bbb-8ccc-000000000009'
    expect((await testShop().transaction({ serviceId })).status).toBe(403)
  })
})

describe('every route', () => {
  it('answers 401 to a wrong token, 403 to another merchant, 404 to what it does not know', async () => {
    const shop = testShop()
    const { serviceId, token } = shop.mock.credentials
    const status = async (path: string, authorization: string) =>
      (await shop.mock.fetch(`https://x.test/v1/merchant/${path}`, { headers: { authorization } })).status
    expect(await status(`mock-merchant/service/${serviceId}`, 'Bearer other')).toBe(401)
    expect(await status(`other/service/${serviceId}`, `Bearer ${token}`)).toBe(403)
    expect(await status('mock-merchant/service/other', `Bearer ${token}`)).toBe(404)
    expect(await status('mock-merchant/refunds', `Bearer ${token}`)).toBe(404)
    expect((await shop.api('GET', 'transaction/none')).status).toBe(404)
    expect((await shop.api('GET', 'payment/none')).status).toBe(404)
    expect((await shop.api('DELETE', 'transaction')).status).toBe(404)
  })

  it('carries a trace id and the date of its own clock', async () => {
    const shop = testShop()
    shop.mock.advanceClock(90_000)
    const answer = await shop.transaction()
    expect(answer.headers.get('x-trace-id')).toMatch(/^[\da-f-]{36}$/)
    expect(answer.headers.get('date')).toBe('Wed, 06 May 2026 12:01:30 GMT')
  })
})
