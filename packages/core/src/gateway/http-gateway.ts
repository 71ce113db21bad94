import * as z from 'zod/mini'
import { capOf, defaultPolicy, type Policy } from '../availability/policy.ts'
import { nameStatus } from '../availability/response-policy.ts'
import { isImmediate, resolvePaymentRoute } from '../domain/payment-route.ts'
import { isAmount, isCurrency } from '../domain/money.ts'
import { isProblemType } from '../domain/problem.ts'
import { inDevelopment, TillkitError } from '../domain/errors.ts'
import { systemClock, type Clock } from '../time/clock.ts'
import type { Answer, Failure, FieldError, Timed } from './answer.ts'
import { decodeCatalogue } from './decode.ts'
import { createOriginGuard } from './origin-guard.ts'
import { decodePaymentAction } from './payment-action.ts'
import type { LinkRequest, PaymentGateway, StartedPayment, TransactionStatus } from './payment-gateway.ts'
import { readRetryAfter, readSeconds } from './headers.ts'
import {
  isWireError,
  orderPaymentAnswer,
  paymentAnswer,
  readText,
  transactionAnswer,
  type WireStarted,
} from './wire.ts'

/** How the shop's backend is reached. */
export interface HttpGatewayOptions {
  /** Where the shop's backend serves contract A, such as `/api/payments`. */
  readonly endpoint: string
  /** Sends the requests. @defaultValue the page's own `fetch` */
  readonly fetch?: typeof fetch
  /** Tells the time, and runs the time-outs. @defaultValue the machine's clock */
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
      return send(`/payment-methods?${query}`, policy.listTimeoutMs, (body, { sentAt, at, ageMs = 0 }) =>
        decodeCatalogue(body, {
          currency: order.currency,
          requestedAt: sentAt,
          arrivedAt: at,
          ageMs,
          longestRestMs: capOf(policy),
          guard,
        }),
      )
    },

    startPayment: ({ channel, blikCode, ...attempt }) => {
      const { method: paymentMethod, code: paymentMethodCode } = channel
      const { by, ...link } = resolvePaymentRoute(paymentMethod, paymentMethodCode)
      if (by === 'link') return pay('/payment-links', link, attempt)
      const immediate = isImmediate(paymentMethod, blikCode)
      const subject = { paymentMethod, paymentMethodCode, ...(immediate && { blikCode }) }
      return pay('/transactions', subject, attempt, immediate)
    },

    createLink: async ({ visibleMethod, ...attempt }) =>
      visibleMethod.length > 0
        ? pay('/payment-links', { visibleMethod }, attempt)
        : fail({ name: 'invalid-request' }),

    getTransaction: ({ id }) =>
      send(`/transactions/${encodeSegment(id)}`, policy.otherTimeoutMs, (body) =>
        readStarted(z.parse(transactionAnswer, body).transaction),
      ),

    getOrderPayment: ({ orderId, idempotencyKey }) => {
      const query = idempotencyKey ? `?${new URLSearchParams({ key: idempotencyKey })}` : ''
      return send(`/orders/${encodeSegment(orderId)}/payment${query}`, policy.otherTimeoutMs, (body) =>
        z.parse(orderPaymentAnswer, body),
      )
    },
  }

  function pay(
    path: string,
    subject: object,
    { order, idempotencyKey }: Omit<LinkRequest, 'visibleMethod'>,
    immediate = false,
  ): Promise<Answer<StartedPayment>> {
    return send(path, policy.payTimeoutMs, (body) => decodePayment(body, immediate), {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify({
        orderId: order.id,
        ...subject,
        expectedAmount: order.amount,
        expectedCurrency: order.currency,
      }),
    })
  }

  function decodePayment(body: unknown, immediate: boolean): StartedPayment {
    const { transaction, action, payment } = z.parse(paymentAnswer, body)
    const started = readStarted(payment ?? transaction ?? { id: '' })
    const { id, status } = started
    const next = decodePaymentAction(payment ?? action, guard)
    // Over at once, or confirmed in the payer's app, needs no page; anything else without one can't be paid.
    if (id && (next || immediate || status === 'rejected' || status === 'error'))
      return { ...started, action: next }
    throw new TillkitError(
      'contract-broken',
      inDevelopment && 'A payment that needs a page came without an address.',
    )
  }

  function fail(known: Known, sentAt = clock.now(), url = ''): Failure {
    // Only the address itself says what is wrong with it; a query holds more than the developer may see.
    const place = known.status === 404 && { detail: `${url.replace(/\?.*/s, '')}: ${known.detail ?? '404'}` }
    return { ok: false, readable: false, errors: [], ...known, ...place, sentAt, at: clock.now() }
  }

  async function send<Value>(
    path: string,
    timeoutMs: number,
    decode: (body: unknown, context: Timed & { readonly headers: Headers }) => Value,
    init?: RequestInit,
  ): Promise<Answer<Value>> {
    const sentAt = clock.now()
    if (!isOnline()) return fail({ name: 'offline' })

    const url = endpoint.replace(/\/$/, '') + path
    const abort = new AbortController()
    const { signal } = abort
    const cancel = clock.setTimer(() => abort.abort(), timeoutMs)
    // What is known if the next step throws.
    let known: Known = { name: 'lost' }
    try {
      const response = await (options.fetch ?? fetch)(url, { ...init, signal })
      const text = await response.text()
      const { ok, status, headers } = response
      const isProblem = !!headers.get('content-type')?.startsWith('application/problem+json')
      const ageMs = readSeconds(headers.get('age'))
      known = {
        ageMs,
        name: ok ? 'unreadable' : isProblem ? 'internal' : nameStatus(status),
        status,
        traceId: headers.get('x-trace-id') ?? undefined,
        retryAfterMs: readRetryAfter(headers),
      }
      const body: unknown = JSON.parse(text)
      if (!ok) return fail({ ...known, ...describeError(body, isProblem) }, sentAt, url)
      const at = clock.now()
      return { ok, status, value: decode(body, { sentAt, at, ageMs, headers }), sentAt, at, ageMs }
    } catch (error) {
      return fail(
        {
          ...known,
          ...(signal.aborted && { name: 'timeout' }),
          code: error instanceof TillkitError ? error.code : undefined,
          detail: String(error),
        },
        sentAt,
        url,
      )
    } finally {
      cancel()
    }
  }
}

