import { expect, it } from 'vitest'
import { testOrder } from './fake-shop.test.kit.ts'
import { buildPaymentBody, checkShopOrder, validityOf } from './payment-body.ts'

const MINUTE_MS = 60_000

it.each([
  ['a bank', { by: 'transaction', method: 'pbl', code: 'ipko' }, 15 * MINUTE_MS],
  ['paying later', { by: 'transaction', method: 'imoje_paylater', code: 'paypo' }, 24 * 60 * MINUTE_MS],
  ['a transfer', { by: 'transaction', method: 'wt', code: 'wt' }, undefined],
  ['a method named like a property', { by: 'transaction', method: 'toString', code: 'x' }, 15 * MINUTE_MS],
  ['a link to leasing', { by: 'link', visibleMethod: ['lease'] }, 24 * 60 * MINUTE_MS],
  [
    'a link as long as its slowest',
    { by: 'link', visibleMethod: ['card', 'wt', 'lease'] },
    24 * 60 * MINUTE_MS,
  ],
  ['a link to a transfer alone', { by: 'link', visibleMethod: ['wt'] }, undefined],
] as const)('keeps %s open for its own time', (_, way, validForMs) => {
  expect(validityOf(way)).toBe(validForMs)
})

it.each([
  ['amount', { amount: 0 }],
  ['amount', { amount: 12.5 }],
  ['currency', { currency: 'zł' }],
  ['customer.firstName', { customer: { ...testOrder.customer, firstName: '' } }],
  ['customer.firstName', { customer: { ...testOrder.customer, firstName: ' ' } }],
  ['customer.firstName', { customer: { ...testOrder.customer, firstName: 'Ada\nNowak' } }],
  ['customer.lastName', { customer: { ...testOrder.customer, lastName: 'x'.repeat(101) } }],
  ['customer.email', { customer: { ...testOrder.customer, email: 'ada' } }],
  ['customer.phone', { customer: { ...testOrder.customer, phone: 'call me' } }],
  ['returnUrls.success', { returnUrls: { ...testOrder.returnUrls, success: '/thanks' } }],
  ['returnUrls.failure', { returnUrls: { ...testOrder.returnUrls, failure: 'javascript:alert(1)' } }],
  [
    'returnUrls.failure',
    { returnUrls: { ...testOrder.returnUrls, failure: `https://shop.example/${'ż'.repeat(50)}` } },
  ],
  ['title', { title: 'Order <1>' }],
  ['title', { title: 'ż'.repeat(128) }],
  ['clientIp', { clientIp: 'my host' }],
  ['clientIp', { clientIp: '300.1.1.1' }],
])('names the field %s that imoje would refuse', (field, change) => {
  expect(() => checkShopOrder({ ...testOrder, ...change })).toThrow(
    expect.objectContaining({ type: 'invalid-request', status: 422, details: { status: 422, field } }),
  )
})

it('takes an order with everything in it', () => {
  const order = {
    ...testOrder,
    clientIp: '2001:db8::1',
    customer: { ...testOrder.customer, phone: '+48 600-700 800' },
  }
  expect(() => checkShopOrder(order)).not.toThrow()
})

it.each(['Łukasz', "O'Neill", 'Анна-Марія', 'Nguyễn', 'X Æ A-12'])('takes the name %s', (firstName) => {
  expect(() => checkShopOrder({ ...testOrder, customer: { ...testOrder.customer, firstName } })).not.toThrow()
})

const terms = { notificationUrl: 'https://shop.example/n', validUntil: 1_764_000_000_999 }

it('builds a transaction from the shop’s order', () => {
  const way = { by: 'transaction', method: 'blik', code: 'blik', blikCode: '012345' } as const
  const order = { ...testOrder, clientIp: '192.0.2.1', secret: 'of the shop' }
  expect(JSON.parse(JSON.stringify(buildPaymentBody('A-1', order, way, terms)))).toEqual({
    type: 'sale',
    orderId: 'A-1',
    amount: 12_999,
    currency: 'PLN',
    title: 'Order A-1',
    customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example', locale: 'pl' },
    successReturnUrl: 'https://shop.example/thanks',
    failureReturnUrl: 'https://shop.example/again',
    notificationUrl: 'https://shop.example/n',
    validTo: 1_764_000_000,
    paymentMethod: 'blik',
    paymentMethodCode: 'blik',
    blikCode: '012345',
    clientIp: '192.0.2.1',
  })
})

it('writes return addresses as imoje reads them', () => {
  const returnUrls = { success: 'https://shop.example/dziękujemy?o=A 1', failure: 'https://żółw.example' }
  const way = { by: 'link', visibleMethod: ['card'] } as const
  expect(buildPaymentBody('A-1', { ...testOrder, returnUrls }, way, terms)).toMatchObject({
    successReturnUrl: 'https://shop.example/dzi%C4%99kujemy?o=A%201',
    failureReturnUrl: 'https://xn--w-uga1v8h.example/',
  })
})

it('builds a link, never with an empty preselection, and leaves out a language imoje doesn’t know', () => {
  const order = { ...testOrder, customer: { ...testOrder.customer, locale: 'tlh' } }
  const body = buildPaymentBody(
    'A-1',
    order,
    { by: 'link', visibleMethod: ['card'] },
    { ...terms, validUntil: undefined },
  )
  expect(JSON.parse(JSON.stringify(body))).toMatchObject({ visibleMethod: ['card'], validTo: null })
  expect(JSON.stringify(body)).not.toMatch(/preselectMethodCode|tlh|locale/)
})
