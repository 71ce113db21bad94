import * as z from 'zod/mini'
import { capOf, defaultPolicy, type Policy } from '../availability/policy.ts'
import { nameStatus } from '../availability/response-policy.ts'
import { resolvePaymentRoute } from '../domain/payment-route.ts'
import { isProblemType } from '../domain/problem.ts'
import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { systemClock, type Clock } from '../time/clock.ts'
import type { Answer, Failure, FieldError, Timed } from './answer.ts'
import { decodeCatalogue } from './decode.ts'
import { createOriginGuard } from './origin-guard.ts'
import { decodePaymentAction } from './payment-action.ts'
import type { PaymentGateway, StartedPayment } from './payment-gateway.ts'
import { readRetryAfter, readSeconds } from './headers.ts'
import {
  errorAnswer,
  orderPaymentAnswer,
  paymentAnswer,
  type WireErrorEntry,
  type WireStarted,
} from './wire.ts'

export interface HttpGatewayOptions {
  /** Where the shop's backend serves contract A, such as `/api/payments`. */
  readonly endpoint: string
  /** @defaultValue the page's own `fetch` */
  readonly fetch?: typeof fetch
  /** @defaultValue the machine's clock */
  readonly clock?: Clock
  /** Full origins, beside imoje's and the page's own, that redirects and images may lead to. @defaultValue none */
  readonly trustedOrigins?: readonly string[]
  /** Time-outs, and the longest that a rest told by the shop's breaker is believed. @defaultValue `defaultPolicy` */
  readonly policy?: Policy
  /** Whether the browser believes it is online. @defaultValue `navigator.onLine` */
  readonly isOnline?: () => boolean
}

/**
 * Speaks contract A over HTTP. Its promises never reject: whatever happens is an {@link Answer}.
 * @throws TillkitError `options-invalid`
 */
export function createHttpGateway(options: HttpGatewayOptions): PaymentGateway {
  const {
    endpoint,
    clock = systemClock,
    policy = defaultPolicy,
    isOnline = () => globalThis.navigator?.onLine !== false,
  } = options
  if (inDevelopment && !endpoint)
    throw new TillkitError(
      'options-invalid',
      "endpoint must be the address of your backend: '/api/payments'.",
    )
  const guard = createOriginGuard(options.trustedOrigins)

  return {
    key: endpoint,

    listPaymentMethods: ({ order, locale, fresh }) => {
      const device = globalThis.matchMedia?.('(pointer: coarse)').matches ? 'mobile' : 'desktop'
      const query = new URLSearchParams({ orderId: order.id, device, locale, ...(fresh && { fresh: '1' }) })
      return send(`/payment-methods?${query}`, policy.listTimeoutMs, (body, { sentAt, at, headers }) =>
        decodeCatalogue(body, {
          currency: order.currency,
          requestedAt: sentAt,
          arrivedAt: at,
          ageMs: readSeconds(headers.get('age')) ?? 0,
          longestRestMs: capOf(policy),
          guard,
        }),
      )
    },

    startPayment: ({ order, channel, idempotencyKey }) => {
      const { by, ...link } = resolvePaymentRoute(channel.method, channel.code)
      const [path, subject] =
        by === 'link'
          ? ['/payment-links', link]
          : ['/transactions', { paymentMethod: channel.method, paymentMethodCode: channel.code }]
      return send(path, policy.payTimeoutMs, decodePayment, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        body: JSON.stringify({
          orderId: order.id,
          ...subject,
          expectedAmount: order.amount,
          expectedCurrency: order.currency,
        }),
      })
    },

    getOrderPayment: ({ orderId, idempotencyKey }) => {
      const query = idempotencyKey ? `?${new URLSearchParams({ key: idempotencyKey })}` : ''
      return send(`/orders/${encodeURIComponent(orderId)}/payment${query}`, policy.otherTimeoutMs, (body) =>
        z.parse(orderPaymentAnswer, body),
      )
    },
  }

  function decodePayment(body: unknown): StartedPayment {
    const { transaction, action, payment } = z.parse(paymentAnswer, body)
    const { id, status, statusCode }: WireStarted = payment ?? transaction ?? { id: '' }
    const next = decodePaymentAction(payment ?? action, guard)
    // Over at once needs no page; anything else without one can't be paid.
    if (id && (next || status === 'rejected' || status === 'error'))
      return { id, status, statusCode, action: next }
    throw new TillkitError(
      'contract-broken',
      inDevelopment && 'A payment that needs a page came without an address.',
    )
  }

  async function send<Value>(
    path: string,
    timeoutMs: number,
    decode: (body: unknown, context: Timed & { readonly headers: Headers }) => Value,
    init?: RequestInit,
  ): Promise<Answer<Value>> {
    const sentAt = clock.now()
    const fail = (known: Known): Failure => ({
      ok: false,
      readable: false,
      errors: [],
      ...known,
      sentAt,
      at: clock.now(),
    })
    if (!isOnline()) return fail({ name: 'offline' })

    const abort = new AbortController()
    const { signal } = abort
    const cancel = clock.setTimer(() => abort.abort(), timeoutMs)
    // What is known if the next step throws.
    let known: Known = { name: 'lost' }
    try {
      const response = await (options.fetch ?? fetch)(endpoint.replace(/\/$/, '') + path, { ...init, signal })
      const text = await response.text()
      const { ok, status, headers } = response
      const isProblem = !!headers.get('content-type')?.startsWith('application/problem+json')
      known = {
        name: ok ? 'unreadable' : isProblem ? 'internal' : nameStatus(status),
        status,
        traceId: headers.get('x-trace-id') ?? undefined,
        retryAfterMs: readRetryAfter(headers),
      }
      const body: unknown = JSON.parse(text)
      if (!ok) return fail({ ...known, ...describeError(body, isProblem) })
      const at = clock.now()
      return { ok, status, value: decode(body, { sentAt, at, headers }), sentAt, at }
    } catch (error) {
      return fail({
        ...known,
        ...(signal.aborted && { name: 'timeout' }),
        code: error instanceof TillkitError ? error.code : undefined,
        detail: String(error),
      })
    } finally {
      cancel()
    }
  }
}

type Known = Partial<Failure> & Pick<Failure, 'name'>

/** What an error's body says: imoje's words (inside its wrapper or without), or the shop's own in a problem body. */
function describeError(body: unknown, isProblem: boolean): Partial<Failure> {
  const wrapper = body as { readonly apiErrorResponse?: unknown } | null
  const { data } = z.safeParse(errorAnswer, wrapper?.apiErrorResponse ?? body)
  if (!data) return {}
  const { code, message: detail, errors = [], type = '', field, amount, currency } = data
  return isProblem
    ? {
        name: isProblemType(type) ? type : 'internal',
        readable: true,
        code: type,
        errors: field ? [{ field, message: type }] : [],
        amount,
        currency,
      }
    : { readable: !!code, code, detail, errors: errors.flatMap(decodeFieldError) }
}

const decodeFieldError = (entry: WireErrorEntry): FieldError | readonly FieldError[] => {
  if (!entry) return []
  return typeof entry === 'string' ? { message: entry } : { field: entry.property, message: entry.message }
}
