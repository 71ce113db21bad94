import { readdirSync } from 'node:fs'
import { expect, it } from 'vitest'
import manifest from '../../package.json' with { type: 'json' }
import { loadMessages } from './load-messages.ts'

const codes = readdirSync('src/messages').flatMap((name) => /^(..)\.ts$/.exec(name)?.[1] ?? [])

it.each([
  ['pl-PL', 'pl'],
  ['PL_pl', 'pl'],
  ['en-GB', 'en'],
  ['xx', 'en'],
  ['constructor', 'en'],
  ['', 'en'],
])('loads for %j the language %s', async (locale, language) => {
  expect((await loadMessages(locale)).language).toBe(language)
})

it.each(codes)('loads %s, and the package exports it', async (code) => {
  expect((await loadMessages(code)).language).toBe(code)
  expect(manifest.exports).toHaveProperty([`./messages/${code}`])
  expect(manifest.publishConfig.exports).toHaveProperty([`./messages/${code}`])
})
