import type { Messages } from './messages.ts'

const languages = {
  en: () => import('./en.ts').then(({ en }) => en),
  pl: () => import('./pl.ts').then(({ pl }) => pl),
} satisfies Record<string, () => Promise<Messages>>

/**
 * Loads the sentences for a locale: `pl-PL` is `pl`, a language that isn't there is English.
 * @param locale a BCP 47 tag, such as `pl` or `en-GB`
 */
export function loadMessages(locale: string): Promise<Messages> {
  const [language = ''] = locale.toLowerCase().split(/[-_]/)
  return Object.hasOwn(languages, language) ? languages[language as keyof typeof languages]() : languages.en()
}
