import type { ReactElement, ReactNode } from 'react'
import { languages, useWords, type Language } from './language.ts'
import type { Theme } from './theme.ts'

export interface ShopHeaderProps {
  readonly language: Language
  readonly onLanguage: (language: Language) => void
  readonly theme: Theme
  readonly onTheme: (theme: Theme) => void
}

/** The shop's name, and how its pages are shown. */
export function ShopHeader({ language, onLanguage, theme, onTheme }: ShopHeaderProps): ReactElement {
  const words = useWords()
  return (
    <header className="header">
      <a className="brand" href="/">
        <svg className="brand-mark" viewBox="0 0 32 32" aria-hidden="true">
          <path d="M4 11c4-4 8 4 12 0s8 4 12 0M4 21c4-4 8 4 12 0s8 4 12 0" />
        </svg>
        <span className="brand-name">Wichrowa</span>
        <span className="brand-tagline">{words.tagline}</span>
      </a>
      <div className="settings">
        <Choice
          legend={words.language}
          name="language"
          value={language}
          options={(Object.keys(languages) as Language[]).map((id) => [id, names[id], id.toUpperCase()])}
          onChoose={onLanguage}
        />
        <Choice
          legend={words.theme}
          name="theme"
          value={theme}
          options={(['auto', 'light', 'dark'] as const).map((id) => [id, words.themes[id], icons[id]])}
          onChoose={onTheme}
        />
      </div>
    </header>
  )
}

/** Each in its own language. */
const names: Readonly<Record<Language, string>> = { pl: 'Polski', en: 'English' }

interface ChoiceProps<Value extends string> {
  readonly legend: string
  readonly name: string
  readonly value: Value
  readonly options: readonly (readonly [value: Value, label: string, face: ReactNode])[]
  readonly onChoose: (value: Value) => void
}

function Choice<Value extends string>({
  legend,
  name,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>): ReactElement {
  return (
    <fieldset className="choice">
      <legend className="unseen">{legend}</legend>
      {options.map(([option, label, face]) => (
        <label className="choice-option" key={option} title={label}>
          <input
            className="unseen"
            type="radio"
            name={name}
            checked={option === value}
            aria-label={label}
            onChange={() => onChoose(option)}
          />
          <span className="choice-face">{face}</span>
        </label>
      ))}
    </fieldset>
  )
}

const icons: Readonly<Record<Theme, ReactElement>> = {
  auto: (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="6.500" />
      <path className="icon-full" d="M10 3.500a6.500 6.500 0 0 1 0 13z" />
    </svg>
  ),
  light: (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <circle cx="10" cy="10" r="3.200" />
      <path d="M10 2v2M10 16v2M2 10h2M16 10h2M4.400 4.400l1.400 1.400M14.200 14.200l1.400 1.400M4.400 15.600l1.400-1.400M14.200 5.800l1.400-1.400" />
    </svg>
  ),
  dark: (
    <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
      <path d="M16.200 12.200A6.800 6.800 0 0 1 7.800 3.800a6.800 6.800 0 1 0 8.400 8.400z" />
    </svg>
  ),
}
