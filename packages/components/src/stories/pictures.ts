import type { Appearance, Theme } from '../appearance/appearance.ts'
import type { Layout } from '../picker-root/picker-context.ts'
import type { SystemWishes } from '../testing/ask-of-system.ts'
import { stateNames, type StateName } from './states.ts'

/** One picture that is kept, and compared with what the picker looks like now. */
export interface Picture {
  /** Its file, without `.png`. */
  readonly name: string
  readonly states: readonly StateName[]
  /** Of the container, in pixels. @defaultValue 360 */
  readonly width?: number
  readonly scheme?: 'light' | 'dark'
  readonly direction?: 'rtl'
  readonly locale?: string
  readonly layout?: Layout
  readonly appearance?: Appearance
  /** What the shopper's system asks for, as media features. */
  readonly system?: SystemWishes
  /** With the images of banks, instead of drawn letters. */
  readonly hasImages?: boolean
}

/** Between them they hold most parts, rows in most states, and long sentences. */
const typical: readonly StateName[] = ['fallback-offered', 'limits']
const open = typical.slice(0, 1)

const themes: readonly Theme[] = ['soft', 'sharp', 'contrast']

/** What shows a layout best at a width; the list at 360 px is in all pictures of states. */
const widths: Readonly<Record<Layout, readonly (readonly [width: number, state: StateName])[]>> = {
  list: [
    [280, 'fallback-offered'],
    [560, 'outage-of-method'],
    [900, 'fallback-offered'],
  ],
  tabs: [
    [280, 'fallback-offered'],
    [320, 'fallback-offered'],
    [560, 'available'],
    [900, 'fallback-offered'],
  ],
  grid: [
    [280, 'fallback-offered'],
    [320, 'fallback-offered'],
    [560, 'available'],
    [900, 'fallback-offered'],
  ],
  compact: [
    [280, 'selected'],
    [560, 'selected'],
  ],
}
const layouts = ['list', 'tabs', 'grid', 'compact'] as const satisfies readonly Layout[]

/** Every state once, then sheets of typical ones over width, scheme, language and direction. */
export const pictures: readonly Picture[] = [
  ...stateNames.map((name) => ({ name: `states/${name}`, states: [name] })),
  ...layouts.flatMap((layout) =>
    widths[layout].map(([width, state]) => ({
      name: `layouts/${layout}-${width}`,
      states: [state],
      width,
      layout,
      hasImages: layout === 'grid',
    })),
  ),
  ...layouts.map((layout) => ({
    name: `layouts/${layout}-rtl`,
    states: [layout === 'compact' ? 'selected' : 'fallback-offered'] as const,
    direction: 'rtl' as const,
    layout,
  })),
  { name: 'sheets/dark', states: typical, scheme: 'dark' },
  ...themes.flatMap((theme) => [
    { name: `sheets/${theme}`, states: typical, appearance: { theme } },
    { name: `sheets/${theme}-dark`, states: open, appearance: { theme }, scheme: 'dark' as const },
  ]),
  ...['pl', 'de', 'ru', 'hu'].map((locale) => ({ name: `sheets/${locale}`, states: typical, locale })),
  ...(['tight', 'roomy'] as const).map((density) => ({
    name: `sheets/${density}`,
    states: ['selected'] as const,
    appearance: { density },
  })),
  ...(['light', 'dark'] as const).map((scheme) => ({
    name: `sheets/forced-colours-${scheme}`,
    states: typical,
    system: { 'forced-colors': 'active', 'prefers-color-scheme': scheme },
  })),
  { name: 'sheets/more-contrast', states: ['selected'], system: { 'prefers-contrast': 'more' } },
]
