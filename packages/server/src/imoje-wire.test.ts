import { expect, it } from 'vitest'
import { cutList, decodeError, decodeLinkState, decodeTransactionAnswer } from './imoje-wire.ts'

it('cuts the flat list to what a browser may know, and keeps broken rows for the client to judge', () => {
  const row = {
    paymentMethod: 'blik',
    paymentMethodCode: 'blik',
    isActive: true,
    isOnline: 'yes',
    description: 'BLIK',
    currency: 'PLN',
    transactionLimits: { minTransaction: { type: 'number', value: 1, by: 'us' }, fee: 3 },
    paymentMethodImage: [{ png: 'https://data.imoje.pl/b.png', owner: 'x' }, 'text'],
    paymentMethodCodeImage: { png: 1 },
    contract: { commission: 12 },
  }
  const body = { service: { id: 'secret', created: 1, paymentMethods: [row, null, 'text', [1]] } }
  expect(cutList(body, 'service')).toEqual({
    service: {
      paymentMethods: [
        {
          paymentMethod: 'blik',
          paymentMethodCode: 'blik',
          isActive: true,
          isOnline: 'yes',
          description: 'BLIK',
          currency: 'PLN',
          transactionLimits: { minTransaction: { type: 'number', value: 1 } },
          paymentMethodImage: [{ png: 'https://data.imoje.pl/b.png' }, 'text'],
          paymentMethodCodeImage: undefined,
        },
      ],
    },
  })
})

it('cuts the nested list, one group without its array too', () => {
  const group = {
    label: 'BLIK',
    isOnline: true,
    serviceId: 'secret',
    channels: [{ paymentMethod: 'blik', paymentMethodCode: 'blik', isOnline: true, fee: 1 }],
  }
  const cut = {
    label: 'BLIK',
    isOnline: true,
    channels: [{ paymentMethod: 'blik', paymentMethodCode: 'blik', isOnline: true }],
  }
  expect(cutList([group, 7], 'get-payment-methods')).toEqual([cut])
  expect(cutList(group, 'get-payment-methods')).toEqual([cut])
})

it.each([undefined, null, 'text', {}, { service: {} }, { service: { paymentMethods: {} } }])(
  'takes %o for no list',
  (body) => {
    expect(cutList(body, 'service')).toBeUndefined()
  },
)

it('cuts a transaction to the allow-list', () => {
  const body = {
    transaction: {
      id: 't-1',
      status: 'new',
      serviceId: 'secret',
      payerData: { name: 'Ada' },
      fee: { merchant: 1 },
      notificationUrl: 'https://shop.example/n',
      amount: '12999',
      paymentMethod: 'pbl',
      paymentMethodCode: 'ipko',
    },
    action: { type: 'redirect', url: 'https://paywall.imoje.pl/x', method: 'GET', debug: { a: 1 } },
    payment: { id: 'p-1' },
  }
  const read = decodeTransactionAnswer(body)
  expect(read?.transaction.amount).toBe(12_999)
  expect(read?.url).toBe('https://paywall.imoje.pl/x')
  expect(read?.cut).toEqual({
    transaction: { id: 't-1', status: 'new', paymentMethod: 'pbl', paymentMethodCode: 'ipko' },
    action: { type: 'redirect', url: 'https://paywall.imoje.pl/x', method: 'GET' },
  })
})

it.each([undefined, {}, { transaction: {} }, { transaction: { id: 7 } }, { transaction: { id: 'a/../b' } }])(
  'takes %o for no transaction',
  (body) => {
    expect(decodeTransactionAnswer(body)).toBeUndefined()
  },
)

it('unwraps an error and drops its echo of the request', () => {
  const error = {
    code: 'TRX-1',
    message: 'Wrong.',
    instance: { serviceId: 'secret' },
    errors: [{ property: 'customer.email', message: 'Wrong.', value: { raw: 1 } }, 'title is too long'],
  }
  const cut = {
    code: 'TRX-1',
    message: 'Wrong.',
    errors: [{ property: 'customer.email', message: 'Wrong.' }, 'title is too long'],
  }
  expect(decodeError({ apiErrorResponse: error })).toEqual(cut)
  expect(decodeError(error)).toEqual(cut)
})

it.each([undefined, 'text', {}, { message: 'no code' }, { apiErrorResponse: { code: 4 } }])(
  'takes %o for no readable error',
  (body) => {
    expect(decodeError(body)).toBeUndefined()
  },
)

it('reads what became of a link, and its transactions, as far as they can be read', () => {
  const transactions = [{ id: 't-1', status: 'settled' }, { status: 'new' }, null]
  expect(decodeLinkState({ transactions, status: 'new', isActive: true, validTo: 5 })).toMatchObject({
    transactions: [{ id: 't-1', status: 'settled' }],
    status: 'new',
    isActive: true,
    validTo: 5,
  })
  const read = decodeLinkState({ transactions, status: 7, isActive: 'no', validTo: null })
  expect(read?.transactions).toHaveLength(1)
  expect([read?.status, read?.isActive, read?.validTo]).toEqual([undefined, undefined, undefined])
  expect(decodeLinkState('text')).toBeUndefined()
})
