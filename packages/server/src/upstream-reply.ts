import { redactAll, type Redact } from './events.ts'
import type { UpstreamAnswer } from './imoje-client.ts'
import { decodeError } from './imoje-wire.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'

/** imoje asks to look again after about five minutes (response codes, 503). In seconds. */
const lookAgainAfter = '300'

/** The answer in imoje's place when it could not even be reached: nothing was sent. */
const unreachable: Reply = {
  status: 503,
  headers: { 'retry-after': lookAgainAfter },
  body: { code: 'gateway-unreachable' },
}

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
  if (answer.outcome === 'unsent') return { reply: unreachable }
  if (answer.outcome !== 'answered')
    return { refusal: new Refusal(answer.outcome === 'timeout' ? 'upstream-timeout' : 'internal') }
  const { status, headers } = answer
  if (status >= 200 && status <= 299) return { success: answer }
  // What can't be read becomes an empty object, which promises nothing.
  const body = redactAll(decodeError(answer.body) ?? {}, redact)
  return { reply: { status, headers: pickHeaders(headers), body } }
}
