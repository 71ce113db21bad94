import type { ByChannel, MessageKey, MessageValues, Sentences, ValuesOf } from './messages.ts'

/** What the picker says, in one language and locale. */
export interface Words {
  /** As it belongs in a `lang` attribute. */
  readonly language: string
  /** A sentence with its placeholders filled in. */
  readonly t: <Key extends MessageKey>(
    key: Key,
    ...values: [MessageValues[Key]] extends [never] ? [] : [ValuesOf<Key>]
  ) => string
  /** The words in which the picker speaks about one channel. @param id a channel's, or that of a method with several */
  readonly about: (id: string) => Words
  /** A sentence that may not exist, such as the name of a method that imoje has just invented. */
  readonly find: (key: `${'method' | 'help'}.${string}`) => string | undefined
  /** An amount as the locale writes it, such as `129,99 zł`. @param amount minor units */
  readonly money: (amount: number, currency: string) => string
  /** A time of day. @param at epoch milliseconds */
  readonly time: (at: number) => string
  /** Minutes and seconds, such as `3:20`. @param seconds whole seconds */
  readonly left: (seconds: number) => string
  /** Names in a row, with the language's "and" before the last. */
  readonly list: (names: readonly string[]) => string
}

/** @param locale for figures and times; the words come from `messages` */
export function buildWords({ channels, ...messages }: Sentences & ByChannel, locale: string): Words {
  const tag = readTag(locale, messages.language)
  const digits = (least: number): Intl.NumberFormat =>
    new Intl.NumberFormat(tag, { minimumIntegerDigits: least, useGrouping: false })
  const clock = new Intl.DateTimeFormat(tag, { timeStyle: 'short' })
  const names = new Intl.ListFormat(tag)
  const own = new Map(
    Object.entries(channels ?? {}).map(([id, said]) => [id, buildWords({ ...messages, ...said }, locale)]),
  )
  const words: Words = {
    language: messages.language,
    about: (id) => own.get(id) ?? words,
    find: (key) => messages[key as 'method.blik'],
    t: (key, values?: Readonly<Record<string, string | number>>) => {
      const sentence = messages[key]
      const text =
        typeof sentence === 'string'
          ? sentence
          : // What the language's rules name and the shop's own forms lack is said by the general one.
            (sentence[new Intl.PluralRules(messages.language).select(Number(values?.count))] ??
            sentence.other)
      return text.replaceAll(/\{(\w+)\}(\.?)/g, (whole, name: string, stop: string) => {
        const value = values?.[name]
        if (value === undefined) return whole
        const said = typeof value === 'number' ? digits(1).format(value) : value
        // A time such as `2:05 p.m.` brings the sentence's full stop.
        return said.endsWith('.') ? said : said + stop
      })
    },
    money: (amount, currency) => {
      const format = new Intl.NumberFormat(tag, { style: 'currency', currency })
      return format.format(amount / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2))
    },
    time: (at) => clock.format(at),
    left: (seconds) => `${digits(1).format(Math.floor(seconds / 60))}:${digits(2).format(seconds % 60)}`,
    list: (parts) => names.format(parts),
  }
  return words
}

/** A locale comes from the host and may be no tag at all (`pl_PL`). */
function readTag(locale: string, language: string): string {
  try {
    return Intl.getCanonicalLocales(locale.replace('_', '-'))[0] ?? language
  } catch {
    return language
  }
}
