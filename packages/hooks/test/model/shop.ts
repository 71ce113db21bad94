import {
  createPaymentsServer,
  memoryStore,
  type PaymentEvent,
  type ServerEvent,
  type SharedStore,
} from '@tillkit/server'
import type { MockImoje } from '@tillkit/mock-api'
import type { WorldClock } from './clock.ts'

export const shopUrl = 'https://shop.test'
export const imojeUrl = 'https://imoje.test'
export const orderId = 'A-1'

/** A small shop: one order, whose cart may change, and its own record of what is paid. */
export interface Shop {
  /** What the order costs now, in minor units. */
  amount: number
  /** What the shop holds for paid, by its own record. */
  paidBy: string | undefined
  /** What it was told. */
  readonly told: PaymentEvent[]
  readonly log: ServerEvent[]
  /** Everything its backend has kept. */
  readonly kept: Map<string, string>
  handle(request: Request): Promise<Response>
}

/** @param upstream carries requests to imoje */
export function createShop(clock: WorldClock, mock: MockImoje, upstream: typeof fetch): Shop {
  const kept = new Map<string, string>()
  const own = memoryStore(clock)
  const store: SharedStore = {
    get: own.get,
    claim: (key, value, ttlMs) => {
      kept.set(key, value)
      return own.claim(key, value, ttlMs)
    },
    set: (key, value, ttlMs) => {
      kept.set(key, value)
      return own.set(key, value, ttlMs)
    },
  }
  const shop: Shop = {
    amount: 12_999,
    paidBy: undefined,
    told: [],
    log: [],
    kept,
    handle: (request) => server.handle(request),
  }
  const server = createPaymentsServer({
    imoje: { ...mock.credentials, apiUrl: imojeUrl },
    publicUrl: shopUrl,
    trustedOrigins: [imojeUrl],
    clock,
    store,
    fetch: upstream,
    resolveOrder: (id) =>
      Promise.resolve(
        id === orderId
          ? {
              amount: shop.amount,
              currency: 'PLN',
              customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.test', locale: 'pl' },
              returnUrls: { success: `${shopUrl}/thanks`, failure: `${shopUrl}/again` },
            }
          : undefined,
      ),
    authorize: () => Promise.resolve(true),
    resolvePayment: () =>
      Promise.resolve(
        shop.paidBy === undefined ? { status: 'none' } : { status: 'paid', transactionId: shop.paidBy },
      ),
    onPayment: (event) => {
      shop.told.push(event)
      if (event.type === 'paid') shop.paidBy = event.transactionId
      return Promise.resolve()
    },
    onEvent: (event) => shop.log.push(event),
  })
  return shop
}
