import { createMockImoje, type ScenarioName } from '@tillkit/mock-api'
import { createPaymentsServer, memoryStore, type PaymentsServer } from '@tillkit/server'
import { createFrontDoor, type FrontDoor } from './front-door.ts'
import { orders } from './orders.ts'

/** The shop's backend over an imoje in memory: this app checks server rendering and tabs, not payments. */
export interface Shop {
  readonly door: FrontDoor
  readonly loadCatalogue: PaymentsServer['loadCatalogue']
  setScenario(name: ScenarioName): void
}

/** Next.js bundles pages and routes apart: a module of each would be another shop, so the one there is hangs on the process. */
const held: typeof globalThis & { ssrShop?: Shop | undefined } = globalThis

export const openShop = (publicUrl: string): Shop => (held.ssrShop ??= createShop(publicUrl))

/** The next request finds another shop, as new. */
export function closeShop(): void {
  held.ssrShop?.door.setShut(false)
  held.ssrShop = undefined
}

function createShop(publicUrl: string): Shop {
  const mock = createMockImoje({ scenario: 'bank-flagged' })
  const { handle, loadCatalogue } = createPaymentsServer({
    imoje: { ...mock.credentials, apiUrl: 'https://mock-imoje.invalid' },
    publicUrl,
    store: memoryStore(),
    fetch: mock.fetch,
    // What pages and tabs spare imoje is counted here, so the server spares it nothing.
    gatewayCircuit: false,
    resolveOrder: async (orderId) => {
      const order = orders.find(({ id }) => id === orderId)
      return (
        order && {
          amount: order.amount,
          currency: order.currency,
          customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@example.com' },
          returnUrls: { success: `${publicUrl}/away`, failure: `${publicUrl}/away` },
        }
      )
    },
    // Everybody may see these orders, but whose session is over.
    authorize: async (request) => !/\bsession=over\b/.test(request.headers.get('cookie') ?? ''),
    resolvePayment: async () => ({ status: 'none' }),
    onPayment: async () => undefined,
  })
  return { door: createFrontDoor(handle), loadCatalogue, setScenario: mock.setScenario }
}
