import { decodeCatalogue, type DecodedCatalogue } from '../src/gateway/decode.ts'
import { buildContext } from '../test/lists.ts'
import { flatText, nestedText, repeat } from './lists.ts'
import type { Figure } from './measure.ts'

const context = buildContext()

const decoding = (text: string): (() => DecodedCatalogue) => {
  const body: unknown = JSON.parse(text)
  return () => decodeCatalogue(body, context)
}

const againstParse = (what: string, text: string): Figure => ({
  what: `decode ${what} list of 1,000 channels : JSON.parse of it`,
  atMost: 2,
  build: () => ({ baseline: () => JSON.parse(text) as unknown, subject: decoding(text) }),
})

/** Ten lists of 1,000 are as much to read, and to hold, as one of 10,000: what is left is how the work grows with a list. */
const growth = (what: string, textOf: (count: number) => string): Figure => ({
  what: `decode ${what} list of 10,000 channels : ten of 1,000`,
  atMost: 1.2,
  build: () => {
    const ten = repeat(10, () => decoding(textOf(1_000)))
    return { baseline: () => ten.map((decode) => decode()), subject: decoding(textOf(10_000)) }
  },
})

export const decode: readonly Figure[] = [
  againstParse('a flat', flatText(1_000)),
  againstParse('a nested', nestedText(1_000)),
  growth('a flat', flatText),
  growth('a nested', nestedText),
]
