import type { Clock } from '@tillkit/core'
import { createPaymentsHandler, memoryStore, type ImojeOptions, type ServerEvent } from '@tillkit/server'
import type { ShopConfig } from '../shared/shop-wire.ts'
import { answerShop } from './shop-routes.ts'
import { createShopStore, viewOrder, type ShopStore } from './shop-store.ts'
import { readSession } from './session.ts'

export interface ShopOptions {
  readonly imoje: ImojeOptions
  /** The origin under which browsers reach the shop. */
  readonly publicUrl: string
  /** Origins beside imoje's that a payment may lead to: the imitation's. */
  readonly trustedOrigins: readonly string[]
  readonly clock: Clock
  /** What the page is told at its start. */
  readonly config: () => ShopConfig
  readonly onEvent?: (event: ServerEvent) => void
}

/** The shop's backend: its own routes under `/api/shop`, Tillkit's under `/api/payments`. */
export interface Shop {
  fetch(request: Request): Promise<Response>
  /** Requests for the list of payment methods that came so far. */
  listRequests(): number
  /** Forgets what imoje said, so that a change made in the panel shows at the next list; orders and payments stay. */
  forgetImoje(): void
  /** As new. */
  reset(): void
}

export function createShop({ clock, publicUrl, config, ...options }: ShopOptions): Shop {
  const orders = createShopStore()
  let attempts = memoryStore(clock)
  let listRequests = 0
  const startPayments = (): ((request: Request) => Promise<Response>) =>
    createPaymentsHandler({ ...options, ...hooksOf(orders, publicUrl), publicUrl, clock, store: attempts })
  let payments = startPayments()

  return {
    fetch: (request) => {
      const { pathname } = new URL(request.url)
      if (!pathname.startsWith('/api/payments/')) return answerShop(request, { orders, publicUrl, config })
      if (pathname === '/api/payments/payment-methods') listRequests += 1
      return payments(request)
    },
    listRequests: () => listRequests,
    forgetImoje: () => {
      // What this shop's server had seen of imoje; what it recorded of attempts stays.
      void attempts.set('observed', '', 0)
      payments = startPayments()
    },
    reset: () => {
      orders.clear()
      attempts = memoryStore(clock)
      payments = startPayments()
      listRequests = 0
    },
  }
}

/** What Tillkit's server asks the shop: what an order costs, whose it is, and where its payment stands. */
function hooksOf(
  orders: ShopStore,
  publicUrl: string,
): Pick<
  Parameters<typeof createPaymentsHandler>[0],
  'resolveOrder' | 'authorize' | 'resolvePayment' | 'onPayment'
> {
  return {
    resolveOrder: (orderId, request) => {
      const record = orders.find(orderId)
      if (!record) return Promise.resolve(undefined)
      if (request.method === 'POST') orders.offer(orderId)
      const { total, currency } = viewOrder(record)
      // One address for both: the result page believes the shop's record, not the way it was reached.
      const back = `${publicUrl}/result?order=${encodeURIComponent(orderId)}`
      return Promise.resolve({
        amount: total,
        currency,
        customer: { ...record.customer, locale: record.language },
        returnUrls: { success: back, failure: back },
        title: `Wichrowa ${orderId}`,
      })
    },
    authorize: (request, orderId) => {
      const session = readSession(request)
      return Promise.resolve(session !== undefined && orders.find(orderId)?.session === session)
    },
    resolvePayment: (orderId) => Promise.resolve(orders.find(orderId)?.payment),
    onPayment: (event) => Promise.resolve(orders.takePayment(event)),
  }
}
