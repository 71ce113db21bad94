import { describe, expect, it } from 'vitest'
import { mBank, minutes, start } from '../../test/facts.ts'
import { channelsOf, shiftCatalogue, type Catalogue, type PaymentChannel } from './catalogue.ts'

const rested: PaymentChannel = { ...mBank, id: 'pbl/ipko', code: 'ipko', restsUntil: start + minutes(5) }
const unrested: PaymentChannel = { ...mBank, id: 'pbl/nest', code: 'nest', restsUntil: undefined }
const catalogue: Catalogue = {
  methods: [
    { id: 'pbl', label: 'Banks', isOnline: true, channels: [mBank, rested] },
    { id: 'other', isOnline: false, channels: [unrested] },
  ],
  requestedAt: start,
  asOf: start - minutes(1),
}

describe('shiftCatalogue', () => {
  it.each([minutes(7), -minutes(90)])('moves every moment by %i ms, and nothing else', (byMs) => {
    expect(shiftCatalogue(catalogue, byMs)).toStrictEqual({
      methods: [
        {
          id: 'pbl',
          label: 'Banks',
          isOnline: true,
          channels: [mBank, { ...rested, restsUntil: start + minutes(5) + byMs }],
        },
        { id: 'other', isOnline: false, channels: [unrested] },
      ],
      requestedAt: start + byMs,
      asOf: start - minutes(1) + byMs,
    })
  })

  it('leaves the catalogue it was given as it was', () => {
    const before = structuredClone(catalogue)
    shiftCatalogue(catalogue, minutes(1))
    expect(catalogue).toStrictEqual(before)
  })

  it('gives the same catalogue, and the same channels, where no moment moves', () => {
    expect(shiftCatalogue(catalogue, 0)).toBe(catalogue)
    const channels = channelsOf(shiftCatalogue(catalogue, minutes(1)))
    expect(channels[0]).toBe(mBank)
    expect(channels[2]).toBe(unrested)
  })

  it('is undone by the way back', () => {
    expect(shiftCatalogue(shiftCatalogue(catalogue, 12_345), -12_345)).toStrictEqual(catalogue)
  })
})
