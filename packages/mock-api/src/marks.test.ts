import { expect, it } from 'vitest'
import { channelRows } from './fixtures/channels.ts'
import { markSvg } from './marks.ts'

const codes = [...new Set(channelRows.flatMap((row) => [row.paymentMethodCode, row.paymentMethod]))]

it('gives every code its own colour', () => {
  const colours = codes.map((code) => /oklch\(47%[^)]*\)/.exec(markSvg(code))?.[0])
  expect(new Set(colours).size).toBe(codes.length)
})

it('writes one to three letters', () => {
  for (const code of [...codes, 'new_code', '7']) {
    const label = /aria-label="([^"]*)"/.exec(markSvg(code))?.[1] ?? ''
    expect([...label].length).toBeGreaterThanOrEqual(1)
    expect([...label].length).toBeLessThanOrEqual(3)
  }
})

it('draws the same tile each time', () => {
  expect(markSvg('mtransfer')).toBe(markSvg('mtransfer'))
  expect(markSvg('code_of_tomorrow')).toBe(markSvg('code_of_tomorrow'))
})
