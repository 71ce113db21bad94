import type { Token } from '../../appearance/appearance.ts'
import { appearanceOf, type Look } from './look.ts'
import { tokens } from './tokens.ts'

export type Scheme = 'light' | 'dark'
/** Red, green and blue, 0 to 255 each. */
export type Pixel = readonly [number, number, number]
export type Painted = Readonly<Record<Scheme, ReadonlyMap<Token, Pixel>>>

/** Every colour of a look as a screen is told it, light and dark. */
export function paintTokens(look: Look): Painted {
  const { theme, density, variables = {} } = appearanceOf(look)
  const root = document.createElement('div')
  root.className = 'till-root'
  root.hidden = true
  if (theme) root.dataset['theme'] = theme
  if (density) root.dataset['density'] = density
  for (const [name, value] of Object.entries(variables)) root.style.setProperty(name, value)
  const probes = tokens
    .filter(({ tier }) => tier === 'meaning')
    .map(({ name }) => {
      const probe = document.createElement('i')
      probe.style.color = `var(${name})`
      return [name, probe] as const
    })
  root.append(...probes.map(([, probe]) => probe))
  document.body.append(root)
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true })
  const paint = (scheme: Scheme): ReadonlyMap<Token, Pixel> => {
    root.dataset['colorScheme'] = scheme
    return new Map(probes.map(([name, probe]) => [name, pixelOf(pen, getComputedStyle(probe).color)]))
  }
  const painted = { light: paint('light'), dark: paint('dark') }
  root.remove()
  return painted
}

/** As colour inputs have it. */
export const hexOf = (pixel: Pixel = [0, 0, 0]): string =>
  `#${pixel.map((part) => part.toString(16).padStart(2, '0')).join('')}`

/** A computed colour as a screen is told it. */
export function pixelOf(pen: OffscreenCanvasRenderingContext2D | null, colour: string): Pixel {
  if (!pen) return [0, 0, 0]
  pen.fillStyle = colour
  pen.fillRect(0, 0, 1, 1)
  const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data
  return [r, g, b]
}
