import { describe, expect, it } from 'vitest'
import { sentencesOf } from '../../testing/sentences-of.ts'
import { en as englishSentences } from '../en.ts'
import type { MessageKey, Messages } from '../messages.ts'
import { en } from './en.ts'
import type { Glossary, TermName } from './glossary.ts'

const modules = import.meta.glob<Readonly<Record<string, Messages>>>('../??.ts', { eager: true })
const glossaries = import.meta.glob<Readonly<Record<string, Glossary>>>('./??.ts', { eager: true })

const languages = Object.entries(modules).map(([path, module]) => {
  const code = path.slice(3, -3)
  return [code, module[code] as Messages, glossaries[`./${code}.ts`]?.[code] as Glossary] as const
})

const termNames = Object.keys(en.terms) as readonly TermName[]

/** Without placeholders, whose names are English everywhere. */
const plain = (text: string): string =>
  text
    .replaceAll(/\{\w+\}/g, '{}')
    .replaceAll(/\s/g, ' ')
    .replaceAll('’', "'")
    .toLowerCase()

/** Whether a word (or several) of the text begins with one of the stems. */
const holds = (text: string, stems: readonly string[]): boolean =>
  stems.some((stem) =>
    new RegExp(`(?<!\\p{L})${plain(stem).replaceAll(/[.?]/g, String.raw`\$&`)}`, 'u').test(plain(text)),
  )

/** Beginnings that no language may have, and addresses of machines. */
const everywhere =
  /(?<!\p{L})(error|failed|failure|invalid|gateway|token|(api|http)(?!\p{L}))|(?<!\d)\d{3}(?!\d)/iu

/** The English sentences about a term: what stands inside a longer term is that one's. */
const keysAbout = (term: TermName): ReadonlySet<MessageKey> => {
  const { stems } = en.terms[term]
  const longer = termNames
    .flatMap((name) => (name === term ? [] : en.terms[name].stems))
    .filter((other) => stems.some((stem) => other.includes(stem.trim())) && !stems.includes(other))
  const about = sentencesOf(englishSentences).filter(([, text]) =>
    holds(
      longer.reduce((rest, other) => rest.replaceAll(other, '…'), plain(text)),
      stems,
    ),
  )
  return new Set(about.map(([key]) => key))
}

describe.each(languages)('the sentences of %s', (_, messages, glossary) => {
  const sentences = sentencesOf(messages)
  const found = (stems: readonly string[]): readonly string[] =>
    sentences.flatMap(([key, text]) => (holds(text, stems) ? `${key}: ${text}` : []))

  it.each(termNames)('have one word for %j', (term) => {
    const { stems, avoid = [], except = [] } = glossary.terms[term]
    const about = keysAbout(term)
    expect(about.size).toBeGreaterThan(0)
    const without = sentences.filter(([key, text]) => about.has(key) && !holds(text, stems))
    expect(without.filter(([key]) => !except.includes(key))).toEqual([])
    expect(found(avoid)).toEqual([])
    // An exception that isn't one any more would hide the next fault.
    expect(except.filter((key) => !without.some(([each]) => each === key))).toEqual([])
  })

  it('say that nothing was charged in a sentence of its own, and charge nowhere else', () => {
    const keys = sentences.filter(([, text]) => holds(text, glossary.terms['to charge'].stems))
    expect(keys.map(([key]) => key)).toEqual(['notCharged'])
  })

  it('use no jargon', () => {
    expect(glossary.jargon.length).toBeGreaterThan(3)
    expect(found(glossary.jargon)).toEqual([])
    expect(sentences.filter(([, text]) => everywhere.test(text))).toEqual([])
  })
})
