import { keep, readKept } from './kept.ts'

export type Theme = 'auto' | 'light' | 'dark'

export function startingTheme(): Theme {
  const kept = readKept('localStorage', 'theme')
  return kept === 'light' || kept === 'dark' ? kept : 'auto'
}

/** Shows the theme; everything on the page, the picker too, follows `color-scheme`. */
export function showTheme(theme: Theme): void {
  document.documentElement.dataset['theme'] = theme
}

export function keepTheme(theme: Theme): void {
  keep('localStorage', 'theme', theme)
  showTheme(theme)
}
