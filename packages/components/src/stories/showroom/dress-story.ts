import type { ScenarioName } from '@tillkit/mock-api'
import type { Appearance, Density, Theme } from '../../appearance/appearance.ts'
import type { PaymentMethodsProps } from '../../payment-methods/payment-methods.tsx'

/** What can be chosen in the toolbar; what is missing is as the story has it. */
export interface ToolbarValues {
  readonly theme?: Theme | undefined
  readonly accent?: Accent | undefined
  readonly density?: Density | undefined
  readonly scheme?: 'light' | 'dark' | 'auto' | undefined
  readonly direction?: 'ltr' | 'rtl' | undefined
  /** A language's code. */
  readonly language?: string | undefined
  readonly scenario?: ScenarioName | undefined
}

/** Colours of shops, some of them too light or too dark for text: the tokens see to that. */
export const accents = {
  blue: '#2a5bd7',
  green: '#0a7d4f',
  berry: '#a3195b',
  orange: '#e8590c',
  yellow: '#ffd400',
  navy: '#000060',
  grey: '#555555',
} as const
export type Accent = keyof typeof accents

/** What stories have in common that the toolbar can change. */
export interface DressedArgs {
  readonly scheme?: ToolbarValues['scheme']
  readonly direction?: ToolbarValues['direction']
  readonly locale?: string | undefined
  readonly scenario?: ScenarioName | undefined
  /** Of a story with many pickers. */
  readonly appearance?: Appearance | undefined
  /** Of a story with one. */
  readonly picker?: PaymentMethodsProps | undefined
}

/** The story as the toolbar wants it. Nothing chosen there: the very same arguments. */
export function dressStory<Args extends DressedArgs>(args: Args, values: ToolbarValues): Args {
  const { theme, accent, density, scheme, direction, language, scenario } = values
  const own = args.picker?.appearance ?? args.appearance
  const appearance: Appearance | undefined =
    theme || accent || density
      ? {
          ...own,
          ...(theme && { theme }),
          ...(density && { density }),
          ...(accent && { variables: { ...own?.variables, '--till-accent': accents[accent] } }),
        }
      : undefined
  return {
    ...args,
    ...(appearance && { appearance, picker: { ...args.picker, appearance } }),
    ...(scheme && { scheme }),
    ...(direction && { direction }),
    ...(language && { locale: language }),
    ...(scenario && { scenario }),
  }
}
