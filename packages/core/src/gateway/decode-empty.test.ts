import { describe, expect, it } from 'vitest'
import { buildContext, buildFlatList, buildFlatRow, buildGroup, buildNestedRow } from '../../test/lists.ts'
import type { EmptyBecause } from '../domain/catalogue.ts'
import { shiftCatalogue } from '../domain/catalogue.ts'
import { decodeCatalogue } from './decode.ts'

const inEuro = buildFlatRow('blik', 'blik', { currency: 'EUR' })
const inEuroUntold = buildFlatRow('blik', 'blik', { currency: 'EUR', isActive: undefined })
const inEuroAndOff = buildFlatRow('wt', 'wt', { currency: 'EUR', isActive: false })
const off = buildFlatRow('card', 'card', { isActive: false })
const cardOn = buildFlatRow('card', 'ecom3ds')
const offWithImage = { ...off, paymentMethodCodeImage: [{ png: 'https://evil.example/a.png' }] }
const offline = buildFlatRow('pbl', 'mtransfer', { isOnline: false })
const profile = buildFlatRow('card', 'oneclick', { currency: 'EUR' })

const lists: readonly (readonly [string, unknown, EmptyBecause | undefined])[] = [
  ['a flat list without rows', buildFlatList(), 'none'],
  ['rows that are all inactive', buildFlatList(off), 'none'],
  ['rows of another currency', buildFlatList(inEuro), 'currency'],
  ['an active row of another currency beside an inactive one', buildFlatList(off, inEuro), 'currency'],
  ['inactive rows of another currency', buildFlatList(inEuroAndOff), 'none'],
  ['a stored card in another currency', buildFlatList(profile), 'none'],
  ['rows of another currency, active as nobody says otherwise', buildFlatList(inEuroUntold), 'currency'],
  ['a row that is only offline', buildFlatList(inEuro, offline), undefined],
  ['an active row beside an inactive one of its method', buildFlatList(off, cardOn), undefined],
  ['an inactive row with an image that is not allowed', buildFlatList(offWithImage), 'none'],
  ['rows that cannot be read', buildFlatList(null, off), undefined],
  ['a nested list without groups, which was asked for with the amount', [], undefined],
  [
    'a nested list whose channels are inactive',
    [buildGroup('BLIK', [buildNestedRow('blik', 'blik', { isActive: false })])],
    'none',
  ],
  ['a nested list with a channel', [buildGroup('BLIK', [buildNestedRow('blik', 'blik')])], undefined],
]

describe('why a list is empty', () => {
  it.each(lists)('is told of %s', (_, body, expected) => {
    expect(decodeCatalogue(body, buildContext()).catalogue.emptyBecause).toBe(expected)
  })

  it('outlives a clock that jumps', () => {
    const { catalogue } = decodeCatalogue(buildFlatList(inEuro), buildContext())
    expect(shiftCatalogue(catalogue, 1_000).emptyBecause).toBe('currency')
  })
})
