import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Theme, Token } from '../appearance/appearance.ts'
import { colourPairs, contrast } from '../stories/showroom/contrasts.ts'
import { pixelOf, type Pixel } from '../stories/showroom/paint-tokens.ts'
import './index.css'

/*
 * Any colour a host may give, in every preset, light and dark: what the browser really paints is read back from a canvas.
 * A failure names the seed that repeats it.
 */
const SEED = Math.floor(Math.random() * 2 ** 31)
const RUNS = 250

const tokens = [...new Set(colourPairs.flatMap(([, of, on]) => [of, ...on]))]

const extremes = ['#000', '#fff', '#ff0', '#0f0', '#00f', '#f00', 'transparent', '#80808001', 'gray']

let root: HTMLElement
let pen: OffscreenCanvasRenderingContext2D | null

beforeAll(() => {
  root = document.createElement('div')
  root.className = 'till-root'
  for (const name of tokens) {
    const probe = document.createElement('i')
    probe.style.color = `var(${name})`
    root.append(probe)
  }
  document.body.append(root)
  pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
})
afterAll(() => root.remove())

describe.each(['calm', 'soft', 'sharp', 'contrast'] as const)('the preset %s', (theme) => {
  it.each(['light', 'dark'] as const)(
    `keeps its contrasts whatever the host's colour is, in %s`,
    (scheme) => {
      for (const accent of [...extremes, ...randomColours(SEED, RUNS)]) {
        const pixels = paint(theme, scheme, accent)
        for (const [, of, on, least] of colourPairs)
          for (const under of on) {
            const found = contrast(pixels.get(of), pixels.get(under))
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
    const pixels = paint('contrast', scheme, accent)
    for (const [, of, on] of colourPairs.filter(([, , , least]) => least === 4.5))
      for (const under of on)
        expect(
          contrast(pixels.get(of), pixels.get(under)),
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
  expect(paint('calm', 'light', '#1f4fae').get('--till-action')).toEqual([0x1f, 0x4f, 0xae])
})

/** Sets the picker to an appearance; what it returns is each token as painted. */
function paint(theme: Theme, scheme: 'light' | 'dark', accent: string): ReadonlyMap<Token, Pixel> {
  root.dataset['theme'] = theme
  root.dataset['colorScheme'] = scheme
  root.style.setProperty('--till-accent', accent)
  return new Map([...readTokens()].map(([name, colour]) => [name, pixelOf(pen, colour)]))
}

const readTokens = (): ReadonlyMap<Token, string> =>
  new Map(tokens.map((name, index) => [name, getComputedStyle(root.children[index]!).color]))

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
