import * as z from 'zod/mini'
import { nameStatus } from '../availability/response-policy.ts'
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
  const endpoint = checkEndpoint(options.endpoint)
  const guard = createOriginGuard(options.trustedOrigins)
  const timeouts = { ...defaultTimeoutsMs, ...options.timeoutsMs }
  const send = createSender(options)
  const post = (path: string, request: PaymentRequest, body: object): RequestInit & { path: string } => ({
    path,
    method: 'POST',
    headers: { 'content-type': 'application/json', 'idempotency-key': request.idempotencyKey },
    body: JSON.stringify({
      orderId: request.order.id,
      ...body,
      expectedAmount: request.order.amount,
      expectedCurrency: request.order.currency,
    }),
  })

  return {
    key: endpoint,

    listPaymentMethods: ({ order, locale, fresh }) => {
      const query = new URLSearchParams({ orderId: order.id, device: device(), locale })
      if (fresh) query.set('fresh', '1')
      return send(`${endpoint}/payment-methods?${query}`, {}, timeouts.list, (body, context) =>
        decodeCatalogue(body, {
          currency: order.currency,
          requestedAt: context.sentAt,
          arrivedAt: context.at,
          ageMs: readSeconds(context.headers.get('age')) ?? 0,
          longestRestMs: options.longestRestMs ?? 30 * 60_000,
          guard,
        }),
      )
    },

    startPayment: (request) => {
      const { method, code } = request.channel
      const route = resolvePaymentRoute(method, code)
      if (route.by === 'transaction') {
        const { path, ...init } = post('/transactions', request, {
          paymentMethod: method,
          paymentMethodCode: code,
        })
        return send(endpoint + path, init, timeouts.pay, (body): StartedPayment => {
          const { transaction, action } = z.parse(transactionAnswer, body)
          const next = decodePaymentAction(action, guard)
          if (!next && !isOver(transaction.status))
            throw new TillkitError('contract-broken', 'A payment that needs a page came without an address.')
          return {
            id: transaction.id,
            ...(transaction.status === undefined ? {} : { status: transaction.status }),
            ...(transaction.statusCode === undefined ? {} : { statusCode: transaction.statusCode }),
            ...(next && { action: next }),
          }
        })
      }
      const { visibleMethod, preselectMethodCode } = route
      const { path, ...init } = post('/payment-links', request, { visibleMethod, preselectMethodCode })
      return send(endpoint + path, init, timeouts.pay, (body): StartedPayment => {
        const { payment } = z.parse(linkAnswer, body)
        return {
          id: payment.id,
          action: { type: 'redirect', method: 'GET', url: followable(payment.url, guard) },
        }
      })
    },

    getOrderPayment: ({ orderId, idempotencyKey }) => {
      const query = idempotencyKey === undefined ? '' : `?${new URLSearchParams({ key: idempotencyKey })}`
      const path = `${endpoint}/orders/${encodeURIComponent(orderId)}/payment${query}`
      return send(path, {}, timeouts.other, (body) => {
        const { status, transactionId } = z.parse(orderPaymentAnswer, body)
        return transactionId === undefined ? { status } : { status, transactionId }
      })
    },
  }
}

interface AnswerContext extends Timed {
  readonly headers: Headers
}

type Send = <Value>(
  url: string,
  init: RequestInit,
  timeoutMs: number,
  decode: (body: unknown, context: AnswerContext) => Value,
) => Promise<Answer<Value>>

function createSender(options: HttpGatewayOptions): Send {
  const clock = options.clock ?? systemClock
  const isOnline = options.isOnline ?? (() => globalThis.navigator?.onLine !== false)

  return async (url, init, timeoutMs, decode) => {
    const sentAt = clock.now()
    const failed = (name: Failure['name'], more: Partial<Failure> = {}): Failure => ({
      ok: false,
      name,
      readable: false,
      errors: [],
      ...more,
      sentAt,
      at: clock.now(),
    })
    if (!isOnline()) return failed('offline')

    const timeout = new AbortController()
    const cancel = clock.setTimer(() => timeout.abort(), timeoutMs)
    try {
      const response = await (options.fetch ?? fetch)(url, { ...init, signal: timeout.signal })
      const text = await response.text()
      const body = parseJson(text)
      if (!response.ok) return failed(...describeFailure(response, body))
      const context = { sentAt, at: clock.now(), headers: response.headers }
      try {
        return { ok: true, status: response.status, value: decode(body, context), sentAt, at: context.at }
      } catch (error) {
        return failed('unreadable', { status: response.status, detail: describe(error, response) })
      }
    } catch (error) {
      return failed(timeout.signal.aborted ? 'timeout' : 'lost', { detail: { message: String(error) } })
    } finally {
      cancel()
    }
  }
}

function describeFailure(response: Response, body: unknown): [Failure['name'], Partial<Failure>] {
  const { status, headers } = response
  const retryAfterMs = readRetryAfter(headers)
  const common = { status, ...(retryAfterMs === undefined ? {} : { retryAfterMs }) }
  const problem = z.safeParse(problemBody, body)
  if (headers.get('content-type')?.startsWith('application/problem+json')) {
    const { type, amount, currency, field } = problem.success ? problem.data : { type: 'internal' }
    return [
      isProblemType(type) ? type : 'internal',
      {
        ...common,
        readable: problem.success,
        detail: { code: type, ...(field === undefined ? {} : { message: field }), ...traceOf(response) },
        order: {
          ...(amount === undefined ? {} : { amount }),
          ...(currency === undefined ? {} : { currency }),
        },
      },
    ]
  }
  const read = z.safeParse(errorBody, body)
  if (!read.success) return [nameStatus(status), { ...common, detail: traceOf(response) }]
  const error = 'apiErrorResponse' in read.data ? read.data.apiErrorResponse : read.data
  return [
    nameStatus(status),
    {
      ...common,
      readable: true,
      errors: decodeErrors(error.errors),
      detail: {
        code: error.code,
        ...(error.message === undefined ? {} : { message: error.message }),
        ...traceOf(response),
      },
    },
  ]
}

const decodeErrors = (entries: readonly unknown[] = []): readonly FieldError[] =>
  entries.flatMap((entry) => {
    const read = z.safeParse(errorEntry, entry)
    if (!read.success) return []
    const { property, message } = read.data
    return [property === undefined ? { message } : { field: property, message }]
  })

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const traceOf = (response: Response): { traceId?: string } => {
  const traceId = response.headers.get('x-trace-id')
  return traceId === null ? {} : { traceId }
}

const describe = (error: unknown, response: Response): NonNullable<Failure['detail']> => ({
  code: error instanceof TillkitError ? error.code : 'contract-broken',
  message: error instanceof Error ? error.message : String(error),
  ...traceOf(response),
})

const isOver = (status: string | undefined): boolean => status === 'rejected' || status === 'error'

const device = (): 'mobile' | 'desktop' =>
  globalThis.matchMedia?.('(pointer: coarse)').matches ? 'mobile' : 'desktop'

function checkEndpoint(endpoint: string): string {
  if (typeof endpoint !== 'string' || endpoint === '')
    throw new TillkitError(
      'options-invalid',
      "endpoint must be the address of your backend's payment routes: write '/api/payments'.",
    )
  return endpoint.replace(/\/+$/, '')
}
