import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../testing/sentences-of.ts'
import { en } from './en.ts'
import type { MessageKey, Messages } from './messages.ts'

const modules = import.meta.glob<Readonly<Record<string, Messages>>>('./??.ts', { eager: true })

/** Each language by the name of its file. */
const languages = Object.entries(modules).map(([path, module]) => {
  const code = path.slice(2, -3)
  return [code, module[code] as Messages] as const
})

const english = new Map<MessageKey, string>(sentencesOf(en))

/** The keys of the sentences that are at fault, each with what is wrong about it. */
const faults = (
  messages: Messages,
  isAtFault: (text: string, key: MessageKey, english: string) => boolean | undefined,
): readonly string[] =>
  sentencesOf(messages).flatMap(([key, text]) =>
    isAtFault(text, key, english.get(key) ?? '') ? `${key}: ${text}` : [],
  )

const placeholdersOf = (text: string): string =>
  [...text.matchAll(/\{.*?\}/g)]
    .map(([placeholder]) => placeholder)
    .toSorted()
    .join()

/** Names, and words that other languages share with English. */
const sameElsewhere = new Set<MessageKey>(['method.blik', 'method.lease'])

const englishWords =
  /(?<!\p{L})(the|your?|again|please|pay(ments?)?|choose|try|this|these|with|from|which|right|ways?|(is|was|does|could|have)n['’]t|can['’]t)(?!\p{L})/iu

/** What stands in Latin letters everywhere. */
const names = /\{\w+\}|BLIK|imoje|PIN/g

it('are the 17 of imoje', () => {
  expect(languages.map(([code]) => code).join(' ')).toBe('bg cs de en es fr hu it lt nl pl ro ru sk sl sv uk')
})

describe.each(languages)('%s', (code, messages) => {
  it('is named after its file, and has the keys of English in their order', () => {
    expect(messages.language).toBe(code)
    expect(Object.keys(messages)).toEqual(Object.keys(en))
  })

  it('has the placeholders of English in every form', () => {
    expect(faults(messages, (text, _, its) => placeholdersOf(text) !== placeholdersOf(its))).toEqual([])
  })

  it('has exactly the plural forms of its language', () => {
    const { pluralCategories } = new Intl.PluralRules(code).resolvedOptions()
    for (const said of Object.values(messages))
      if (typeof said !== 'string') expect(Object.keys(said).toSorted()).toEqual(pluralCategories.toSorted())
  })

  it('ends what happened with a full stop', () => {
    const isWhatHappened = /^(failure|blocked|gateway|decline|reason|field)\./
    expect(faults(messages, (text, key) => isWhatHappened.test(key) && !text.endsWith('.'))).toEqual([])
  })

  it('begins with the name where it names channels, so that no word before bends it', () => {
    expect(faults(messages, (text) => /(?<!^|: )\{channels?\}/.test(text))).toEqual([])
  })

  it('sets quotes, spaces and dots as printers do', () => {
    expect(faults(messages, (text) => /^\s|\s$|\s{2}|"|\.\.\.| [:;?!»]|« |\t|\n/.test(text))).toEqual([])
    if (code === 'fr')
      expect(faults(messages, (text) => /[^\u00A0\u202F][:;?!»]|«[^\u00A0\u202F]/.test(text))).toEqual([])
  })

  it('fits where English fits', () => {
    // A short word has its own length in every language.
    const most = (its: string): number => Math.max(2.2 * its.length, 24)
    expect(faults(messages, (text, _, its) => text === '' || text.length > most(its))).toEqual([])
  })
})

describe.each(languages.filter(([code]) => code !== 'en'))('%s', (code, messages) => {
  it('leaves no English', () => {
    expect(faults(messages, (text, key, its) => text === its && !sameElsewhere.has(key))).toEqual([])
    expect(faults(messages, (text) => englishWords.test(text))).toEqual([])
  })

  it('is written in its own letters', () => {
    const foreign = ['bg', 'ru', 'uk'].includes(code) ? /\p{Script=Latin}/u : /\p{Script=Cyrillic}/u
    expect(faults(messages, (text) => foreign.test(text.replaceAll(names, '')))).toEqual([])
  })
})
