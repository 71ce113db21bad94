import fc from 'fast-check'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { buildContext, buildFlatList, buildFlatRow, buildNestedRow } from '../../test/lists.ts'
import { holdsFor, must, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { damages, spoil } from '../../test/spoil.ts'
import { isUsualRow, wireRow } from './wire.ts'

it('reads foreign JSON without making functions from text, which a strict CSP reports', async () => {
  const made = vi.fn()
  const construct = (): never => {
    made()
    throw new EvalError('unsafe-eval')
  }
  vi.stubGlobal('Function', new Proxy(Function, { construct, apply: construct }))
  const { decodeCatalogue } = await import('./decode.ts')
  const { catalogue } = decodeCatalogue(buildFlatList(buildFlatRow('blik', 'blik')), buildContext())
  expect(catalogue.methods).toHaveLength(1)
  expect(made).not.toHaveBeenCalled()
})

describe('a row told at a glance', { timeout: propertyTimeoutMs }, () => {
  const isValid = (row: unknown): boolean => z.safeParse(wireRow, row).success

  it.each<[string, unknown]>([
    ['of the flat list', buildFlatRow('blik', 'blik')],
    [
      'of the flat list, offline and inactive',
      buildFlatRow('pbl', 'ipko', { isOnline: false, isActive: false }),
    ],
    ['of the nested list', buildNestedRow('ing', 'ing')],
  ])('is what nearly always comes: one %s', (_, row) => {
    expect(isUsualRow(row)).toBe(true)
  })

  it.each<[string, unknown]>([
    ['a currency that is null', buildFlatRow('blik', 'blik', { currency: null })],
    ['limits that are null', buildFlatRow('blik', 'blik', { transactionLimits: null })],
    ['one limit', buildFlatRow('blik', 'blik', { transactionLimits: { minTransaction: { value: 5 } } })],
  ])('is not one with %s, which the schema takes', (_, row) => {
    expect(isUsualRow(row)).toBe(false)
    expect(isValid(row)).toBe(true)
  })

  it('is always one that the schema takes too', () => {
    const seen = { usual: 0, valid: 0, broken: 0 }
    const row = fc.constantFrom(buildFlatRow('pbl', 'mtransfer'), buildNestedRow('ing', 'ing'))
    holdsFor(fc.tuple(row, damages), ([row, damages]) => {
      const body = spoil(row, damages)
      if (isUsualRow(body)) must(isValid(body), 'the schema refuses it')
      seen[isUsualRow(body) ? 'usual' : isValid(body) ? 'valid' : 'broken'] += 1
    })
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 50)
  })
})
