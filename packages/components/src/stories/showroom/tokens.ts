import type { Token } from '../../appearance/appearance.ts'
import sheet from '../../styles/tokens.css?raw'

export interface TokenEntry {
  readonly name: Token
  readonly tier: 'meaning' | 'part'
  /** As the sheet has it. */
  readonly value: string
}

/** The tokens that a theme may replace, as the style sheet lists them under the comments that name their tier. */
export const tokens: readonly TokenEntry[] = readTokens(sheet)

/** A figure with its unit, such as `0.875em`; nothing where the value is something else. */
export function sizeOf(value: string): { readonly figure: number; readonly unit: string } | undefined {
  const [, figure, unit] = /^([\d.]+)(em|px|ms)$/.exec(value) ?? []
  return figure !== undefined && unit !== undefined ? { figure: Number(figure), unit } : undefined
}

function readTokens(css: string): readonly TokenEntry[] {
  const [rule = ''] = /\.till-root \{[^]*?\n\}/.exec(css) ?? []
  return (['meaning', 'part'] as const).flatMap((tier) => {
    const [, declarations = ''] = new RegExp(`/\\* ${tier} \\*/([^]*?)(?:/\\*|\\}$)`).exec(rule) ?? []
    return [...declarations.matchAll(/(--till-[\w-]+):\s*([^;]+);/g)].map(([, name, value = '']) => ({
      name: name as Token,
      tier,
      value: value.replaceAll(/\s+/g, ' '),
    }))
  })
}
