import { describe, expect, it } from 'vitest'
import { bankAliases } from './bank-aliases.ts'
import { foldLetters, isFound } from './is-found.ts'

const banks = [
  { code: 'ing', label: 'ING Bank Śląski' },
  { code: 'mtransfer', label: 'mBank' },
  { code: 'ipko', label: 'PKO BP' },
  { code: 'inteligo', label: 'Inteligo' },
  { code: 'pekao24', label: 'Bank Pekao' },
  { code: 'bzwbk', label: 'Przelew24' },
  { code: 'bos', label: 'BOŚ' },
  { code: 'bs', label: 'Banki spółdzielcze' },
  { code: 'millennium', label: 'Bank Millennium' },
  { code: 'new', label: 'Żółw & Gęś Bank' },
] as const

const find = (query: string): string =>
  banks.flatMap((bank) => (isFound(bank, query) ? bank.code : [])).join()

describe('isFound', () => {
  it.each([
    ['slaski', 'ing'],
    ['Śląski', 'ing'],
    ['SLASKI ', 'ing'],
    ['slaski bank', 'ing'],
    ['mtransfer', 'mtransfer'],
    ['mbank', 'mtransfer'],
    ['m bank', 'mtransfer,millennium'],
    ['ipko', 'ipko'],
    ['pkobp', 'ipko'],
    ['PKO', 'ipko,inteligo'],
    ['B.O.Ś.', 'bos'],
    ['spoldz', 'bs'],
    ['santander', 'bzwbk'],
    ['millenium', 'millennium'],
    ['zolw ges', 'new'],
    ['zółw', 'new'],
    ['nowhere', ''],
    ['pekao slaski', ''],
  ])('finds by %j the banks %j', (query, codes) => {
    expect(find(query)).toBe(codes)
  })

  it.each(['', '  ', '-'])('finds all by %j', (query) => {
    expect(find(query).split(',').length).toBe(banks.length)
  })

  it('takes no name from every object for an alias', () => {
    expect(isFound({ code: 'constructor', label: 'Bank' }, 'object')).toBe(false)
  })
})

it('ignores strokes and dots of every Polish letter', () => {
  expect(foldLetters('ĄĆĘŁŃÓŚŹŻ ąćęłńóśźż')).toBe('acelnoszz acelnoszz')
})

it('knows aliases in the letters that are searched', () => {
  for (const alias of bankAliases.values()) expect(foldLetters(alias)).toBe(alias)
})
