import * as z from 'zod/mini'
import { nameStatus, type AnswerName } from '../availability/response-policy.ts'
import { resolvePaymentRoute } from '../domain/payment-route.ts'
import { isProblemType } from '../domain/problem.ts'
import { TillkitError } from '../domain/errors.ts'
import { systemClock, type Clock } from '../time/clock.ts'
import type { Answer, Failure, FieldError, Timed } from './answer.ts'
import { decodeCatalogue } from './decode.ts'
import { createOriginGuard } from './origin-guard.ts'
import { decodePaymentAction, followable } from './payment-action.ts'
import type { PaymentGateway, PaymentRequest, StartedPayment } from './payment-gateway.ts'
import { readRetryAfter, readSeconds } from './headers.ts'
import {
  errorBody,
  errorEntry,
  linkAnswer,
  orderPaymentAnswer,
  problemBody,
  transactionAnswer,
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
  /** How long an answer is waited for, in milliseconds. @defaultValue list 8 s, pay 20 s, others 8 s */
  readonly timeoutsMs?: Partial<typeof defaultTimeoutsMs>
  /** The longest that a rest told by the shop's breaker is believed, in milliseconds. @defaultValue 30 min */
  readonly longestRestMs?: number
  /** Whether the browser believes it is online. @defaultValue `navigator.onLine` */
  readonly isOnline?: () => boolean
}

const defaultTimeoutsMs = { list: 8_000, pay: 20_000, other: 8_000 }

/**
 * Speaks contract A over HTTP. Its promises never reject: whatever happens is an {@link Answer}.
 * @throws TillkitError `options-invalid`
 */
export function createHttpGateway(options: HttpGatewayOptions): PaymentGateway {
  const { endpoint } = options
  if (!endpoint || typeof endpoint !== 'string')
    throw new TillkitError(
      'options-invalid',
      "endpoint must be the address of your backend: '/api/payments'.",
    )
  const guard = createOriginGuard(options.trustedOrigins)
  const timeouts = { ...defaultTimeoutsMs, ...options.timeoutsMs }
  const send = createSender(options)

  const post = (
    path: string,
    { order, idempotencyKey }: PaymentRequest,
    body: object,
  ): [string, RequestInit, number] => [
    path,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
      body: JSON.stringify({
        orderId: order.id,
        ...body,
        expectedAmount: order.amount,
        expectedCurrency: order.currency,
      }),
    },
    timeouts.pay,
  ]

  return {
    key: endpoint,

    listPaymentMethods: ({ order, locale, fresh }) => {
      const device = globalThis.matchMedia?.('(pointer: coarse)').matches ? 'mobile' : 'desktop'
      const query = new URLSearchParams({ orderId: order.id, device, locale, ...(fresh && { fresh: '1' }) })
      return send([`/payment-methods?${query}`, {}, timeouts.list], (body, { sentAt, at, headers }) =>
        decodeCatalogue(body, {
          currency: order.currency,
          requestedAt: sentAt,
          arrivedAt: at,
          ageMs: readSeconds(headers.get('age')) ?? 0,
          longestRestMs: options.longestRestMs ?? 30 * 60_000,
          guard,
        }),
      )
    },

    startPayment: (request) => {
      const { method: paymentMethod, code: paymentMethodCode } = request.channel
      const route = resolvePaymentRoute(paymentMethod, paymentMethodCode)
      if (route.by === 'transaction')
        return send(
          post('/transactions', request, { paymentMethod, paymentMethodCode }),
          (body): StartedPayment => {
            const { transaction, action } = z.parse(transactionAnswer, body)
            const next = decodePaymentAction(action, guard)
            if (!next && !isOver(transaction.status))
              throw new TillkitError(
                'contract-broken',
                'A payment that needs a page came without an address.',
              )
            return { ...transaction, action: next }
          },
        )
      const { by: _, ...link } = route
      return send(post('/payment-links', request, link), (body): StartedPayment => {
        const { id, url } = z.parse(linkAnswer, body).payment
        return { id, action: { type: 'redirect', method: 'GET', url: followable(url, guard) } }
      })
    },

    getOrderPayment: ({ orderId, idempotencyKey }) => {
      const query = idempotencyKey ? `?${new URLSearchParams({ key: idempotencyKey })}` : ''
      return send([`/orders/${encodeURIComponent(orderId)}/payment${query}`, {}, timeouts.other], (body) =>
        z.parse(orderPaymentAnswer, body),
      )
    },
  }
}

type Send = <Value>(
  request: readonly [path: string, init: RequestInit, timeoutMs: number],
  decode: (body: unknown, context: Timed & { readonly headers: Headers }) => Value,
) => Promise<Answer<Value>>

function createSender({ endpoint, clock = systemClock, isOnline, ...options }: HttpGatewayOptions): Send {
  return async ([path, init, timeoutMs], decode) => {
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
    try {
      const response = await (options.fetch ?? fetch)(endpoint.replace(/\/$/, '') + path, { ...init, signal })
      const { status, headers } = response
      const body = parseJson(await response.text())
      const traceId = headers.get('x-trace-id') ?? undefined
      if (!response.ok)
        return fail(nameStatus(status), {
          status,
          traceId,
          retryAfterMs: readRetryAfter(headers),
          ...(headers.get('content-type')?.startsWith('application/problem+json')
            ? describeProblem(body)
            : describeError(body)),
        })
      const at = clock.now()
      try {
        return { ok: true, status, value: decode(body, { sentAt, at, headers }), sentAt, at }
      } catch (error) {
        const code = error instanceof TillkitError ? error.code : 'contract-broken'
        return fail('unreadable', { status, traceId, code, detail: String(error) })
      }
    } catch (error) {
      return fail(signal.aborted ? 'timeout' : 'lost', { detail: String(error) })
    } finally {
      cancel()
    }
  }
}

/** The shop's own word: a type we don't know is a failure of its own. */
function describeProblem(body: unknown): Partial<Failure> {
  const { data } = z.safeParse(problemBody, body)
  const { type = '', field, amount, currency } = data ?? {}
  return {
    name: isProblemType(type) ? type : 'internal',
    readable: !!data,
    code: type,
    errors: field ? [{ field, message: type }] : [],
    amount,
    currency,
  }
}

/** imoje's word; the shape of the entries in `errors` is not documented. */
function describeError(body: unknown): Partial<Failure> {
  const { data } = z.safeParse(
    errorBody,
    (body as { apiErrorResponse?: unknown } | undefined)?.apiErrorResponse ?? body,
  )
  const errors = (data?.errors ?? []).flatMap((entry): FieldError[] => {
    const read = z.safeParse(errorEntry, entry).data
    if (!read) return []
    return [typeof read === 'string' ? { message: read } : { field: read.property, message: read.message }]
  })
  return { readable: !!data, code: data?.code, detail: data?.message, errors }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isOver = (status: string | undefined): boolean => status === 'rejected' || status === 'error'
