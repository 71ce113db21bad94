import { describe, expect, it } from 'vitest'
import { en } from './en.ts'
import type { Messages } from './messages.ts'
import { pl } from './pl.ts'

const placeholdersOf = (sentence: string): readonly string[] =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).toSorted()

const entries = (messages: Messages): (readonly [string, string])[] => Object.entries(messages)

/** Names that are the same in every language. */
const sameEverywhere = new Set(['method.blik', 'method.lease'])

describe('the languages', () => {
  it('have the same keys', () => {
    expect(Object.keys(pl).toSorted()).toEqual(Object.keys(en).toSorted())
  })

  it('have the same placeholders', () => {
    for (const [key, sentence] of entries(en))
      expect(placeholdersOf(pl[key as keyof Messages]), key).toEqual(placeholdersOf(sentence))
  })

  it('leave no English in Polish', () => {
    for (const [key, sentence] of entries(pl)) {
      if (!sameEverywhere.has(key)) expect(sentence, key).not.toBe(en[key as keyof Messages])
      expect(sentence, key).not.toMatch(/\b(the|your|you|pay|again|please|payment)\b/i)
    }
  })

  it('blame nobody and use no jargon', () => {
    for (const [key, sentence] of [...entries(en), ...entries(pl)]) {
      expect(sentence, key).not.toBe('')
      expect(sentence, key).not.toMatch(
        /error|błąd|fail(ed|ure)|invalid|nieprawidłow|\b\d{3}\b|API|HTTP|gateway|token/i,
      )
    }
  })

  it('end what happened with a sentence', () => {
    for (const [key, sentence] of [...entries(en), ...entries(pl)])
      if (/^(failure|blocked|gateway|decline)\./.test(key)) expect(sentence, key).toMatch(/\.$/)
  })

  it('say "not charged" nowhere but in its own sentence', () => {
    const speaking = [...entries(en), ...entries(pl)].filter(([, text]) => /charged|pobran/i.test(text))
    expect(new Set(speaking.map(([key]) => key))).toEqual(new Set(['notCharged']))
  })
})
