import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildContext, buildFlatList, buildFlatRow, buildGroup, buildNestedRow } from '../../test/lists.ts'
import { holdsFor, must, mustEqual, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { damages, junk, spoil } from '../../test/spoil.ts'
import { channelsOf } from '../domain/catalogue.ts'
import { TillkitError } from '../domain/errors.ts'
import { decodeCatalogue } from './decode.ts'

/*
 * Lists of imoje's with random damage. What a valid row is stands here a second time, written by hand: so a change of the
 * schemas that drops good rows, or lets bad ones in, shows.
 */

const methods = ['blik', 'pbl', 'ing', 'card', 'wallet', 'wt', 'oneclick', '__proto__', 'constructor']
const codes = ['blik', 'mtransfer', 'ipko', 'ing', 'card', 'oneclick', 'recurring', '__proto__', '\u202Ex']

const name = fc.constantFrom(...methods)
const code = fc.constantFrom(...codes)
const flatRow = fc
  .tuple(name, code, fc.boolean(), fc.constantFrom('PLN', 'PLN', 'PLN', 'EUR', null, undefined))
  .map(([method, code, isOnline, currency]) => buildFlatRow(method, code, { isOnline, currency }))
const nestedRow = fc
  .tuple(name, code, fc.boolean(), fc.option(fc.integer(), { nil: undefined }))
  .map(([method, code, isOnline, priority]) => buildNestedRow(method, code, { isOnline, priority }))
const group = fc
  .tuple(fc.array(nestedRow, { maxLength: 6 }), fc.boolean(), fc.option(fc.integer(), { nil: undefined }))
  .map(([rows, isOnline, priority]) => buildGroup('A group', rows, { isOnline, priority }))
const lists: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: fc.array(flatRow, { maxLength: 12 }).map((rows) => buildFlatList(...rows)) },
  { weight: 4, arbitrary: fc.array(group, { maxLength: 4 }) },
  { weight: 1, arbitrary: group },
)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isMissing = (value: unknown): boolean => value === undefined || value === null
const isLimit = (side: unknown): boolean =>
  isMissing(side) ||
  (isObject(side) && (isMissing(side.value) || (Number.isSafeInteger(side.value) && Number(side.value) >= 0)))
const isRow = (row: unknown): row is Record<string, unknown> =>
  isObject(row) &&
  isText(row.paymentMethod) &&
  !row.paymentMethod.includes('/') &&
  isText(row.paymentMethodCode) &&
  typeof row.isOnline === 'boolean' &&
  (row.isActive === undefined || typeof row.isActive === 'boolean') &&
  (isMissing(row.currency) || isText(row.currency)) &&
  (isMissing(row.transactionLimits) ||
    (isObject(row.transactionLimits) &&
      isLimit(row.transactionLimits.minTransaction) &&
      isLimit(row.transactionLimits.maxTransaction)))
const isGroup = (value: unknown): value is { channels: unknown[] } =>
  isObject(value) && typeof value.isOnline === 'boolean' && Array.isArray(value.channels)

/** The rows a list has, valid or not; nothing where it is no list. */
function rowsIn(body: unknown): readonly unknown[] | undefined {
  if (isObject(body) && isObject(body.service) && Array.isArray(body.service.paymentMethods))
    return body.service.paymentMethods as unknown[]
  const groups = isGroup(body) ? [body] : body
  return Array.isArray(groups) ? groups.filter(isGroup).flatMap(({ channels }) => channels) : undefined
}

const profile = new Set(['oneclick', 'recurring', 'blik_oneclick'])
const idsIn = (rows: readonly unknown[]): Set<string> =>
  new Set(
    rows
      .filter(isRow)
      .filter((row) => isMissing(row.currency) || row.currency === 'PLN')
      .filter((row) => !profile.has(String(row.paymentMethodCode)))
      .map((row) => `${String(row.paymentMethod)}/${String(row.paymentMethodCode)}`),
  )

describe('damaged lists', { timeout: propertyTimeoutMs }, () => {
  it('lose their broken rows and nothing else, and fail only with contract-broken', () => {
    const seen = { broken: 0, partly: 0, whole: 0 }
    holdsFor(fc.tuple(lists, damages), ([list, damages]) => {
      const body = spoil(list, damages)
      const rows = rowsIn(body)
      try {
        const { catalogue, discarded } = decodeCatalogue(body, buildContext())
        must(rows !== undefined, 'something that is no list was taken for one')
        const ids = channelsOf(catalogue).map(({ id }) => id)
        mustEqual(ids.toSorted(), [...idsIn(rows ?? [])].toSorted(), 'the rows')
        for (const { at, detail } of discarded)
          must(Math.max(at.length, detail.length) <= 200, `an event of ${detail.length} characters at ${at}`)
        must(
          catalogue.methods.every(({ channels }) => channels.length > 0),
          'a method without channels',
        )
        must(new Set(catalogue.methods.map(({ id }) => id)).size === catalogue.methods.length, 'an id twice')
        if (discarded.some(({ reason }) => reason === 'broken')) seen.partly += 1
        else seen.whole += 1
      } catch (error) {
        if (!(error instanceof TillkitError) || error.code !== 'contract-broken') throw error
        must(rows === undefined, 'a list was taken for something else')
        seen.broken += 1
      }
    })
    expect(Math.min(seen.broken, seen.partly, seen.whole)).toBeGreaterThan(runs / 200)
  })

  it('are judged alike when they are anything at all', () => {
    let refused = 0
    holdsFor(fc.oneof(junk, fc.jsonValue()), (body) => {
      try {
        decodeCatalogue(body, buildContext())
        must(rowsIn(body) !== undefined, 'something that is no list was taken for one')
      } catch (error) {
        if (!(error instanceof TillkitError) || error.code !== 'contract-broken') throw error
        refused += 1
      }
    })
    expect(refused).toBeGreaterThan(runs / 2)
  })

  it('leave no trace on the prototypes', () => {
    holdsFor(fc.tuple(lists, damages), ([list, damages]) => {
      const body = spoil(list, [
        ...damages,
        { place: 1, does: 'replace', junk: { __proto__: { isOnline: 1 } } },
      ])
      try {
        decodeCatalogue(body, buildContext())
      } catch {
        // What it may throw is tried above.
      }
      must(Object.keys(Object.prototype).length === 0, 'Object.prototype has a new key')
    })
    expect({}).not.toHaveProperty('isOnline')
  })
})
