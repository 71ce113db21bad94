'use client'

import { useAttempt, useLocale, type AttemptState } from '@tillkit/hooks'
import { useContext, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { loadMessages } from '../messages/load-messages.ts'
import { WordsContext } from '../messages/messages-provider.tsx'

/** A field of the page whose content wasn't accepted. */
export interface RefusedField<Field extends string = string> {
  /** As imoje names it, such as `customer.email`. */
  readonly field: Field
  /** For the shopper, in the shopper's language. */
  readonly message: string
}

/**
 * The sentences to show at fields of the page after imoje, or the shop's backend, refused what is in them (422); none once the
 * attempt is dismissed or another one starts. Give the same `fields` to the picker, which tells of all others. The words are those
 * of the nearest `<MessagesProvider>`, or the kit's own, loaded when they are first needed.
 * @param fields imoje's names for the page's fields, in the page's order
 * @param onRefused called once for each attempt with the fields it was refused for, when the picker has moved focus to its message:
 * move it on to the first of them
 * @example
 * const errors = useFieldErrors(['customer.email'], ([first]) => document.getElementById(first.field)?.focus())
 */
export function useFieldErrors<Field extends string>(
  fields: readonly Field[],
  onRefused?: (refused: readonly [RefusedField<Field>, ...RefusedField<Field>[]]) => void,
): Readonly<Partial<Record<Field, string>>> {
  const attempt = useAttempt()
  const names = fields.filter((field) => isRefused(attempt, field)).join('\n')
  const message = useSentence(names !== '')
  const refused = useMemo(
    () =>
      (message && names ? names.split('\n') : []).map((field) => ({
        field: field as Field,
        message: message ?? '',
      })),
    [names, message],
  )

  const tell = useEffectEvent(() => {
    const [first, ...others] = refused
    if (first) onRefused?.([first, ...others])
  })
  // A form that is mounted anew answers nothing.
  const told = useRef(attempt)
  useEffect(() => {
    if (told.current === attempt || refused.length === 0) return
    told.current = attempt
    // All effects of this commit come first, and with them the picker's own focus.
    queueMicrotask(tell)
  }, [attempt, refused])

  return useMemo(
    () =>
      Object.fromEntries(refused.map(({ field, message }) => [field, message])) as Partial<
        Record<Field, string>
      >,
    [refused],
  )
}

const isRefused = (attempt: AttemptState, field: string): boolean =>
  attempt.status === 'failed' && attempt.errors.some((error) => error.field === field)

/** What is said at a field; nothing until it is needed and there. */
function useSentence(isNeeded: boolean): string | undefined {
  const words = useContext(WordsContext)
  const locale = useLocale()
  const [loaded, setLoaded] = useState({ locale: '', sentence: '' })
  const isMissing = isNeeded && !words && loaded.locale !== locale
  useEffect(() => {
    if (!isMissing) return undefined
    let isWanted = true
    loadMessages(locale)
      .catch(() => loadMessages('en'))
      .then(
        (messages) => isWanted && setLoaded({ locale, sentence: messages['field.refused'] }),
        () => undefined,
      )
    return () => {
      isWanted = false
    }
  }, [isMissing, locale])
  return words?.t('field.refused') ?? (loaded.sentence || undefined)
}
