import { createHttpGateway } from '@tillkit/core'
import { createPaymentsClient, type PaymentsClient } from '@tillkit/hooks'
import { createFakeClock, createTestBrowser, createTestPage, type FakeClock } from '@tillkit/hooks/testing'
import {
  createMockImoje,
  type BlikPlan,
  type Fault,
  type MockImoje,
  type ScenarioName,
} from '@tillkit/mock-api'
import { createPaymentsHandler, memoryStore } from '@tillkit/server'

export interface StoryShopOptions {
  /** What the mock plays. @defaultValue 'calm' */
  readonly scenario?: ScenarioName
  /** Faults beside the scenario's. @defaultValue none */
  readonly faults?: readonly Fault[]
  /** Minor units. @defaultValue 12_999 */
  readonly amount?: number
  /** Which of imoje's lists the shop asks for. @defaultValue 'service' */
  readonly source?: 'service' | 'get-payment-methods'
  /** The shop's own answer instead of imoje's, as a problem type. */
  readonly problem?: string
  /** The shop's backend never answers. */
  readonly isSilent?: boolean
  /** The shop's record says that the order is paid. */
  readonly isPaid?: boolean
  /** Links to imoje's own page are never made. */
  readonly isLinkSilent?: boolean
  /** What becomes of a payment by BLIK code. @defaultValue confirmed in the app after five seconds */
  readonly blik?: BlikPlan
}

/** A shop in one page: the picker's client, the real handler and the mock behind it, all on one clock that stands still. */
export interface StoryShop {
  readonly client: PaymentsClient
  readonly clock: FakeClock
  readonly mock: MockImoje
  readonly order: { readonly id: string; readonly amount: number; readonly currency: string }
}

const mockOrigin = 'http://127.0.0.1:4010'
const shopOrigin = 'http://shop.test'

export function createStoryShop(options: StoryShopOptions = {}): StoryShop {
  const {
    scenario = 'calm',
    faults = [],
    amount = 12_999,
    source = 'service',
    problem,
    isPaid,
    isSilent,
    isLinkSilent,
    blik,
  } = options
  const clock = createFakeClock()
  const mock = createMockImoje({ scenario, clock, origin: mockOrigin })
  for (const fault of faults) mock.addFault(fault)
  if (blik) mock.setBlik(blik)
  const order = { id: 'A-1001', amount, currency: 'PLN' }
  const handle = createPaymentsHandler({
    imoje: { ...mock.credentials, apiUrl: mockOrigin },
    publicUrl: shopOrigin,
    trustedOrigins: [mockOrigin],
    source,
    // The server would otherwise answer for imoje while it rests, and "check now" would find nothing new.
    gatewayCircuit: false,
    store: memoryStore(clock),
    clock,
    fetch: withDrawnMarks(mock.fetch),
    resolveOrder: () =>
      Promise.resolve({
        ...order,
        customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example' },
        returnUrls: { success: `${shopOrigin}/thanks`, failure: `${shopOrigin}/again` },
      }),
    authorize: () => Promise.resolve(true),
    resolvePayment: () => Promise.resolve({ status: isPaid ? 'paid' : 'none' }),
    onPayment: () => Promise.resolve(),
  })
  const answer = (input: RequestInfo | URL, init?: RequestInit): Promise<Response> =>
    isSilent || (isLinkSilent && new Request(input, init).url.endsWith('/payment-links'))
      ? silence(init?.signal)
      : problem === undefined
        ? handle(new Request(input, init))
        : Promise.resolve(
            Response.json(
              { type: problem },
              { status: 401, headers: { 'content-type': 'application/problem+json' } },
            ),
          )
  const gateway = createHttpGateway({
    endpoint: `${shopOrigin}/api/payments`,
    fetch: answer,
    trustedOrigins: [mockOrigin],
    clock,
  })
  const client = createPaymentsClient({
    gateway,
    clock,
    page: createTestPage(),
    tabs: createTestBrowser().open(),
  })
  return { client, clock, mock, order }
}

const silence = (signal: AbortSignal | null | undefined): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('given up'))))

/** Nothing serves the mock's address here, so its drawings travel inside the list. */
function withDrawnMarks(upstream: typeof fetch): typeof fetch {
  return async (input, init) => {
    const response = await upstream(input, init)
    const text = await response.text()
    let drawn = text
    for (const address of new Set(text.match(/http:\/\/127\.0\.0\.1:4010\/marks\/\w+\.svg/g)))
      drawn = drawn.replaceAll(
        `"${address}"`,
        `"data:image/svg+xml,${encodeURIComponent(await (await upstream(address)).text())}"`,
      )
    const body = response.status === 204 ? null : drawn
    return new Response(body, { status: response.status, headers: response.headers })
  }
}
