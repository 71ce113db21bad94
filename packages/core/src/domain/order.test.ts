import { describe, expect, it } from 'vitest'
import { TillkitError } from './errors.ts'
import { checkOrder, type Order } from './order.ts'

const order: Order = { id: 'A-1001', amount: 12_999, currency: 'PLN' }

describe('checkOrder', () => {
  it('gives back the order it was given', () => {
    expect(checkOrder(order)).toBe(order)
    expect(checkOrder({ ...order, amount: 0 })).toMatchObject({ amount: 0 })
    expect(checkOrder({ ...order, amount: Number.MAX_SAFE_INTEGER })).toMatchObject({ id: 'A-1001' })
  })

  it.each<[string, unknown]>([
    ['a negative amount', { ...order, amount: -1 }],
    ['a fraction', { ...order, amount: 129.99 }],
    ['an amount too large to count with', { ...order, amount: 2 ** 53 }],
    ['no number', { ...order, amount: Number.NaN }],
    ['an endless amount', { ...order, amount: Infinity }],
    ['an amount as a text', { ...order, amount: '12999' }],
    ['an amount as a BigInt', { ...order, amount: 12_999n }],
    ['no amount', { id: 'A', currency: 'PLN' }],
    ['a currency in small letters', { ...order, currency: 'pln' }],
    ['a sign for a currency', { ...order, currency: 'zł' }],
    ['a long currency', { ...order, currency: 'PLNX' }],
    ['a currency with a line break', { ...order, currency: 'PLN\n' }],
    ['a currency in a list', { ...order, currency: ['PLN'] }],
    ['no currency', { id: 'A', amount: 1 }],
    ['an empty id', { ...order, id: '' }],
    ['an id that is a number', { ...order, id: 1001 }],
    ['no id', { amount: 1, currency: 'PLN' }],
    ['nothing', undefined],
    ['null', null],
  ])('refuses %s and says what to write', (_, wrong) => {
    const attempt = () => checkOrder(wrong as Order)
    expect(attempt).toThrow(TillkitError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'order-invalid' }))
    expect(attempt).toThrow(/12_999 for 129\.99/)
  })
})
