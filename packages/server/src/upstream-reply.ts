import { redactAll, type Redact } from './events.ts'
import type { UpstreamAnswer } from './imoje-client.ts'
import { decodeError } from './imoje-wire.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'

/** imoje asks to look again after about five minutes (response codes, 503). In milliseconds. */
const lookAgainAfterMs = 300_000

/** The answer in imoje's place where nothing was sent, because imoje is away: look again after as many milliseconds. */
export const buildUnreachable = (forMs: number): Reply => ({
  status: 503,
  headers: { 'retry-after': String(Math.max(1, Math.ceil(forMs / 1_000))) },
  body: { code: 'gateway-unreachable' },
})

export type Answered = Extract<UpstreamAnswer, { readonly outcome: 'answered' }>

/** An answer of imoje's that is no success, as it passes on. */
export type UpstreamFailure = { readonly reply: Reply } | { readonly refusal: Refusal }

/** imoje as a whole is away, so what it said before no longer holds. */
export const isGatewayDown = (status: number): boolean => status >= 502 && status <= 504

/** Tells a success from everything else. */
export function readFailure(
  answer: UpstreamAnswer,
  redact: Redact,
): UpstreamFailure | { readonly success: Answered } {
  if (answer.outcome === 'held') return { reply: buildUnreachable(answer.forMs) }
  if (answer.outcome === 'unsent') return { reply: buildUnreachable(lookAgainAfterMs) }
  if (answer.outcome !== 'answered')
    return { refusal: new Refusal(answer.outcome === 'timeout' ? 'upstream-timeout' : 'internal') }
  const { status, headers } = answer
  if (status >= 200 && status <= 299) return { success: answer }
  // What can't be read becomes an empty object, which promises nothing.
  const body = redactAll(decodeError(answer.body) ?? {}, redact)
  return { reply: { status, headers: pickHeaders(headers), body } }
}
