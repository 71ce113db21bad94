import { describe, expect, it } from 'vitest'
import { isBlikCode } from './blik-code.ts'

describe('a BLIK code', () => {
  it.each(['123456', '000000', '099999'])('is %s', (code) => {
    expect(isBlikCode(code)).toBe(true)
  })

  it.each<[string, string]>([
    ['nothing', ''],
    ['five digits', '12345'],
    ['seven digits', '1234567'],
    ['digits with a gap', '123 456'],
    ['digits and a line break', '123456\n'],
    ['a letter among digits', '12345a'],
    ['digits of another script', '١٢٣٤٥٦'],
    ['full-width digits', '１２３４５６'],
    ['a negative number', '-12345'],
    ['a fraction', '123.45'],
  ])('is not %s', (_, code) => {
    expect(isBlikCode(code)).toBe(false)
  })
})
