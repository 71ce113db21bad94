import { createHttpGateway } from '@tillkit/core'
import { createPaymentsClient, type PaymentsClient, type PaymentsClientOptions } from '@tillkit/hooks'
import {
  createFakeClock,
  createTestBrowser,
  createTestPage,
  type FakeClock,
  type TestPage,
} from '@tillkit/hooks/testing'
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
  /** Ids of channels that imoje says are offline. @defaultValue those of the scenario */
  readonly offline?: readonly string[]
  /** Minor units. @defaultValue 12_999 */
  readonly amount?: number
  /** @defaultValue 'PLN' */
  readonly currency?: string
  /** Which of imoje's lists the shop asks for. @defaultValue 'service' */
  readonly source?: 'service' | 'get-payment-methods'
  /** The shop's own answer instead of imoje's, as a problem type. */
  readonly problem?: string
  /** What of the shop's backend never answers. */
  readonly silent?: 'everything' | 'transactions' | 'payment-links'
  /** The shop's record says that the order is paid. */
  readonly isPaid?: boolean
  /** What becomes of a payment by BLIK code. @defaultValue confirmed in the app after five seconds */
  readonly blik?: BlikPlan
  /** The images of methods and banks: `plain` ones have no letters, whose font would be the machine's. @defaultValue 'lettered' */
  readonly marks?: 'lettered' | 'plain' | 'none'
  /** What the shop tells its client. */
  readonly client?: Pick<PaymentsClientOptions, 'overrides' | 'supportsChannel' | 'fallback'>
}

/** A shop in one page: the picker's client, the real handler and the mock behind it, all on one clock that stands still. */
export interface StoryShop {
  readonly client: PaymentsClient
  readonly clock: FakeClock
  readonly mock: MockImoje
  /** The browser's page it is shown on. */
  readonly page: TestPage
  readonly order: { readonly id: string; readonly amount: number; readonly currency: string }
}

const mockOrigin = 'http://127.0.0.1:4010'
const shopOrigin = 'http://shop.test'

export function createStoryShop(options: StoryShopOptions = {}): StoryShop {
  const {
    scenario = 'calm',
    faults = [],
    offline = [],
    amount = 12_999,
    currency = 'PLN',
    source = 'service',
    problem,
    isPaid,
    silent,
    blik,
    marks = 'lettered',
  } = options
  const clock = createFakeClock()
  const mock = createMockImoje({
    scenario,
    clock,
    origin: mockOrigin,
    // What imoje tells the shop would leave the page; these shops say for themselves whether they are paid.
    fetch: () => Promise.resolve(Response.json({ status: 'ok' })),
  })
  for (const fault of faults) mock.addFault(fault)
  for (const [method = '', code = ''] of offline.map((id) => id.split('/')))
    mock.setChannel(method, code, { isOnline: false })
  if (blik) mock.setBlik(blik)
  const order = { id: 'A-1001', amount, currency }
  const handle = createPaymentsHandler({
    imoje: { ...mock.credentials, apiUrl: mockOrigin },
    publicUrl: shopOrigin,
    trustedOrigins: [mockOrigin],
    source,
    // The server would otherwise answer for imoje while it rests, and "check now" would find nothing new.
    gatewayCircuit: false,
    store: memoryStore(clock),
    clock,
    fetch: withDrawnMarks(mock.fetch, marks),
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
    silent === 'everything' || (silent && new Request(input, init).url.endsWith(`/${silent}`))
      ? silence(init?.signal)
      : problem === undefined
        ? withStream(new Request(input, init)).then(handle)
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
  const page = createTestPage()
  const client = createPaymentsClient({
    // Whatever the visitor's own device can.
    supportsChannel: () => true,
    ...options.client,
    gateway,
    clock,
    page,
    tabs: createTestBrowser().open(),
  })
  return { client, clock, mock, page, order }
}

/** The server reads a request's `body`, which Firefox's own requests don't have. */
async function withStream(request: Request): Promise<Request> {
  if ('body' in Request.prototype) return request
  const { body } = new Response(await request.clone().arrayBuffer())
  return Object.defineProperty(request, 'body', { value: body })
}

const silence = (signal: AbortSignal | null | undefined): Promise<Response> =>
  new Promise((_, reject) => signal?.addEventListener('abort', () => reject(new Error('given up'))))

/** Each is drawn once for all shops of a page. */
const drawings = new Map<string, Promise<string>>()

/** Nothing serves the mock's address here, so its drawings travel inside the list. */
function withDrawnMarks(upstream: typeof fetch, marks: NonNullable<StoryShopOptions['marks']>): typeof fetch {
  const draw = async (address: string): Promise<string> => {
    if (marks === 'none') return ''
    const drawing = drawings.get(address) ?? upstream(address).then((response) => response.text())
    drawings.set(address, drawing)
    const letters = marks === 'plain' ? /<text[^]*<\/text>/ : ''
    return `data:image/svg+xml,${encodeURIComponent((await drawing).replace(letters, ''))}`
  }
  return async (input, init) => {
    const response = await upstream(input, init)
    const text = await response.text()
    let drawn = text
    for (const address of new Set(text.match(/http:\/\/127\.0\.0\.1:4010\/marks\/\w+\.svg/g)))
      drawn = drawn.replaceAll(`"${address}"`, `"${await draw(address)}"`)
    const body = response.status === 204 ? null : drawn
    return new Response(body, { status: response.status, headers: response.headers })
  }
}
