import type { Refusal } from './refusal.ts'

/** An answer to the browser before it becomes a `Response`, so that several requests can share it. */
export interface Reply {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: unknown
}

/** imoje's headers that pass (contract A). */
const passedHeaders = ['retry-after', 'x-trace-id', 'age', 'date'] as const

export function pickHeaders(headers: Headers): Record<string, string> {
  return Object.fromEntries(
    passedHeaders.flatMap((name) => {
      const value = headers.get(name)
      return value === null ? [] : [[name, value]]
    }),
  )
}

export const buildResponse = (reply: Reply): Response => respond(reply, 'application/json')

export function buildProblem(refusal: Refusal): Response {
  const { headers = {}, field, amount, currency } = refusal.details
  const body = { type: refusal.type, status: refusal.status, field, amount, currency }
  return respond({ status: refusal.status, headers, body }, 'application/problem+json')
}

function respond({ status, headers, body }: Reply, type: string): Response {
  // A Response refuses a body with these, and they may come from imoje unchanged.
  const bodiless = status === 204 || status === 205 || status === 304
  return new Response(bodiless ? null : JSON.stringify(body), {
    status,
    headers: {
      'content-type': type,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      ...headers,
    },
  })
}
