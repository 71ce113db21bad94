import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { buildWords } from './format.ts'
import { pl } from './pl.ts'

const plain = (text: string): string => text.replaceAll(/\s/g, ' ')

describe('buildWords', () => {
  it('fills placeholders', () => {
    expect(buildWords(en, 'en').t('live.down', { channels: 'mBank' })).toBe('mBank: not available right now.')
  })

  it.each([
    [en, 1, '1 bank found'],
    [en, 5, '5 banks found'],
    [pl, 1, 'Znaleziono 1 bank'],
    [pl, 22, 'Znaleziono 22 banki'],
    [pl, 12, 'Znaleziono 12 banków'],
  ] as const)('chooses the plural form of the language (%#)', (messages, count, text) => {
    expect(buildWords(messages, 'en').t('searchHits', { count })).toBe(text)
  })

  it('counts in the figures of the locale', () => {
    expect(buildWords(en, 'ar-EG').t('showAll', { count: 12 })).toBe('Show all (١٢)')
  })

  it('takes one sentence for all plural forms, and the general one for a form that is missing', () => {
    expect(buildWords({ ...pl, searchHits: 'Banki: {count}' }, 'pl').t('searchHits', { count: 3 })).toBe(
      'Banki: 3',
    )
    const words = buildWords({ ...pl, searchHits: { other: 'Razem: {count}' } }, 'pl')
    expect(words.t('searchHits', { count: 3 })).toBe('Razem: 3')
  })

  it('writes money from minor units as the locale does', () => {
    expect(plain(buildWords(pl, 'pl').money(12_999, 'PLN'))).toBe('129,99 zł')
    expect(plain(buildWords(en, 'en').money(12_999, 'JPY'))).toBe('¥12,999')
  })

  it.each([
    [0, '0:00'],
    [9, '0:09'],
    [200, '3:20'],
    [1800, '30:00'],
  ])('counts %i seconds as %s', (seconds, text) => {
    expect(buildWords(en, 'en').left(seconds)).toBe(text)
  })

  it('tells the time of day as the locale does', () => {
    const at = new Date(2026, 10, 22, 14, 5).getTime()
    expect(buildWords(pl, 'pl').time(at)).toBe('14:05')
    expect(plain(buildWords(en, 'en-US').time(at))).toBe('2:05 PM')
    const early = new Date(2026, 10, 22, 0, 4).getTime()
    expect(buildWords(pl, 'pl').time(early)).toBe('00:04')
    expect(buildWords(pl, 'cs').time(early)).toBe('0:04')
  })

  it('ends a sentence with one full stop where a time brings its own', () => {
    const words = buildWords(en, 'en-CA')
    expect(words.t('reason.from', { time: '2:05 p.m.' })).toBe('You can try it again from 2:05 p.m.')
    expect(words.t('reason.from', { time: '14:05' })).toBe('You can try it again from 14:05.')
  })

  it.each(['pl_PL', 'not a tag!', ''])('survives the locale %j', (locale) => {
    expect(plain(buildWords(pl, locale).money(100, 'PLN'))).toBe('1,00 zł')
  })

  it('speaks in a channel’s own sentences about it alone', () => {
    const channels = { 'pbl/mtransfer': { 'failure.notAnswering': '{channel} sleeps.' } }
    const words = buildWords({ ...en, channels }, 'en')
    const tell = (id: string): string => words.about(id).t('failure.notAnswering', { channel: 'mBank' })
    expect(tell('pbl/mtransfer')).toBe('mBank sleeps.')
    expect(words.about('pbl/mtransfer').t('legend')).toBe(en.legend)
    expect(tell('pbl/ipko')).toBe(words.t('failure.notAnswering', { channel: 'mBank' }))
    expect(words.about('pbl/mtransfer')).toBe(words.about('pbl/mtransfer'))
  })

  it('knows no sentence for a key that came from outside', () => {
    expect(buildWords(en, 'en').find('method.blik')).toBe('BLIK')
    expect(buildWords(en, 'en').find('method.x')).toBeUndefined()
  })
})
