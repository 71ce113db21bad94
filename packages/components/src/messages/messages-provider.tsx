'use client'

import { inDevelopment, TillkitError } from '@tillkit/core'
import { useLocale } from '@tillkit/hooks'
import { createContext, useContext, useEffect, useState, type ReactElement, type ReactNode } from 'react'
import { checkMessages } from './check-messages.ts'
import { buildWords, type Words } from './format.ts'
import { loadMessages } from './load-messages.ts'
import type { ByChannel, MessageOverrides, Messages } from './messages.ts'

export const WordsContext: React.Context<Words | undefined> = createContext<Words | undefined>(undefined)

/** Props of {@link MessagesProvider}. */
export interface MessagesProviderProps {
  /**
   * A whole language (`import { pl } from '@tillkit/components/messages/pl'`), used at once, on a server too; or single sentences
   * that replace the kit's own.
   * @defaultValue the language of the payments provider's locale, loaded on demand
   */
  readonly messages?: (Messages & ByChannel) | MessageOverrides | undefined
  /** Stands here until a language is loaded. @defaultValue nothing */
  readonly fallback?: ReactNode
  /** What speaks this language. */
  readonly children?: ReactNode
}

/**
 * Gives the parts inside their words. `PaymentMethods` has one; parts that stand alone need it around them.
 * @throws TillkitError `options-invalid`, in development, for a sentence or a placeholder that there isn't
 */
export function MessagesProvider({ messages, fallback, children }: MessagesProviderProps): ReactElement {
  const locale = useLocale()
  const words = useWords(messages, locale)
  return words ? <WordsContext value={words}>{children}</WordsContext> : <>{fallback}</>
}

/**
 * What the picker says.
 * @param channel the id of what it speaks about, for the sentences that are this channel's own
 * @throws TillkitError `provider-missing`
 */
export function useMessages(channel?: string): Words {
  const words = useContext(WordsContext)
  if (words) return channel === undefined ? words : words.about(channel)
  throw new TillkitError(
    'provider-missing',
    inDevelopment && 'This part needs <MessagesProvider> somewhere above it.',
  )
}

interface Loaded {
  readonly locale: string
  readonly messages?: Messages
}

interface Held {
  readonly from: readonly unknown[]
  readonly words?: Words | undefined
}

/** Formatters are dear to make, and words are read by every row: the same object while nothing changes. */
function useWords(given: MessagesProviderProps['messages'], locale: string): Words | undefined {
  const [loaded, setLoaded] = useState<Loaded>({ locale: '' })
  const whole = given?.language === undefined ? undefined : given
  const isNeeded = !whole && loaded.locale !== locale
  useEffect(() => {
    if (!isNeeded) return undefined
    let isWanted = true
    const take = (messages: Messages): void => {
      if (isWanted) setLoaded({ locale, messages })
    }
    // A language whose file is gone (a newer version of the shop was deployed) is better foreign than missing.
    loadMessages(locale)
      .catch(() => loadMessages('en'))
      .then(take, () => undefined)
    return () => {
      isWanted = false
    }
  }, [isNeeded, locale])

  // The language at hand stands until the next one has come, amounts and times included.
  const language = whole ?? loaded.messages
  const from = [language, given, whole ? locale : loaded.locale] as const
  const [held, setHeld] = useState<Held>({ from: [] })
  if (from.every((part, index) => part === held.from[index])) return held.words
  if (inDevelopment && given && language) checkMessages(given, language)
  const words = language && buildWords({ ...language, ...given, language: language.language }, from[2])
  setHeld({ from, words })
  return words
}
