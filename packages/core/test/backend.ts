import { createHttpGateway, type HttpGatewayOptions } from '../src/gateway/http-gateway.ts'
import type { LinkRequest, PaymentGateway, PaymentRequest } from '../src/gateway/payment-gateway.ts'
import type { PaymentChannel } from '../src/domain/catalogue.ts'
import { buildChannelId } from '../src/domain/ids.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { mBank } from './facts.ts'

/** One request as it reached the shop's backend. */
export interface Seen {
  readonly url: URL
  readonly init: RequestInit
  readonly headers: Headers
  readonly body: unknown
}

export interface Backend {
  readonly gateway: PaymentGateway
  readonly clock: FakeClock
  readonly seen: Seen[]
}

type Respond = (signal: AbortSignal) => Response | Promise<Response>

/** A gateway over a `fetch` that answers as told; nothing leaves the test. */
export function createBackend(respond: Respond, options: Partial<HttpGatewayOptions> = {}): Backend {
  const clock = createFakeClock()
  const seen: Seen[] = []
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    if (typeof input !== 'string' || !init.signal) throw new Error('The kit gives an address and a signal.')
    seen.push({
      url: new URL(input, 'https://shop.example'),
      init,
      headers: new Headers(init.headers),
      body: typeof init.body === 'string' ? JSON.parse(init.body) : undefined,
    })
    return respond(init.signal)
  }
  const gateway = createHttpGateway({
    endpoint: '/api/payments',
    fetch,
    clock,
    isOnline: () => true,
    ...options,
  })
  return { gateway, clock, seen }
}

export const json = (body: unknown, init: ResponseInit = {}): Response =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'content-type': 'application/json', ...(init.headers as Record<string, string> | undefined) },
  })

/** The shop's own word. */
export const problem = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  json(body, { status, headers: { 'content-type': 'application/problem+json; charset=utf-8', ...headers } })

export const html = (status: number): Response =>
  new Response('<html><body>Oops</body></html>', { status, headers: { 'content-type': 'text/html' } })

/** An answer that never comes, until it is given up. */
export const never = (signal: AbortSignal): Promise<Response> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason))
  })

/** An answer whose body begins and doesn't end, until it is given up. */
export const neverEnding = (signal: AbortSignal, status = 200): Response =>
  new Response(
    new ReadableStream({
      start: (body) => {
        body.enqueue(new TextEncoder().encode('{"service":'))
        signal.addEventListener('abort', () => body.error(signal.reason))
      },
    }),
    { status },
  )

/** An answer whose connection breaks in the middle of its body. */
export const broken = (status = 200): Response => {
  let started = false
  const body = new ReadableStream({
    pull: (stream) => {
      if (started) stream.error(new TypeError('terminated'))
      else stream.enqueue(new TextEncoder().encode('{"service":'))
      started = true
    },
  })
  return new Response(body, { status })
}

export const order = { id: 'A-1001', amount: 12_999, currency: 'PLN' }

export const channelOf = (method: string, code: string): PaymentChannel => ({
  ...mBank,
  id: buildChannelId(method, code),
  method,
  code,
})

export const pay = (method = 'pbl', code = 'mtransfer'): PaymentRequest => ({
  order,
  channel: channelOf(method, code),
  idempotencyKey: 'key-1',
})

/** A link offered instead of a channel that failed. */
export const link = (): LinkRequest => ({ order, visibleMethod: ['pbl', 'card'], idempotencyKey: 'key-1' })

/** imoje's answer to a new transaction that is paid on a page. */
export const started = (action: unknown = { type: 'redirect', url: 'https://paywall.imoje.pl/pay/1' }) => ({
  transaction: { id: 't-1', status: 'new', statusCode: null },
  action,
})
