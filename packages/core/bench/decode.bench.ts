import { decodeCatalogue, type DecodedCatalogue } from '../src/gateway/decode.ts'
import { buildContext } from '../test/lists.ts'
import { flatText, nestedText } from './lists.ts'
import { inTurn, tenTimes, type Figure } from './measure.ts'

const context = buildContext()

const decoding = (text: string): (() => DecodedCatalogue) => {
  const body: unknown = JSON.parse(text)
  return () => decodeCatalogue(body, context)
}

const againstParse = (what: string, text: string): Figure => ({
  what: `decode ${what} : JSON.parse of it`,
  baseline: () => JSON.parse(text) as unknown,
  subject: decoding(text),
  atMost: 2,
})

/** Ten lists of a thousand are as much to read as one of ten thousand: what is left is how the work grows with a list. */
const growth = (what: string, textOf: (count: number) => string): Figure => ({
  what: `decode ${what} of 10,000 channels : of 1,000, ten of them`,
  baseline: inTurn(tenTimes(() => decoding(textOf(1_000)))),
  subject: decoding(textOf(10_000)),
  atMost: 1.2,
})

export const decode: readonly Figure[] = [
  againstParse('a flat list of 1,000 channels', flatText(1_000)),
  againstParse('a nested list of 1,000 channels', nestedText(1_000)),
  growth('a flat list', flatText),
  growth('a nested list', nestedText),
]
