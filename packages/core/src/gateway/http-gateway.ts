import * as z from 'zod/mini'
import { capOf, defaultPolicy, type Policy } from '../availability/policy.ts'
import { nameStatus, type AnswerName } from '../availability/response-policy.ts'
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
import { errorAnswer, errorEntry, orderPaymentAnswer, paymentAnswer, type WireTransaction } from './wire.ts'

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
  const { endpoint } = options
  if (inDevelopment && !endpoint)
    throw new TillkitError(
      'options-invalid',
      "endpoint must be the address of your backend: '/api/payments'.",
    )
  const guard = createOriginGuard(options.trustedOrigins)
  const { policy = defaultPolicy } = options
  const send = createSender(options)

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
    const next = decodePaymentAction(payment ?? action, guard)
    const { id, status, statusCode }: WireTransaction = payment ?? transaction ?? { id: '' }
    // Over at once needs no page; anything else without one can't be paid.
    if (id && (next || status === 'rejected' || status === 'error'))
      return { id, status, statusCode, action: next }
    throw new TillkitError('contract-broken', 'A payment that needs a page came without an address.')
  }
}

type Send = <Value>(
  path: string,
  timeoutMs: number,
  decode: (body: unknown, context: Timed & { readonly headers: Headers }) => Value,
  init?: RequestInit,
) => Promise<Answer<Value>>

function createSender({ endpoint, clock = systemClock, isOnline, ...options }: HttpGatewayOptions): Send {
  return async (path, timeoutMs, decode, init) => {
    const sentAt = clock.now()
    const fail = (name: AnswerName, more?: Partial<Failure>): Failure => ({
      ok: false,
      name,
      readable: false,
      errors: [],
      ...more,
      sentAt,
      at: clock.now(),
    })
    if (!(isOnline?.() ?? globalThis.navigator?.onLine ?? true)) return fail('offline')

    const abort = new AbortController()
    const { signal } = abort
    const cancel = clock.setTimer(() => abort.abort(), timeoutMs)
    let answered: Partial<Failure> = {}
    try {
      const response = await (options.fetch ?? fetch)(endpoint.replace(/\/$/, '') + path, { ...init, signal })
      const text = await response.text()
      const { status, headers } = response
      answered = { status, traceId: headers.get('x-trace-id') ?? undefined }
      if (!response.ok)
        return fail(nameStatus(status), {
          ...answered,
          retryAfterMs: readRetryAfter(headers),
          ...describeError(text, headers.get('content-type')?.startsWith('application/problem+json')),
        })
      const at = clock.now()
      return { ok: true, status, value: decode(JSON.parse(text), { sentAt, at, headers }), sentAt, at }
    } catch (error) {
      const name = answered.status ? 'unreadable' : signal.aborted ? 'timeout' : 'lost'
      const code = error instanceof TillkitError ? error.code : undefined
      return fail(name, { ...answered, code, detail: String(error) })
    } finally {
      cancel()
    }
  }
}

/** What an error's body says: imoje's words (inside its wrapper or without), or the shop's own in a problem body. */
function describeError(text: string, isProblem = false): Partial<Failure> {
  const body = parseJson(text)
  const { data } = z.safeParse(errorAnswer, body?.apiErrorResponse ?? body)
  if (!data) return isProblem ? { name: 'internal' } : {}
  const { code, message: detail, type = '', field, amount, currency } = data
  if (!isProblem)
    return { readable: !!code, code, detail, errors: (data.errors ?? []).flatMap(decodeFieldError) }
  return {
    name: isProblemType(type) ? type : 'internal',
    readable: true,
    code: type,
    errors: field ? [{ field, message: type }] : [],
    amount,
    currency,
  }
}

/** The shape of the entries is not documented: what can't be read is left out. */
function decodeFieldError(entry: unknown): readonly FieldError[] {
  const { data } = z.safeParse(errorEntry, entry)
  if (!data) return []
  return [typeof data === 'string' ? { message: data } : { field: data.property, message: data.message }]
}

function parseJson(text: string): { readonly apiErrorResponse?: unknown } | undefined {
  try {
    return JSON.parse(text) as { readonly apiErrorResponse?: unknown }
  } catch {
    return undefined
  }
}
