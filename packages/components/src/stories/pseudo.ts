import { en } from '../messages/en.ts'
import type { Messages } from '../messages/messages.ts'

const accented: ReadonlyMap<string, string> = new Map(
  [...'aåcçdđeéiîkķlļnñoõsšuûyýzžAÅCÇEÉIÎLĻNÑOÕSŠUÛ'.matchAll(/(.)(.)/gu)].map(
    ([, plain = '', accent = '']) => [plain, accent] as const,
  ),
)

/** Longer than English by 40 %, with high and deep letters, and brackets that show where a sentence is cut. */
export const long: Messages = translate('en-XA', (sentence) => {
  const text = outsidePlaceholders(sentence, (part) =>
    part.replaceAll(/\p{L}/gu, (letter) => accented.get(letter) ?? letter),
  )
  const more = Math.max(0, Math.ceil(sentence.length * 0.4) - 3)
  return `[${text} ${'ẃõř đš '.repeat(more).slice(0, more)}]`
})

/** English with each word running from right to left. */
export const rightToLeft: Messages = translate('ar-XB', (sentence) =>
  outsidePlaceholders(sentence, (part) => part.replaceAll(/\S+/g, '\u200F\u202E$&\u202C\u200F')),
)

/** A language made from English, sentence by sentence. */
function translate(language: string, change: (sentence: string) => string): Messages {
  const changed = <Texts extends Readonly<Record<string, string>>>(texts: Texts): Texts => ({
    ...texts,
    ...Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, change(text)] as const)),
  })
  const { searchHits, ...sentences } = en
  return { ...en, ...changed(sentences), searchHits: changed(searchHits), language }
}

function outsidePlaceholders(sentence: string, change: (part: string) => string): string {
  return sentence.replaceAll(/(\{\w+\})|[^{}]+/g, (part, placeholder?: string) => placeholder ?? change(part))
}
