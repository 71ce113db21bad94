/** Joins class names, or ids for an `aria-` attribute; nothing when there is none. */
export const join = (...parts: readonly (string | false | undefined)[]): string | undefined =>
  parts.filter(Boolean).join(' ') || undefined
