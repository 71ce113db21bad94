import { TillkitError } from '@tillkit/core'
import type {
  ByChannel,
  MessageKey,
  MessageOverrides,
  Messages,
  MessageValues,
  PluralForms,
} from './messages.ts'

/** The sentences that hold something, but for the failures, each of which may name the channel. */
type Holding = Exclude<
  { [Key in MessageKey]: [MessageValues[Key]] extends [never] ? never : Key }[MessageKey],
  `failure.${string}`
>

const placeholders: { readonly [Key in Holding]: readonly MessageValues[Key][] } = {
  'empty.currency': ['currency'],
  'state.from': ['limit'],
  'state.upTo': ['limit'],
  'reason.shortBy': ['amount'],
  'reason.overBy': ['amount'],
  'reason.from': ['time'],
  countdown: ['left'],
  searchHits: ['count'],
  showAll: ['count'],
  consent: ['terms', 'privacy'],
  'gateway.check': ['time'],
  pay: ['amount'],
  notAnsweringUntil: ['channel', 'time'],
  backAgain: ['channel'],
  stillOpen: ['channel'],
  orderNumber: ['order'],
  'confirming.text': ['time'],
  'confirming.left': ['left'],
  rescue: ['channel'],
  'live.down': ['channels'],
  'live.up': ['channels'],
}

/**
 * For development: finds a sentence that nobody would ever see, or whose placeholder would be shown as it is.
 * @param given a shop's own sentences, or a whole language
 * @param language the language they stand in
 * @throws TillkitError `options-invalid`
 */
export function checkMessages(given: MessageOverrides | (Messages & ByChannel), language: Messages): void {
  const { channels = {}, ...sentences } = given
  for (const own of Object.values(channels)) checkMessages(own, language)
  for (const [key, said] of Object.entries<string | PluralForms | undefined>(sentences)) {
    if (!Object.hasOwn(language, key))
      refuse(`messages has no sentence "${key}". Write one of MessageKey, such as "legend", or leave it out.`)
    if (said === undefined)
      refuse(`messages["${key}"] is undefined. Leave it out, and the kit's own sentence stands.`)
    const known = placeholdersOf(key)
    const texts = typeof said === 'string' ? [said] : Object.values(said)
    const unknown = texts
      .flatMap((text) => text.match(/\{.*?\}/g) ?? [])
      .find((each) => !known.includes(each))
    if (unknown !== undefined)
      refuse(
        `messages["${key}"] can't hold ${unknown}. Write ${known.join(' or ') || 'it without a placeholder'} instead.`,
      )
  }
}

function refuse(sentence: string): never {
  throw new TillkitError('options-invalid', sentence)
}

function placeholdersOf(key: string): readonly string[] {
  if (key.startsWith('failure.')) return ['{channel}']
  return Object.hasOwn(placeholders, key) ? placeholders[key as Holding].map((name) => `{${name}}`) : []
}
