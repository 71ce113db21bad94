import type { Clock } from '@tillkit/core'
import type { Emit, ImojeCall } from './events.ts'

/** What came back from imoje. */
export type UpstreamAnswer =
  | Exchange
  /** Not asked, because imoje is known to be away: nothing was sent. `forMs` is left of the pause, in milliseconds. */
  | { readonly outcome: 'held'; readonly forMs: number }

/** What became of a request. A body that is no JSON is missing. */
type Exchange =
  | {
      readonly outcome: 'answered'
      readonly status: number
      readonly headers: Headers
      readonly body: unknown
    }
  /** `unsent`: refused before anything was sent; `lost`: sent perhaps, answered never. */
  | { readonly outcome: 'unsent' | 'timeout' | 'lost' }

/** imoje's REST API, as far as a checkout needs it. Its promises never reject, and it shows its token to nobody. */
export interface ImojeClient {
  getService(): Promise<UpstreamAnswer>
  getPaymentMethods(query: Readonly<Record<string, unknown>>): Promise<UpstreamAnswer>
  createTransaction(body: Readonly<Record<string, unknown>>, key: string): Promise<UpstreamAnswer>
  createPayment(body: Readonly<Record<string, unknown>>, key: string): Promise<UpstreamAnswer>
  getTransaction(id: string): Promise<UpstreamAnswer>
  getPayment(id: string): Promise<UpstreamAnswer>
  cancelPayment(id: string): Promise<UpstreamAnswer>
}

export interface ImojeClientOptions {
  readonly imoje: { readonly merchantId: string; readonly serviceId: string; readonly token: string }
  readonly apiBase: string
  readonly fetch: typeof fetch
  readonly clock: Clock
  readonly emit: Emit
}

/** How long an answer is waited for, in milliseconds. Reference: time-outs of imoje's own plugins. */
const listTimeoutMs = 5_000
const paymentTimeoutMs = 10_000

export function createImojeClient({ imoje, apiBase, fetch, clock, emit }: ImojeClientOptions): ImojeClient {
  const { merchantId, serviceId, token } = imoje
  const base = `${apiBase}/${encodeURIComponent(merchantId)}`
  const service = `/service/${encodeURIComponent(serviceId)}`

  const send = async (
    call: ImojeCall,
    path: string,
    timeoutMs: number,
    post?: { readonly body: object; readonly key?: string },
  ): Promise<Exchange> => {
    const sentAt = clock.now()
    const timeout = new AbortController()
    const cancel = clock.setTimer(() => timeout.abort(), timeoutMs)
    const answer = await exchange(fetch, base + path, {
      ...(post && { method: 'POST', body: JSON.stringify(post.body) }),
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        ...(post && { 'content-type': 'application/json' }),
        ...(post?.key !== undefined && { 'idempotency-key': post.key }),
      },
      // A redirect would carry the payment, and perhaps the token, to an address nobody chose.
      redirect: 'error',
      signal: timeout.signal,
    })
    cancel()
    emit({ type: 'upstream', call, ...describe(answer), tookMs: clock.now() - sentAt })
    return answer
  }
  const idPath = (kind: string, id: string): string => `/${kind}/${encodeURIComponent(id)}`

  return {
    getService: () => send('get-service', service, listTimeoutMs),
    getPaymentMethods: (body) =>
      send('get-payment-methods', `${service}/get-payment-methods`, listTimeoutMs, { body }),
    createTransaction: (body, key) =>
      send('create-transaction', '/transaction', paymentTimeoutMs, { body: { serviceId, ...body }, key }),
    createPayment: (body, key) =>
      send('create-payment', '/payment', paymentTimeoutMs, { body: { serviceId, ...body }, key }),
    getTransaction: (id) => send('get-transaction', idPath('transaction', id), paymentTimeoutMs),
    getPayment: (id) => send('get-payment', idPath('payment', id), paymentTimeoutMs),
    cancelPayment: (paymentId) =>
      send('cancel-payment', '/payment/cancel', paymentTimeoutMs, { body: { serviceId, paymentId } }),
  }
}

async function exchange(send: typeof fetch, url: string, init: RequestInit): Promise<Exchange> {
  try {
    const response = await send(url, init)
    const text = await response.text()
    return { outcome: 'answered', status: response.status, headers: response.headers, body: parse(text) }
  } catch (error) {
    if (init.signal?.aborted) return { outcome: 'timeout' }
    return { outcome: wasRefused(error) ? 'unsent' : 'lost' }
  }
}

/** Codes of Node's errors that come before a connection stands. */
const refusedCodes: ReadonlySet<unknown> = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
])

function wasRefused(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  return ('code' in error && refusedCodes.has(error.code)) || wasRefused(error.cause)
}

function describe(
  answer: Exchange,
): { outcome: Exchange['outcome'] } & { status?: number; traceId?: string } {
  if (answer.outcome !== 'answered') return { outcome: answer.outcome }
  const traceId = answer.headers.get('x-trace-id')
  return { outcome: 'answered', status: answer.status, ...(traceId === null ? {} : { traceId }) }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
