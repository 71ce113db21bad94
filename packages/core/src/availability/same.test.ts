import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, holdsFor, mustEqual, propertyTimeoutMs } from '../../test/runs.ts'
import { isSame } from './same.ts'

describe('isSame', () => {
  it.each([
    [1, 1],
    ['a', 'a'],
    [undefined, undefined],
    [null, null],
    [
      { a: [1, { b: 'c' }], d: undefined },
      { d: undefined, a: [1, { b: 'c' }] },
    ],
    [[], []],
    [Infinity, Infinity],
  ])('is true for %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(true)
    expect(isSame(b, a)).toBe(true)
  })

  it.each([
    [1, 2],
    [1, '1'],
    [null, undefined],
    [null, {}],
    [0, null],
    [{ a: 1 }, { a: 2 }],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ text: undefined }, { until: 5 }],
    [{ a: { b: 1 } }, { a: { b: 2 } }],
    [
      [1, 2],
      [2, 1],
    ],
    [[1], [1, 1]],
  ])('is false for %j and %j', (a, b) => {
    expect(isSame(a, b)).toBe(false)
    expect(isSame(b, a)).toBe(false)
  })

  it('agrees with the text of any two JSON values', { timeout: propertyTimeoutMs }, () => {
    const values = fc.jsonValue({ maxDepth: 3 })
    const pair = fc.oneof(
      fc.tuple(values, values),
      values.map((value) => [value, structuredClone(value)] as const),
    )
    holdsFor(pair, ([a, b]) => {
      // Nothing of ours is a list here and an object there.
      fc.pre(!/\[\]|"0"/.test(canonical([a, b])))
      mustEqual(isSame(a, b), canonical(a) === canonical(b), 'isSame')
    })
    expect(isSame(JSON.parse('{"__proto__": 1}'), {})).toBe(false)
  })
})
