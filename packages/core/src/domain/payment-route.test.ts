import { describe, expect, it } from 'vitest'
import { isImmediate, resolvePaymentRoute } from './payment-route.ts'

const link = (method: string, code: string) => ({
  by: 'link',
  visibleMethod: [method],
  preselectMethodCode: code,
})

describe('a channel is paid', () => {
  it.each([
    ['blik', 'blik'],
    ['pbl', 'mtransfer'],
    ['ing', 'ing'],
    ['imoje_paylater', 'paypo'],
    ['wt', 'wt'],
    ['wallet', 'gpay'],
    ['wallet', 'applepay'],
    ['wallet', 'paypal'],
    // Only the wallet of that name opens the card page.
    ['pbl', 'visa_mobile'],
  ])('%s/%s by transaction', (method, code) => {
    expect(resolvePaymentRoute(method, code)).toEqual({ by: 'transaction' })
  })

  it.each([
    ['card', 'card', 'card'],
    ['imoje_installments', 'x', 'imoje_installments'],
    ['lease', 'y', 'lease'],
    ['wallet', 'visa_mobile', 'card'],
  ])('%s/%s by a link that shows %s', (method, code, shown) => {
    expect(resolvePaymentRoute(method, code)).toEqual(link(shown, code))
  })

  it.each(['c2p', '__proto__', 'constructor'])(
    "%s, which imoje's links don't know, by transaction",
    (method) => {
      expect(resolvePaymentRoute(method, 'x')).toEqual({ by: 'transaction' })
    },
  )

  it('at once only by BLIK with its code', () => {
    expect(isImmediate('blik', '777123')).toBe(true)
    expect(isImmediate('blik', undefined)).toBe(false)
    expect(isImmediate('pbl', '777123')).toBe(false)
  })
})
