import type { MessageKey, Sentences } from '../messages/messages.ts'

/** Every sentence of a language with its key; a key with plural forms is there once for each. */
export function sentencesOf(messages: Sentences): readonly (readonly [MessageKey, string])[] {
  return Object.entries(messages).flatMap(([key, said]) =>
    key === 'language'
      ? []
      : (typeof said === 'string' ? [said] : Object.values(said)).map(
          (text) => [key as MessageKey, text] as const,
        ),
  )
}
