import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Theme } from '../appearance/appearance.ts'
import './index.css'

/*
 * Any colour a host may give, in every preset, light and dark: what the browser really paints is read back from a canvas.
 * A failure names the seed that repeats it.
 */
const SEED = Math.floor(Math.random() * 2 ** 31)
const RUNS = 250

/** What stands on what, and the least contrast between them (WCAG 1.4.3 and 1.4.11). */
const pairs: readonly (readonly [of: string, on: readonly string[], least: number])[] = [
  ['--till-on-action', ['--till-action', '--till-action-hover'], 4.5],
  ['--till-action', ['--till-surface', '--till-surface-sunken', '--till-selected'], 4.5],
  ['--till-text', ['--till-surface', '--till-surface-sunken', '--till-selected'], 4.5],
  ['--till-text-quiet', ['--till-surface', '--till-surface-sunken', '--till-selected'], 4.5],
  ['--till-control', ['--till-surface', '--till-surface-sunken', '--till-selected'], 3],
  ['--till-focus', ['--till-surface', '--till-surface-sunken', '--till-selected'], 3],
  ['--till-danger', ['--till-surface', '--till-selected'], 3],
  ['--till-caution', ['--till-surface', '--till-selected'], 3],
  ['--till-success', ['--till-surface'], 3],
]
const tokens = [...new Set(pairs.flatMap(([of, on]) => [of, ...on]))]

const extremes = ['#000', '#fff', '#ff0', '#0f0', '#00f', '#f00', 'transparent', '#80808001', 'gray']

let root: HTMLElement
let pen: CanvasRenderingContext2D | null

beforeAll(() => {
  root = document.createElement('div')
  root.className = 'till-root'
  root.append(...tokens.map((name) => Object.assign(document.createElement('i'), { title: name })))
  for (const probe of root.children)
    (probe as HTMLElement).style.color = `var(${probe.getAttribute('title')})`
  document.body.append(root)
  pen = new OffscreenCanvas(1, 1).getContext('2d') as CanvasRenderingContext2D | null
})
afterAll(() => root.remove())

describe.each(['calm', 'soft', 'sharp', 'contrast'] as const)('the preset %s', (theme) => {
  it.each(['light', 'dark'] as const)(
    `keeps its contrasts whatever the host's colour is, in %s`,
    (scheme) => {
      for (const accent of [...extremes, ...randomColours(SEED, RUNS)]) {
        const luminance = paint(theme, scheme, accent)
        for (const [of, on, least] of pairs)
          for (const under of on) {
            const found = contrast(luminance(of), luminance(under))
            if (found < least)
              expect.fail(`${of} on ${under} for ${accent}: ${found.toFixed(2)} (seed ${SEED})`)
          }
      }
      expect(readTokens().get('--till-action')).toBeDefined()
    },
  )
})

it.each(['light', 'dark'] as const)('gives text 7 to 1 in the preset contrast, in %s', (scheme) => {
  for (const accent of [...extremes, ...randomColours(SEED, RUNS)]) {
    const luminance = paint('contrast', scheme, accent)
    for (const [of, on] of pairs.filter(([, , least]) => least === 4.5))
      for (const under of on)
        expect(
          contrast(luminance(of), luminance(under)),
          `${of} on ${under} for ${accent}, seed ${SEED}`,
        ).toBeGreaterThan(7)
  }
})

it('makes no two accents of different hue the same', () => {
  const seen = ['#c00', '#080', '#00c', '#a60'].map((accent) => {
    paint('calm', 'light', accent)
    return readTokens().get('--till-action')
  })
  expect(new Set(seen).size).toBe(4)
})

it("leaves a colour that is dark enough as the host's", () => {
  paint('calm', 'light', '#1f4fae')
  expect(pixel(readTokens().get('--till-action') ?? '')).toEqual(pixel('#1f4fae'))
})

/** Sets the picker to an appearance; what it returns tells a token's luminance as painted. */
function paint(theme: Theme, scheme: 'light' | 'dark', accent: string): (token: string) => number {
  root.dataset['theme'] = theme
  root.dataset['colorScheme'] = scheme
  root.style.setProperty('--till-accent', accent)
  const luminances = new Map([...readTokens()].map(([name, colour]) => [name, luminanceOf(pixel(colour))]))
  return (token) => luminances.get(token) ?? Number.NaN
}

const readTokens = (): ReadonlyMap<string, string> =>
  new Map(
    [...root.children].map((probe) => [probe.getAttribute('title') ?? '', getComputedStyle(probe).color]),
  )

function pixel(colour: string): readonly number[] {
  if (!pen) return expect.fail('no canvas')
  pen.fillStyle = '#f0f'
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  return [...pen.getImageData(0, 0, 1, 1).data]
}

/** WCAG's relative luminance of what a screen is told, 0 to 255 each. */
function luminanceOf(channels: readonly number[]): number {
  const [r = 0, g = 0, b = 0] = channels.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: number, b: number): number => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)

/** Colours as hosts write them, within what screens show and beyond it. */
function randomColours(seed: number, count: number): readonly string[] {
  let state = seed
  const random = (): number => {
    state = (state + 0x6d2b79f5) | 0
    const mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const of = (most: number, least = 0): string => (least + random() * (most - least)).toFixed(3)
  const kinds = [
    () => `rgb(${of(255)} ${of(255)} ${of(255)})`,
    () => `rgb(${of(255)} ${of(255)} ${of(255)} / ${of(1)})`,
    () => `hsl(${of(360)} ${of(100)}% ${of(100)}%)`,
    () => `oklch(${of(1)} ${of(0.4)} ${of(360)})`,
    () => `color(display-p3 ${of(1)} ${of(1)} ${of(1)})`,
    () => `color(rec2020 ${of(1.2, -0.2)} ${of(1.2, -0.2)} ${of(1.2, -0.2)})`,
  ]
  return Array.from({ length: count }, (_, index) => kinds[index % kinds.length]?.() ?? '')
}
