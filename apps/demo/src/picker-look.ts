import type { Appearance, Layout } from '@tillkit/components'
import { createContext } from 'react'
import { keep, readKept } from './kept.ts'

/** What whoever tries the demo may change of the picker; empty is what this shop chose. */
export const lookChoices = {
  language: [
    'pl',
    'en',
    'cs',
    'de',
    'es',
    'fr',
    'it',
    'lt',
    'ru',
    'sk',
    'sl',
    'uk',
    'nl',
    'hu',
    'ro',
    'bg',
    'sv',
  ],
  layout: ['list', 'tabs', 'grid', 'compact'],
  theme: ['calm', 'soft', 'sharp', 'contrast'],
  density: ['tight', 'normal', 'roomy'],
} as const satisfies {
  readonly language: readonly string[]
  readonly layout: readonly Layout[]
  readonly theme: readonly Appearance['theme'][]
  readonly density: readonly Appearance['density'][]
}

export type LookChoice = keyof typeof lookChoices
export type PickerLook = { readonly [Key in LookChoice]?: (typeof lookChoices)[Key][number] | undefined }

/** The look that was chosen, and how to choose another. */
export const PickerLookContext = createContext<{
  readonly look: PickerLook
  readonly choose: (what: LookChoice, value: string) => void
}>({ look: {}, choose: () => undefined })

export function startingLook(): PickerLook {
  const asked = (readKept('sessionStorage', 'look') ?? '').split(' ')
  return (Object.keys(lookChoices) as LookChoice[]).reduce(
    (look, what, index) => withChoice(look, what, asked[index] ?? ''),
    {},
  )
}

export function keepLook(look: PickerLook): void {
  keep(
    'sessionStorage',
    'look',
    (Object.keys(lookChoices) as LookChoice[]).map((what) => look[what]).join(' '),
  )
}

/** What isn't one of the choices is the shop's own. */
export function withChoice(look: PickerLook, what: LookChoice, value: string): PickerLook {
  return { ...look, [what]: lookChoices[what].find((choice) => choice === value) }
}
