import { createContext, use } from 'react'
import { keep, readKept } from './kept.ts'
import { en } from './words/en.ts'
import { pl } from './words/pl.ts'
import type { Words } from './words/words.ts'

export type Language = 'pl' | 'en'

export const languages: Readonly<Record<Language, Words>> = { pl, en }

/** As this shop writes money and times: it is in Europe, whichever language it speaks. */
export const locales: Readonly<Record<Language, string>> = { pl: 'pl', en: 'en-GB' }

/** The language chosen before, else the browser's, else Polish: it is a Polish shop. */
export function startingLanguage(): Language {
  const asked = [readKept('localStorage', 'language'), ...navigator.languages.map((tag) => tag.slice(0, 2))]
  return asked.find((tag) => tag === 'pl' || tag === 'en') ?? 'pl'
}

export function keepLanguage(language: Language): void {
  keep('localStorage', 'language', language)
}

/** The shopper's language and its words. */
export const LanguageContext = createContext<{ readonly language: Language; readonly words: Words }>({
  language: 'pl',
  words: pl,
})

export const useWords = (): Words => use(LanguageContext).words

/** An amount in minor units as the shopper reads it. */
export function useMoney(): (amount: number, currency: string) => string {
  const { language } = use(LanguageContext)
  return (amount, currency) =>
    new Intl.NumberFormat(locales[language], { style: 'currency', currency }).format(amount / 100)
}
