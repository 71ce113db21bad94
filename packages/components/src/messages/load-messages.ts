import type { Messages } from './messages.ts'

type Language =
  | 'bg'
  | 'cs'
  | 'de'
  | 'en'
  | 'es'
  | 'fr'
  | 'hu'
  | 'it'
  | 'lt'
  | 'nl'
  | 'pl'
  | 'ro'
  | 'ru'
  | 'sk'
  | 'sl'
  | 'sv'
  | 'uk'

/** A file that exports its language under its code. */
type Module<Code extends Language> = Readonly<Record<Code, Messages>>

const languages: { readonly [Code in Language]: () => Promise<Module<Code>> } = {
  bg: () => import('./bg.ts'),
  cs: () => import('./cs.ts'),
  de: () => import('./de.ts'),
  en: () => import('./en.ts'),
  es: () => import('./es.ts'),
  fr: () => import('./fr.ts'),
  hu: () => import('./hu.ts'),
  it: () => import('./it.ts'),
  lt: () => import('./lt.ts'),
  nl: () => import('./nl.ts'),
  pl: () => import('./pl.ts'),
  ro: () => import('./ro.ts'),
  ru: () => import('./ru.ts'),
  sk: () => import('./sk.ts'),
  sl: () => import('./sl.ts'),
  sv: () => import('./sv.ts'),
  uk: () => import('./uk.ts'),
}

/**
 * Loads the sentences for a locale: `pl-PL` is `pl`, a language that isn't there is English.
 * @param locale a BCP 47 tag, such as `pl` or `en-GB`
 */
export function loadMessages(locale: string): Promise<Messages> {
  const [language = ''] = locale.toLowerCase().split(/[-_]/)
  return load(Object.hasOwn(languages, language) ? (language as Language) : 'en')
}

const load = <Code extends Language>(code: Code): Promise<Module<Code>[Code]> =>
  languages[code]().then((module) => module[code])
