import type { Token } from '../../appearance/appearance.ts'
import type { Painted, Pixel, Scheme } from './paint-tokens.ts'

/** Of everything that stands on several grounds, the ground it is told apart from least. */
export interface Contrast {
  readonly says: string
  /** WCAG 1.4.3 and 1.4.11. */
  readonly least: number
  readonly found: Readonly<Record<Scheme, number>>
}

const grounds: readonly Token[] = ['--till-surface', '--till-surface-sunken', '--till-selected']

/** What stands on what, and the least contrast between them (WCAG 1.4.3 and 1.4.11); the tokens' own test holds every preset to it. */
export const colourPairs: readonly (readonly [
  says: string,
  of: Token,
  on: readonly Token[],
  least: number,
])[] = [
  ['Text', '--till-text', grounds, 4.5],
  ['Quiet text', '--till-text-quiet', grounds, 4.5],
  ['Links', '--till-action', grounds, 4.5],
  ['The button’s text', '--till-on-action', ['--till-action', '--till-action-hover'], 4.5],
  ['Radios and fields', '--till-control', grounds, 3],
  ['Focus', '--till-focus', grounds, 3],
  ['Danger', '--till-danger', ['--till-surface', '--till-selected'], 3],
  ['Caution', '--till-caution', ['--till-surface', '--till-selected'], 3],
  ['Success', '--till-success', ['--till-surface'], 3],
]

export function contrastsOf(painted: Painted): readonly Contrast[] {
  return colourPairs.map(([says, of, on, least]) => {
    const worst = (scheme: Scheme): number =>
      Math.min(...on.map((under) => contrast(painted[scheme].get(of), painted[scheme].get(under))))
    return { says, least, found: { light: worst('light'), dark: worst('dark') } }
  })
}

export function contrast(one: Pixel = [0, 0, 0], other: Pixel = [0, 0, 0]): number {
  const [a, b] = [luminanceOf(one), luminanceOf(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** WCAG's relative luminance. */
function luminanceOf(pixel: Pixel): number {
  const [r = 0, g = 0, b = 0] = pixel.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
