import type { Appearance, Density, Theme, Token } from '../../appearance/appearance.ts'

/** Fonts of pages: the picker takes the one around it. */
export const fonts = {
  page: { name: 'The page’s' },
  system: { name: 'System', family: 'system-ui, sans-serif' },
  serif: { name: 'Serif', family: 'Georgia, serif' },
  mono: { name: 'Mono', family: 'ui-monospace, monospace' },
} as const satisfies Readonly<Record<string, PageFont>>
export type Font = keyof typeof fonts

interface PageFont {
  readonly name: string
  readonly family?: string
}

/** A theme in the making. */
export interface Look {
  readonly theme: Theme
  readonly density: Density
  readonly font: Font
  /** Tokens that differ from the preset's. */
  readonly variables: Readonly<Partial<Record<Token, string>>>
}

export const plainLook: Look = { theme: 'calm', density: 'normal', font: 'page', variables: {} }

export function familyOf({ font }: Look): string | undefined {
  const { family }: PageFont = fonts[font]
  return family
}

/** The prop that gives a picker this look, but for the font. */
export function appearanceOf({ theme, density, variables }: Look): Appearance {
  return {
    ...(theme !== plainLook.theme && { theme }),
    ...(density !== plainLook.density && { density }),
    ...(Object.keys(variables).length > 0 && { variables }),
  }
}

/** The value of the `appearance` prop, as text to paste. */
export const writeAppearance = (look: Look): string => JSON.stringify(appearanceOf(look), undefined, 2)

/** A rule for the shop's own style sheet, as text to paste. A preset and a density are the prop's all the same. */
export function writeCss(look: Look): string {
  const { variables, ...attributes } = appearanceOf(look)
  const family = familyOf(look)
  const declarations = [
    ...Object.entries(variables ?? {}).map(([name, value]) => `  ${name}: ${value};`),
    ...(family === undefined ? [] : [`  font-family: ${family};`]),
  ]
  const note =
    Object.keys(attributes).length > 0
      ? [`/* With appearance={${JSON.stringify(attributes)}} on the picker. */`]
      : []
  const rule = declarations.length > 0 ? ['.till-root {', ...declarations, '}'] : []
  return [...note, ...rule].join('\n')
}
