import { createTestClock, testCredentials, testOrder, type TestClock } from '../fake-shop.test.kit.ts'
import { createPaymentsHandler } from '../handler.ts'
import type { PaymentsHandlerOptions } from '../options.ts'
import type { ShopPayment } from '../order-port.ts'
import type { BenchOptions } from './bench.ts'
import { runChecks, type Result } from './run-checks.ts'

/** The imitation as far as the kit needs it. */
export interface Imitation {
  readonly fetch: typeof fetch
  readonly origin: string
}

export type Handler = (request: Request) => Promise<Response>

export const shopOrigin = 'https://shop.example'
export const cookie = 'session=ada'

/** A shop whose every order but those of others costs the same; it knows its shoppers by a cookie and keeps a log. */
export interface GoodShop {
  readonly handle: Handler
  readonly log: string[]
}

export function createGoodShop(
  clock: TestClock,
  imitation: Imitation,
  change: Partial<PaymentsHandlerOptions> = {},
): GoodShop {
  const payments = new Map<string, ShopPayment>()
  const log: string[] = []
  const handle = createPaymentsHandler({
    imoje: testCredentials,
    publicUrl: shopOrigin,
    trustedOrigins: [imitation.origin],
    clock,
    resolveOrder: (orderId) => Promise.resolve(orderId.startsWith('A-') ? testOrder : undefined),
    authorize: (request, orderId) =>
      Promise.resolve(request.headers.get('cookie') === cookie && orderId.startsWith('A-')),
    resolvePayment: (orderId) => Promise.resolve(payments.get(orderId) ?? { status: 'none' }),
    onPayment: ({ type, orderId, transactionId }) => {
      if (type === 'paid') payments.set(orderId, { status: 'paid', transactionId })
      return Promise.resolve()
    },
    onEvent: (event) => log.push(JSON.stringify(event)),
    ...change,
    fetch: untilAborted(change.fetch ?? imitation.fetch),
  })
  return { handle, log }
}

/** Node holds a Request's signal weakly, so what hangs in this process may never hear that its caller has given up. */
const untilAborted =
  (send: typeof fetch): typeof fetch =>
  (input, init) =>
    new Promise((resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(new Error('aborted')))
      send(input, init).then(resolve, reject)
    })

export const manyOrders: readonly string[] = Array.from({ length: 150 }, (_, n) => `A-${n}`)

/** What the checks are given to find a shop and the imitation behind it, in this process. */
export function buildBenchOptions(
  clock: TestClock,
  imitation: Imitation,
  shop: GoodShop,
  letOthersGo: () => Promise<unknown>,
): BenchOptions {
  return {
    endpoint: `${shopOrigin}/api/payments`,
    mock: imitation.origin,
    orders: manyOrders,
    amount: testOrder.amount,
    currency: testOrder.currency,
    foreignOrder: 'B-1',
    cookie,
    origin: shopOrigin,
    credentials: testCredentials,
    fetch: (input, init) => {
      const request = new Request(input, init)
      return request.url.startsWith(shopOrigin) ? shop.handle(request) : imitation.fetch(request)
    },
    pause: async (ms) => {
      // What has been asked gets as far as it can before time goes on.
      for (let turn = 0; turn < 5; turn++) await letOthersGo()
      clock.advance(ms)
    },
    readLog: () => Promise.resolve(shop.log.join('\n')),
  }
}

/** A store that is younger than the longest attempt never says that a key is unused. */
export async function letStoreAge(clock: TestClock, { handle }: { readonly handle: Handler }): Promise<void> {
  await handle(new Request(`${shopOrigin}/api/payments`))
  clock.advance(17 * 60_000)
}

export async function collect(options: BenchOptions, only?: string): Promise<readonly Result[]> {
  const results: Result[] = []
  for await (const result of runChecks(options, only)) results.push(result)
  return results
}

export { createTestClock, testCredentials }
