/** Three centuries: with longer spans there would be moments that no date can be written for. */
const LONGEST_SECONDS = 9_999_999_999

/** A span given in whole seconds, in milliseconds; nothing when it is missing or no such number. */
export const readSeconds = (value: string | null): number | undefined =>
  value && /^\d+$/.test(value) ? Math.min(Number(value), LONGEST_SECONDS) * 1_000 : undefined

/**
 * `Retry-After` in milliseconds, from seconds or from a date. A date is read only against the same answer's `Date`: the
 * server's clock and ours may differ. A date in the past is no wait.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? ''
  // An HTTP date begins with its weekday; Date.parse would take '-5' for one too.
  const span = /^[A-Z]/.test(value) ? Date.parse(value) - Date.parse(headers.get('date') ?? '') : NaN
  return readSeconds(value) ?? (Number.isNaN(span) ? undefined : Math.max(span, 0))
}
