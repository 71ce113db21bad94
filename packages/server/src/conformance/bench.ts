import { readAnswer, type Answer } from './answer.ts'
import { createMockControl, type JournalEntry, type MockControl } from './mock-control.ts'
import { sign, type MockCredentials } from './sign.ts'

export interface BenchOptions {
  /** Where the backend serves contract A, such as `http://127.0.0.1:3000/api/payments`. */
  readonly endpoint: string
  /** Where the imitation of imoje listens that the backend was given for imoje. */
  readonly mock: string
  /** Unpaid orders of the caller; each check takes the next, so that what one leaves behind doesn't meet another. */
  readonly orders: readonly string[]
  /** What each of them costs, in minor units. */
  readonly amount: number
  readonly currency: string
  /** An order the caller may not see. */
  readonly foreignOrder: string
  /** The caller's. */
  readonly cookie?: string
  /** The origin of the shop's pages. */
  readonly origin: string
  /** Those the backend was given for the imitation. */
  readonly credentials: MockCredentials
  /** Reaches the backend and the imitation. Rejects when there is no answer in good time. */
  readonly fetch: typeof fetch
  readonly pause: (ms: number) => Promise<void>
  /** What the backend has logged so far. */
  readonly readLog?: () => Promise<string>
}

/** What a check works with: a shopper's browser before the backend, and imoje's end behind it. */
export interface Bench extends Omit<BenchOptions, 'mock' | 'fetch' | 'orders' | 'endpoint'> {
  readonly mock: MockControl
  /** The order this check may use up. */
  readonly orderId: string
  /** Every answer of the backend's so far, of earlier checks too. */
  readonly answers: readonly Answer[]
  /** Asks as the shopper's browser does. A header that is `undefined` is left out. */
  ask(path: string, init?: AskInit): Promise<Answer>
  list(query?: string): Promise<Answer>
  /** Starts a payment at a bank, or what is given. */
  pay(change?: object, key?: string): Promise<Answer>
  link(change?: object, key?: string): Promise<Answer>
  /** The fields both of them send. */
  readonly expected: object
  payment(key?: string): Promise<Answer>
  /** Sends a notification as imoje does, signed unless told otherwise. */
  notify(transaction: object, signature?: (body: string) => Promise<string | undefined>): Promise<Answer>
  /** What has reached imoje since this check began. */
  sent(route: 'create-transaction' | 'create-payment' | 'any'): Promise<readonly JournalEntry[]>
}

export interface AskInit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string | undefined>>
  readonly body?: string
}

export const newKey = (): string => crypto.randomUUID()

/** @param answers where every answer is kept */
export function createBench(options: BenchOptions, orderId: string, answers: Answer[]): Bench {
  const { endpoint, amount, currency, cookie, origin, credentials } = options
  const mock = createMockControl(options.mock, options.fetch)
  const expected = { orderId, expectedAmount: amount, expectedCurrency: currency }

  const send = async (path: string, method: string, headers: AskInit['headers'], body?: string) => {
    const given = Object.entries(headers ?? {}).flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    )
    const init = { method, headers: Object.fromEntries(given), ...(body !== undefined && { body }) }
    const response = await options.fetch(endpoint + path, { ...init, redirect: 'manual' })
    const answer = await readAnswer(`${method} ${path.replace(/\?.*/, '')}`, response)
    answers.push(answer)
    return answer
  }
  const ask: Bench['ask'] = (path, { method = 'GET', headers, body } = {}) =>
    send(path, method, { cookie, ...(method === 'POST' && { origin }), ...headers }, body)
  const post = (path: string, body: object, key: string): Promise<Answer> => {
    const headers = { 'content-type': 'application/json', 'idempotency-key': key }
    return ask(path, { method: 'POST', headers, body: JSON.stringify({ ...expected, ...body }) })
  }

  return {
    ...options,
    mock,
    orderId,
    answers,
    expected,
    ask,
    list: (query = '') =>
      ask(`/payment-methods?orderId=${encodeURIComponent(orderId)}&device=desktop&locale=en${query}`),
    pay: (change = {}, key = newKey()) => post('/transactions', { ...bank, ...change }, key),
    link: (change = {}, key = newKey()) =>
      post('/payment-links', { visibleMethod: ['card'], ...change }, key),
    payment: (key) =>
      ask(`/orders/${encodeURIComponent(orderId)}/payment${key === undefined ? '' : `?key=${key}`}`),
    notify: async (transaction, signature = (body) => sign(body, credentials)) => {
      const sale = { type: 'sale', serviceId: credentials.serviceId, orderId, amount, currency, ...bank }
      const body = JSON.stringify({ transaction: { ...sale, ...transaction } })
      const headers = { 'content-type': 'application/json', 'x-imoje-signature': await signature(body) }
      return send('/notifications', 'POST', headers, body)
    },
    sent: async (route) =>
      (await mock.journal()).filter((entry) =>
        route === 'any' ? entry.route !== 'hosted-page' : entry.route === route && entry.orderId === orderId,
      ),
  }
}

/** What a payment is started with. */
export interface Subject {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly blikCode?: string
}

/** Two banks, which are paid on a page, and what charges at once. */
export const bank: Subject = { paymentMethod: 'pbl', paymentMethodCode: 'mtransfer' }
export const otherBank: Subject = { paymentMethod: 'pbl', paymentMethodCode: 'ipko' }
/** Six digits that stand for nothing else, so that they are found wherever they were written down. */
export const blikCode = '805317'
export const blik: Subject = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode }
