import { channelRows } from './fixtures/channels.ts'
import { html } from './html.ts'

/**
 * A tile that stands for a channel or a method: its own colour and letters, drawn here. Never a logo: those belong to others.
 */
export function markSvg(code: string): string {
  const hue = hueOf(code)
  // One lightness for all hues keeps the white letters readable on each.
  const dark = `oklch(36% .1 ${hue})`
  const deep = `oklch(47% .13 ${hue})`
  const bright = `oklch(62% .14 ${(hue + 28) % 360})`
  const letters = lettersOf(code)
  const size = letters.length > 2 ? '21' : '26'
  return html`<svg
    xmlns="http://www.w3.org/2000/svg"
    viewBox="0 0 64 64"
    width="64"
    height="64"
    role="img"
    aria-label="${letters}"
  >
    <clipPath id="tile"><rect width="64" height="64" rx="15" /></clipPath>
    <g clip-path="url(#tile)">
      <rect width="64" height="64" fill="${deep}" />
      <circle cx="56" cy="4" r="34" fill="${bright}" opacity=".42" />
      <path d="M0 46Q26 36 64 54V64H0Z" fill="${dark}" opacity=".6" />
    </g>
    <text
      x="32"
      y="33"
      fill="#fff"
      font-family="ui-rounded,system-ui,sans-serif"
      font-size="${size}"
      font-weight="650"
      letter-spacing="-.5"
      text-anchor="middle"
      dominant-baseline="central"
    >
      ${letters}
    </text>
  </svg>`.markup
}

const codes: readonly string[] = [
  ...new Set(channelRows.flatMap((row) => [row.paymentMethod, row.paymentMethodCode])),
]

/** Steps of the golden angle keep neighbours in the list far apart and every code's colour its own. */
function hueOf(code: string): number {
  const known = codes.indexOf(code)
  const place =
    known >= 0 ? known : [...code].reduce((sum, letter) => sum + letter.charCodeAt(0), codes.length)
  return Math.round((place * 137.508) % 360)
}

/** Initials of the name's first three words, or a single word's first two letters. */
function lettersOf(code: string): string {
  const row = channelRows.find((one) => one.paymentMethodCode === code || one.paymentMethod === code)
  const words = (row?.description ?? code).split(/[^\p{L}\d]+/u).filter((word) => /^\p{L}/u.test(word))
  if (words.length < 2) return (words[0] ?? '?').slice(0, 2)
  return words
    .slice(0, 3)
    .map((word) => word.charAt(0).toUpperCase())
    .join('')
}
