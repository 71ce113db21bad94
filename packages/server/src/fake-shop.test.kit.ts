import type { Clock } from '@tillkit/core'
import type { ServerEvent } from './events.ts'
import { createPaymentsServer, type PaymentsServer } from './handler.ts'
import type { PaymentsHandlerOptions } from './options.ts'
import type { PaymentEvent, ShopOrder, ShopPayment } from './order-port.ts'

/** A clock that only moves when told to. */
export interface TestClock extends Clock {
  advance(ms: number): void
}

export function createTestClock(start = Date.parse('2026-11-22T12:00:00Z')): TestClock {
  let now = start
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  return {
    now: () => now,
    setTimer: (run, ms) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (ms) => {
      now += ms
      for (const timer of [...timers].filter(({ at }) => at <= now)) {
        timers.delete(timer)
        timer.run()
      }
    },
  }
}

export const testOrder: ShopOrder = {
  amount: 12_999,
  currency: 'PLN',
  customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example', locale: 'pl' },
  returnUrls: { success: 'https://shop.example/thanks', failure: 'https://shop.example/again' },
  title: 'Order A-1',
}

export const testCredentials = {
  merchantId: 'merchant-of-tests',
  serviceId: '00000000-aaaa-4bbb-8ccc-000000000009',
  serviceKey: 'service-key-of-tests',
  token: 'token-of-tests',
}

/** A shop with one order, `A-1`, and a shopper who may see all but `FOREIGN`. */
export interface FakeShop {
  readonly server: PaymentsServer
  readonly clock: TestClock
  /** What the shop charges now; nothing when there is no such order. */
  order: ShopOrder | undefined
  payment: ShopPayment | undefined
  readonly told: PaymentEvent[]
  readonly events: ServerEvent[]
  /** Everything that left the shop, as text: statuses, headers, bodies. */
  readonly said: string[]
  /** What `onPayment` does beside noting the event. */
  onPayment: (event: PaymentEvent) => Promise<void>
  send(path: string, init?: RequestInit): Promise<Response>
  get(path: string): Promise<Response>
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>
  /** Pays order `A-1` at mBank, or by what is given. */
  pay(key: string, body?: Readonly<Record<string, unknown>>): Promise<Response>
  link(key: string, body?: Readonly<Record<string, unknown>>): Promise<Response>
}

export function createFakeShop(
  upstream: typeof fetch,
  options: Partial<PaymentsHandlerOptions> & { readonly clock?: TestClock } = {},
): FakeShop {
  const clock = options.clock ?? createTestClock()
  const expected = { orderId: 'A-1', expectedAmount: testOrder.amount, expectedCurrency: testOrder.currency }
  const shop: FakeShop = {
    clock,
    order: testOrder,
    payment: { status: 'none' },
    told: [],
    events: [],
    said: [],
    onPayment: () => Promise.resolve(),
    server: createPaymentsServer({
      imoje: testCredentials,
      trustedOrigins: ['https://mock.test'],
      publicUrl: 'https://shop.example',
      resolveOrder: () => Promise.resolve(shop.order),
      authorize: (_, orderId) => Promise.resolve(orderId !== 'FOREIGN'),
      resolvePayment: () => Promise.resolve(shop.payment),
      onPayment: async (event) => {
        shop.told.push(event)
        await shop.onPayment(event)
      },
      fetch: upstream,
      onEvent: (event) => shop.events.push(event),
      ...options,
      clock,
    }),
    send: async (path, init) => {
      const answer = await shop.server.handle(new Request(`https://shop.example/api/payments${path}`, init))
      const text = await answer.clone().text()
      shop.said.push(`${answer.status} ${JSON.stringify([...answer.headers])} ${text}`)
      return answer
    },
    get: (path) => shop.send(path),
    post: (path, body, headers = {}) =>
      shop.send(path, {
        method: 'POST',
        headers: { 'content-type': 'application/json', origin: 'https://shop.example', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    pay: (key, body = {}) =>
      shop.post(
        '/transactions',
        { ...expected, paymentMethod: 'pbl', paymentMethodCode: 'mtransfer', ...body },
        { 'idempotency-key': key },
      ),
    link: (key, body = {}) =>
      shop.post(
        '/payment-links',
        { ...expected, visibleMethod: ['card'], preselectMethodCode: 'ecom3ds', ...body },
        { 'idempotency-key': key },
      ),
  }
  return shop
}
