import { describe, expect, it } from 'vitest'
import { describeDecline, type DeclineReason } from './decline.ts'

/** imoje's BLIK codes as the reference has them, written out by hand. */
const blik: readonly [code: string, reason: DeclineReason, asks: 'a new code' | 'nothing'][] = [
  ['00', 'generic', 'nothing'],
  ['01', 'bankBreak', 'nothing'],
  ['02', 'alias', 'a new code'],
  ['03', 'alias', 'a new code'],
  ['04', 'alias', 'a new code'],
  ['05', 'wrongCode', 'a new code'],
  ['06', 'expiredCode', 'a new code'],
  ['07', 'codeProblem', 'a new code'],
  ['08', 'codeProblem', 'a new code'],
  ['09', 'declinedInApp', 'a new code'],
  ['10', 'notConfirmed', 'a new code'],
  ['11', 'notConfirmed', 'a new code'],
  ['12', 'wrongPin', 'a new code'],
  ['13', 'security', 'a new code'],
  ['14', 'limit', 'a new code'],
  ['15', 'noFunds', 'a new code'],
  ['16', 'issuer', 'a new code'],
  ['17', 'generic', 'a new code'],
  ['18', 'generic', 'a new code'],
  ['19', 'generic', 'a new code'],
  ['20', 'generic', 'a new code'],
  ['21', 'generic', 'a new code'],
  ['22', 'generic', 'a new code'],
  // Codes that nobody has written down.
  ['23', 'generic', 'a new code'],
  ['99', 'generic', 'a new code'],
]

describe('a declined payment', () => {
  it.each(blik)('with BLK-ERROR-2100%s is %s and asks for %s', (code, reason, asks) => {
    expect(describeDecline(`BLK-ERROR-2100${code}`)).toEqual({ reason, asksNewCode: asks === 'a new code' })
  })

  it.each(['BLK-ERROR-999999', 'BLK-ERROR-2100050', 'BLK-ERROR-__proto__', 'BLK-ERROR-x'])(
    'with the unknown %s asks for a new code',
    (code) => {
      expect(describeDecline(code)).toEqual({ reason: 'generic', asksNewCode: true })
    },
  )

  it.each<[string, string | undefined]>([
    ['no code', undefined],
    ['an empty code', ''],
    ["a card's code", 'CODE_51'],
    ["a card's raw code", '05'],
    ['a code that only holds one of BLIK', 'X-BLK-ERROR-210005'],
    ['a name of every object', '__proto__'],
  ])('with %s is only declined', (_, code) => {
    expect(describeDecline(code)).toEqual({ reason: 'generic', asksNewCode: false })
  })
})
