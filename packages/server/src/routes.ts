import type { Clock } from '@tillkit/core'
import type { AttemptRecord } from './attempt-record.ts'
import type { Emit, Redact } from './events.ts'
import type { ImojeClient } from './imoje-client.ts'
import { decodeTransactionAnswer } from './imoje-wire.ts'
import type { MethodList } from './method-list.ts'
import type { TakeNotification } from './notifications.ts'
import { refuseForeignOrigin } from './origin-guard.ts'
import type { ReadOrderPayment } from './order-payment.ts'
import type { ShopHooks, ShopOrder } from './order-port.ts'
import type { PaymentsRoute, RefuseTooMany } from './rate-limit.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'
import { readBytes, readJson } from './request-body.ts'
import {
  decodeKey,
  decodeLinkDraft,
  decodeListQuery,
  decodeOrderId,
  decodeTransactionDraft,
  type PaymentDraft,
} from './request-fields.ts'
import type { Settlement } from './settlement.ts'
import type { StartPayment } from './start-payment.ts'
import { readFailure } from './upstream-reply.ts'

export interface RouteParts {
  readonly basePath: string
  readonly publicUrl: string
  readonly hooks: ShopHooks
  readonly record: AttemptRecord
  readonly client: ImojeClient
  readonly methods: MethodList
  readonly settlement: Settlement
  readonly startPayment: StartPayment
  readonly readOrderPayment: ReadOrderPayment
  readonly takeNotification: TakeNotification
  readonly refuseTooMany: RefuseTooMany
  readonly clock: Clock
  readonly emit: Emit
  readonly redact: Redact
}

/** imoje's notifications carry the payer's data and a cart, so they may be longer than a browser's bodies. In bytes. */
const notificationLimit = 64 * 1024

interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
  readonly name: PaymentsRoute | ((url: URL) => PaymentsRoute)
  /** @param part the path's variable part, as it came */
  answer(request: Request, url: URL, part: string): Promise<Reply>
}

/** Finds a request's route and answers it. Rejects with a {@link Refusal}. */
export function createRoutes(parts: RouteParts): (request: Request) => Promise<Reply> {
  const { hooks, record, client, redact } = parts

  const authorize = async (request: Request, orderId: string): Promise<void> => {
    if (!(await hooks.authorize(request, orderId))) throw new Refusal('unauthenticated')
  }
  const loadOrder = async (request: Request, orderId: string): Promise<ShopOrder> => {
    const order = await hooks.resolveOrder(orderId, request)
    if (!order) throw new Refusal('invalid-request', { status: 404, field: 'orderId' })
    return order
  }
  const pay =
    (decode: (body: unknown, headers: Headers) => PaymentDraft) =>
    async (request: Request): Promise<Reply> => {
      refuseForeignOrigin(request, parts.publicUrl)
      const draft = decode(await readJson(request, parts.clock), request.headers)
      await authorize(request, draft.orderId)
      return parts.startPayment(draft, () => loadOrder(request, draft.orderId))
    }

  const routes: readonly Route[] = [
    {
      method: 'GET',
      path: /^\/payment-methods$/,
      name: ({ searchParams }) => (searchParams.has('fresh') ? 'fresh-list' : 'list'),
      answer: async (request, url) => {
        const query = decodeListQuery(url.searchParams)
        await authorize(request, query.orderId)
        return parts.methods.read(await loadOrder(request, query.orderId), query)
      },
    },
    {
      method: 'POST',
      path: /^\/transactions$/,
      name: 'start-transaction',
      answer: pay(decodeTransactionDraft),
    },
    { method: 'POST', path: /^\/payment-links$/, name: 'make-link', answer: pay(decodeLinkDraft) },
    {
      method: 'GET',
      path: /^\/transactions\/([\w-]{1,100})$/,
      name: 'read-transaction',
      answer: async (request, _, id) => {
        const place = await record.find(id)
        if (place?.by !== 'transaction') throw new Refusal('invalid-request', { status: 404, field: 'id' })
        await authorize(request, place.orderId)
        const answer = readFailure(await client.getTransaction(id), redact)
        if ('refusal' in answer) throw answer.refusal
        if ('reply' in answer) return answer.reply
        const { status, headers, body } = answer.success
        const read = decodeTransactionAnswer(body)
        if (!read) {
          parts.emit({ type: 'contract-broken', call: 'get-transaction' })
          throw new Refusal('internal')
        }
        const attempt = (await record.list(place.orderId)).find(({ n }) => n === place.n)
        if (attempt) await parts.settlement.observe(attempt, read.transaction)
        return { status, headers: pickHeaders(headers), body: read.cut }
      },
    },
    {
      method: 'GET',
      path: /^\/orders\/([^/]+)\/payment$/,
      name: 'read-payment',
      answer: async (request, url, part) => {
        const orderId = decodeOrderId(decodePart(part))
        const key = url.searchParams.get('key')
        await authorize(request, orderId)
        const body = await (key === null
          ? parts.readOrderPayment(orderId)
          : parts.readOrderPayment(orderId, decodeKey(key, 'key')))
        return { status: 200, headers: {}, body }
      },
    },
    {
      method: 'POST',
      path: /^\/notifications$/,
      name: 'notify',
      answer: async (request) =>
        parts.takeNotification(
          await readBytes(request, notificationLimit, parts.clock),
          request.headers.get('x-imoje-signature'),
        ),
    },
  ]

  return async (request) => {
    const url = new URL(request.url)
    const path = url.pathname.startsWith(`${parts.basePath}/`)
      ? url.pathname.slice(parts.basePath.length)
      : ''
    const here = routes.filter((route) => route.path.test(path))
    const route = here.find(({ method }) => method === request.method)
    if (here.length === 0) throw new Refusal('invalid-request', { status: 404, field: 'path' })
    if (!route) {
      const allow = here.map(({ method }) => method).join(', ')
      throw new Refusal('invalid-request', { status: 405, field: 'method', headers: { allow } })
    }
    await parts.refuseTooMany(request, typeof route.name === 'string' ? route.name : route.name(url))
    return route.answer(request, url, route.path.exec(path)?.[1] ?? '')
  }
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
