import type { Refusal } from './refusal.ts'

/** An answer to the browser before it becomes a `Response`, so that several requests can share it. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
  /** The body as JSON in UTF-8, where many get the same. */
  readonly bytes?: Uint8Array<ArrayBuffer>
}

/** imoje's headers that pass (contract A). */
const passedHeaders = ['retry-after', 'x-trace-id', 'age', 'date'] as const

/** Longer than any of them is, and only signs that mean nothing to who reads headers. */
const plainValue = /^[\x20-\x7e]{1,200}$/

export function pickHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    passedHeaders.flatMap((name) => {
      const value = headers.get(name)
      return value !== null && plainValue.test(value) ? [[name, value]] : []
    }),
  )
}

/**
 * Stand on every answer, whatever else does: no cache keeps it, nothing takes it for a page or a script, and no other site can
 * embed it.
 */
const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

export const buildResponse = (reply: Reply): Response => respond(reply, 'application/json')

export function buildProblem(refusal: Refusal): Response {
  const { headers = {}, field, amount, currency } = refusal.details
  const body = { type: refusal.type, status: refusal.status, field, amount, currency }
  return respond({ status: refusal.status, headers, body }, 'application/problem+json')
}

function respond({ status, headers, body, bytes }: Reply, type: string): Response {
  // A Response refuses a body with these, and they may come from imoje unchanged.
  const bodiless = status === 204 || status === 205 || status === 304
  return new Response(bodiless ? null : (bytes ?? JSON.stringify(body)), {
    status,
    headers: { ...headers, ...securityHeaders, 'content-type': type },
  })
}
