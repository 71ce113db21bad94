import { expect, it } from 'vitest'
import { loadMessages } from './load-messages.ts'

it.each([
  ['pl', 'pl'],
  ['pl-PL', 'pl'],
  ['PL_pl', 'pl'],
  ['en-GB', 'en'],
  ['xx', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('loads for %j the language %s', async (locale, language) => {
  expect((await loadMessages(locale)).language).toBe(language)
})
