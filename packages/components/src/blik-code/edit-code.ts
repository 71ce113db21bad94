/** What a field for a BLIK code holds after an edit. */
export interface EditedCode {
  /** At most six digits; leading zeros stay. */
  readonly code: string
  /** Where the caret belongs in the code as shown. */
  readonly caret: number
}

/** Takes in what was typed or pasted, spaces and words around the digits included. */
export function editCode(text: string, caret: number): EditedCode {
  const before = digitsOf(text.slice(0, caret)).length
  const code = digitsOf(text)
  return { code, caret: showCode(code.slice(0, before)).length }
}

/** As banks' apps show it, `123 456`. */
export const showCode = (code: string): string => code.replace(/^(\d{3})(?=\d)/, '$1 ')

const digitsOf = (text: string): string => text.replaceAll(/\D/g, '').slice(0, 6)