/** Half a character, which `encodeURIComponent` throws at, is sent as the sign for one that can't be read. */
const encodeSegment = (id: string): string => encodeURIComponent(id.replace(/\p{Cs}/gu, '\uFFFD'))

const readStarted = ({ id, status, statusCode }: WireStarted): TransactionStatus => ({
  id,
  status: readText(status),
  statusCode: readText(statusCode),
})

type Known = Partial<Failure> & Pick<Failure, 'name'>

/** What an error's body says: imoje's words (inside its wrapper or without), or the shop's own in a problem body. */
function describeError(body: unknown, isProblem: boolean): Partial<Failure> {
  const wrapper = body as { readonly apiErrorResponse?: unknown } | null
  const said = wrapper?.apiErrorResponse ?? body
  if (!isWireError(said)) return {}
  const { errors, amount, currency } = said
  const code = readText(said.code)
  const type = readText(said.type) ?? 'internal'
  const field = readText(said.field)
  return isProblem
    ? {
        name: isProblemType(type) ? type : 'internal',
        readable: true,
        code: type,
        errors: field ? [{ field, message: type }] : [],
        amount: isAmount(amount) ? amount : undefined,
        // It will be written beside the amount, and only real codes can be.
        currency: isCurrency(currency) ? currency : undefined,
      }
    : {
        readable: !!code,
        code,
        detail: readText(said.message),
        errors: Array.isArray(errors) ? errors.flatMap(decodeFieldError) : [],
      }
}

/** An entry of `errors[]`: its shape is not documented, so a text alone is taken too, and what can't be read is nothing. */
function decodeFieldError(entry: unknown): FieldError | readonly FieldError[] {
  const { property, message } = (entry ?? {}) as { readonly property?: unknown; readonly message?: unknown }
  const text = readText(entry) ?? readText(message)
  return text ? { field: readText(property), message: text } : []
}
