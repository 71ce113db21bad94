import { describe, expect, it } from 'vitest'
import { minutes, seconds } from '../../test/facts.ts'
import { readRetryAfter, readSeconds } from './headers.ts'

describe('readSeconds', () => {
  it.each<[string | null, number | undefined]>([
    ['0', 0],
    ['5', seconds(5)],
    ['9999999999', 9_999_999_999_000],
    [null, undefined],
    ['', undefined],
    ['-5', undefined],
    ['1.5', undefined],
    ['5s', undefined],
    ['0x10', undefined],
    ['1e3', undefined],
    ['٥', undefined],
  ])('reads %j as %s', (value, expected) => {
    expect(readSeconds(value)).toBe(expected)
  })
})

describe('readRetryAfter', () => {
  const date = 'Sun, 22 Nov 2026 14:00:00 GMT'
  const read = (headers: Record<string, string>) => readRetryAfter(new Headers(headers))

  it('reads seconds, with and without a Date', () => {
    expect(read({ 'retry-after': '120' })).toBe(minutes(2))
    expect(read({ 'retry-after': ' 120 ', date })).toBe(minutes(2))
    expect(read({ 'retry-after': '0', date })).toBe(0)
  })

  it("reads a date only against the same answer's Date", () => {
    const at = 'Sun, 22 Nov 2026 14:05:00 GMT'
    expect(read({ 'retry-after': at, date })).toBe(minutes(5))
    expect(read({ 'retry-after': at })).toBeUndefined()
    expect(read({ 'retry-after': at, date: 'today' })).toBeUndefined()
  })

  it('takes a date in the past for no wait', () => {
    expect(read({ 'retry-after': 'Sun, 22 Nov 2026 13:00:00 GMT', date })).toBe(0)
  })

  it.each([
    'soon',
    '',
    '-5',
    '1.5',
    '120, 120',
    '5 minutes',
    '2026-11-22T14:05:00Z',
    '22 Nov 2026 14:05:00 GMT',
  ])('takes %j for none at all', (value) => {
    expect(read({ 'retry-after': value, date })).toBeUndefined()
  })

  it('is nothing where nothing was asked', () => {
    expect(read({ date })).toBeUndefined()
  })
})
