import {
  type ControlState,
  createMockImoje,
  type FieldError,
  type MockImoje,
  type MockImojeOptions,
} from './index.ts'

/** A moment every test starts at, so that nothing depends on the day it runs. */
export const startAt: number = Date.UTC(2026, 4, 6, 12)

export interface WireTransaction {
  readonly id: string
  readonly status: string
  readonly statusCodeDescription?: string
  readonly payment: { readonly id: string }
}
export interface WireAction {
  readonly type: string
  readonly url: string
  readonly method: string
  readonly contentType: string
  readonly contentBodyRaw: string
  readonly title: string
}
export interface WirePayment {
  readonly id: string
  readonly url: string
}
export interface WireRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly currency: string
  readonly isActive: boolean
  readonly isOnline: boolean
  readonly transactionLimits: Record<'minTransaction' | 'maxTransaction', { readonly value: number }>
  readonly paymentMethodCodeImage: readonly [{ readonly png: string }]
}
export interface WireGroup {
  readonly label: string
  readonly isOnline: boolean
  readonly channels: readonly { paymentMethod: string; paymentMethodCode: string; isOnline: boolean }[]
}
export interface WireRefusal {
  readonly code: string
  readonly message: string
  readonly instance: Record<string, unknown>
  readonly errors: readonly FieldError[]
}

type Change = Readonly<Record<string, unknown>>

/** A shop that talks to a mock of its own and keeps the notifications it gets. */
export interface TestShop {
  readonly mock: MockImoje
  readonly notifications: { readonly to: string; readonly signature: string; readonly rawBody: string }[]
  /** What the shop answers to the next notifications; without one it takes them. */
  readonly answers: (() => Response | Promise<Response>)[]
  api(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>
  list(): Promise<WireRow[]>
  groups(asked: Change): Promise<WireGroup[]>
  transaction(change?: Change, headers?: Record<string, string>): Promise<Response>
  started(change?: Change): Promise<{ transaction: WireTransaction; action: WireAction }>
  read(transactionId: string): Promise<WireTransaction>
  link(change?: Change): Promise<Response>
  linked(change?: Change): Promise<WirePayment>
  press(url: string, form: Record<string, string>): Promise<Response>
  control(method: string, path: string, body?: unknown): Promise<Response>
  state(): Promise<ControlState>
}

export async function refusalOf(answer: Response): Promise<WireRefusal> {
  return ((await answer.json()) as { apiErrorResponse: WireRefusal }).apiErrorResponse
}

export function testShop(options: MockImojeOptions = {}): TestShop {
  const notifications: TestShop['notifications'] = []
  const answers: TestShop['answers'] = []
  const mock = createMockImoje({
    clock: { now: () => startAt },
    fetch: async (input, init) => {
      const request = new Request(input, init)
      notifications.push({
        to: request.url,
        signature: request.headers.get('x-imoje-signature') ?? '',
        rawBody: await request.text(),
      })
      return answers.shift()?.() ?? Response.json({ status: 'ok' })
    },
    ...options,
  })
  const { merchantId, serviceId, token } = mock.credentials
  const sent = (body: unknown) =>
    body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
  const shop: TestShop = {
    mock,
    notifications,
    answers,
    api: (method, path, body, headers) =>
      mock.fetch(`https://api.imoje.test/v1/merchant/${merchantId}/${path}`, {
        method,
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
        ...sent(body),
      }),
    async list() {
      const body = (await (await shop.api('GET', `service/${serviceId}`)).json()) as ServiceBody
      return body.service.paymentMethods
    },
    async groups(asked) {
      const answer = await shop.api('POST', `service/${serviceId}/get-payment-methods`, asked)
      return (await answer.json()) as WireGroup[]
    },
    transaction: (change, headers) =>
      shop.api('POST', 'transaction', transactionOf(serviceId, change), headers),
    async started(change) {
      return (await (await shop.transaction(change)).json()) as Awaited<ReturnType<TestShop['started']>>
    },
    async read(id) {
      const body = (await (await shop.api('GET', `transaction/${id}`)).json()) as {
        transaction: WireTransaction
      }
      return body.transaction
    },
    link: (change) => shop.api('POST', 'payment', { ...order, serviceId, ...change }),
    async linked(change) {
      return ((await (await shop.link(change)).json()) as { payment: WirePayment }).payment
    },
    press: (url, form) => mock.fetch(url, { method: 'POST', body: new URLSearchParams(form) }),
    control: (method, path, body) =>
      mock.fetch(`https://api.imoje.test/__control/${path}`, { method, ...sent(body) }),
    async state() {
      return (await (await shop.control('GET', 'state')).json()) as ControlState
    },
  }
  return shop
}

interface ServiceBody {
  readonly service: { readonly paymentMethods: WireRow[] }
}

const order = {
  amount: 19_900,
  currency: 'PLN',
  orderId: 'A-1001',
  successReturnUrl: 'https://shop.test/paid',
  failureReturnUrl: 'https://shop.test/not-paid',
  notificationUrl: 'http://127.0.0.1:8123/notifications',
  customer: { firstName: 'Ada', lastName: 'Łuk', email: 'ada@example.test', locale: 'en' },
}

/** The body that starts a payment of order A-1001 with mBank, changed as given. */
export function transactionOf(serviceId: string, change: Change = {}): object {
  return {
    ...order,
    serviceId,
    type: 'sale',
    paymentMethod: 'pbl',
    paymentMethodCode: 'mtransfer',
    ...change,
  }
}
