import type { Clock, ProblemType } from '@tillkit/core'
import type { PaymentEvent, ShopHooks } from './order-port.ts'

/** A request to imoje, as events name it. */
export type ImojeCall =
  | 'get-service'
  | 'get-payment-methods'
  | 'create-transaction'
  | 'get-transaction'
  | 'create-payment'
  | 'get-payment'
  | 'cancel-payment'

/** Something worth a line in the shop's log. It never holds a secret, a body or a BLIK code. */
export type ServerEvent = { readonly at: number } & ServerEventDetails

/** What an event tells, by its `type`. `until` is epoch milliseconds, `tookMs` milliseconds. */
export type ServerEventDetails =
  | {
      readonly type: 'upstream'
      readonly call: ImojeCall
      /** `unsent`: the connection was refused before anything was sent. */
      readonly outcome: 'answered' | 'unsent' | 'timeout' | 'lost'
      readonly status?: number
      readonly traceId?: string
      readonly tookMs: number
    }
  /** imoje answered with something that can't be read. */
  | { readonly type: 'contract-broken'; readonly call: ImojeCall }
  /** imoje gave an address that may not be followed. */
  | { readonly type: 'address-refused'; readonly call: ImojeCall; readonly origin: string }
  | {
      readonly type: 'request-refused'
      readonly problem: ProblemType
      readonly status: number
      readonly field?: string
    }
  | { readonly type: 'hook-failed'; readonly hook: keyof ShopHooks | 'rateLimit'; readonly message: string }
  /** The shared store failed, told once until it is `store-back`: lists go on, payments are refused meanwhile. */
  | { readonly type: 'store-failed'; readonly message: string }
  | { readonly type: 'store-back' }
  /** imoje as a whole is away (502, 503, 504): nothing is asked until then, in epoch milliseconds. */
  | { readonly type: 'gateway-away'; readonly until: number }
  | { readonly type: 'gateway-back' }
  /** A channel has failed shoppers and rests for the next ones; `trip` counts the rests in a row. */
  | {
      readonly type: 'channel-rests'
      readonly channel: string
      readonly trip: number
      readonly until: number
    }
  | { readonly type: 'channel-back'; readonly channel: string }
  | { readonly type: 'internal-error'; readonly message: string }
  | {
      readonly type: 'notification-ignored'
      readonly reason: 'signature' | 'unreadable' | 'not-a-sale' | 'order-paid' | 'outdated'
    }
  | { readonly type: 'payment'; readonly payment: PaymentEvent }

export type Emit = (event: ServerEventDetails) => void

/** Replaces every secret in a text. */
export type Redact = (text: string) => string

export const createRedact =
  (secrets: readonly string[]): Redact =>
  (text) =>
    secrets
      // A text may quote JSON, where some signs are written with others before them.
      .flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)])
      .reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text)

/** A copy, as JSON keeps it, in which every text is redacted. */
export const redactAll = (value: object, redact: Redact): unknown =>
  JSON.parse(JSON.stringify(value, (_, part: unknown) => (typeof part === 'string' ? redact(part) : part)))

export function createEmit(
  onEvent: ((event: ServerEvent) => void) | undefined,
  clock: Clock,
  redact: Redact,
): Emit {
  if (!onEvent) return () => undefined
  const tell = async (event: ServerEvent): Promise<void> => onEvent(event)
  const clean = (name: string, part: unknown): unknown => {
    if (typeof part !== 'string') return part
    const text = redact(part)
    return toLine(name === 'message' ? hidePrivate(text) : text)
  }
  return (details) => {
    const event = JSON.parse(JSON.stringify({ at: clock.now(), ...details }, clean)) as ServerEvent
    // A broken log must not decide whether somebody can pay, nor end the process.
    tell(event).catch(() => undefined)
  }
}

/** A message is other people's words, which may quote what a shopper typed: six digits can be a BLIK code, more of them a card. */
const hidePrivate = (text: string): string =>
  text
    .replaceAll(/[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+/g, '[address]')
    .replaceAll(/(?<!\d)(?:\d{6}|\d(?:[ -]?\d){12,18})(?!\d)/g, '[digits]')

/** Text of a foreign hand can't begin a line of its own in a log, nor fill it. */
const toLine = (text: string): string => text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, 500)

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
