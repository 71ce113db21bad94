/** How the picker looks, as data. What can be said by attributes is, so that a server's page carries it too. */
export interface Appearance {
  /** A set of shapes and tones. @defaultValue 'calm' */
  readonly theme?: Theme | undefined
  /** How much room rows take; each stays at least 44 px high. @defaultValue 'normal' */
  readonly density?: Density | undefined
  /**
   * `auto` follows the shopper's system. Meant for a page that is light or dark without saying so in its own CSS.
   * @defaultValue what `color-scheme` the page around has
   */
  readonly colorScheme?: ColorScheme | undefined
  /**
   * Tokens to set on the picker, such as `{ '--till-accent': '#0a7d4f' }`. Written after mount, so that no `style` attribute breaks a
   * strict CSP: a page rendered on a server sets them in its own style sheet instead.
   */
  readonly variables?: Variables | undefined
}

/** A preset: the shapes and tones that every token starts from. */
export type Theme = 'calm' | 'soft' | 'sharp' | 'contrast'
/** How much room rows take. */
export type Density = 'tight' | 'normal' | 'roomy'
/** Light, dark, or as the shopper's system has it (`auto`). */
export type ColorScheme = 'light' | 'dark' | 'auto'
/** Values for tokens, as CSS writes them. */
export type Variables = { readonly [Name in Token]?: string }

/** The tokens that are part of the API; every colour follows from `--till-accent`. */
export type Token =
  | '--till-accent'
  | `--till-${'text' | 'text-quiet' | 'surface' | 'surface-sunken' | 'line' | 'control' | 'focus'}`
  | `--till-${'action' | 'action-hover' | 'on-action' | 'selected' | 'selected-line'}`
  | `--till-${'caution' | 'danger' | 'success'}`
  | `--till-${'radius' | 'radius-inner' | 'radius-button' | 'gap' | 'inset' | 'line-width' | 'shadow' | 'motion'}`
  | `--till-${'size-small' | 'row-height' | 'button-height' | 'mark-width' | 'mark-height' | 'mark-radius'}`
