import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import { buildWords } from './format.ts'
import { pl } from './pl.ts'

const plain = (text: string): string => text.replaceAll(/\s/g, ' ')

describe('buildWords', () => {
  it('fills placeholders', () => {
    expect(buildWords(en, 'en').t('live.down', { channels: 'mBank' })).toBe('mBank: not available right now.')
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
  })

  it.each(['pl_PL', 'not a tag!', ''])('survives the locale %j', (locale) => {
    expect(plain(buildWords(pl, locale).money(100, 'PLN'))).toBe('1,00 zł')
  })

  it('knows no sentence for a key that came from outside', () => {
    expect(buildWords(en, 'en').find('method.blik')).toBe('BLIK')
    expect(buildWords(en, 'en').find('method.x')).toBeUndefined()
  })
})
