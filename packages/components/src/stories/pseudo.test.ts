import { expect, it } from 'vitest'
import { checkMessages } from '../messages/check-messages.ts'
import { en } from '../messages/en.ts'
import { sentencesOf } from '../testing/sentences-of.ts'
import { long, rightToLeft } from './pseudo.ts'

it.each([long, rightToLeft])('keeps the keys and placeholders of English in $language', (messages) => {
  expect(Object.keys(messages)).toEqual(Object.keys(en))
  expect(() => checkMessages(messages, en)).not.toThrow()
  expect(messages.notAnsweringUntil).toContain('{channel}')
})

it('is longer than English by 40 % in every sentence', () => {
  const english = sentencesOf(en)
  for (const [index, [key, text]] of sentencesOf(long).entries())
    expect(text.length, key).toBeGreaterThanOrEqual(Math.floor((english[index]?.[1].length ?? 0) * 1.4))
})
