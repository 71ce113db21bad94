/**
 * What `Retry-After` asks for, in milliseconds, from seconds or from a date, which is read only against the same answer's
 * `Date`. Nothing where it can't be read.
 */
export function readRetryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after') ?? ''
  if (/^\d+$/.test(value)) return Number(value) * 1_000
  // An HTTP date begins with its weekday; Date.parse would take '-5' for one too.
  if (!/^[A-Z]/.test(value)) return undefined
  const span = Date.parse(value) - Date.parse(headers.get('date') ?? '')
  return Number.isNaN(span) ? undefined : Math.max(span, 0)
}
