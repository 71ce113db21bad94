import type { SharedStore } from '../shared-store.ts'
import type { ShopOrder } from '../order-port.ts'
import type { TestClock } from '../fake-shop.test.kit.ts'
import {
  shopOrigin,
  testCredentials,
  type createGoodShop,
  type GoodShop,
  type Handler,
  type Imitation,
} from './good-shop.test.kit.ts'
import { sign } from './sign.ts'

/** Makes a backend with one thing wrong out of the good one. */
export type Deviant = (world: World) => GoodShop

/** A deviant with the checks that find it: these, and no other. */
export interface DeviantShop {
  readonly found: readonly string[]
  readonly make: Deviant
}

export const finding = (found: readonly string[], make: Deviant): DeviantShop => ({ found, make })

export interface World {
  readonly clock: TestClock
  readonly imitation: Imitation
  readonly good: (change?: Parameters<typeof createGoodShop>[2]) => GoodShop
}

export type Json = Readonly<Record<string, unknown>>

/** Answers as the good one, and then changes the answer. */
export const answering =
  (change: (answer: Response, request: Request) => Response | Promise<Response>): Deviant =>
  ({ good }) => {
    const { handle, log } = good()
    return { log, handle: async (request) => change(await handle(request.clone()), request) }
  }

/** Changes the request, and then answers as the good one. */
export const asking =
  (change: (request: Request) => Request | Promise<Request>): Deviant =>
  ({ good }) => {
    const { handle, log } = good()
    return { log, handle: async (request) => handle(await change(request)) }
  }

/** Is the good one, but for what it sends to imoje. */
export const sending =
  (send: (request: Request, imitation: Imitation) => Promise<Response>): Deviant =>
  ({ good, imitation }) =>
    good({ fetch: (input, init) => send(new Request(input, init), imitation) })

/** Is the good one, but the shop believes what the browser's body says of its order. */
export const believing =
  (change: (said: Json) => Partial<ShopOrder>, prepare: (request: Request) => Promise<Request>): Deviant =>
  ({ good }) => {
    let said: Json = {}
    const { handle, log } = good({ resolveOrder: () => Promise.resolve({ ...order, ...change(said) }) })
    return {
      log,
      handle: async (request) => {
        const body = parse(await request.clone().text())
        said = isObject(body) ? body : {}
        return handle(await prepare(request))
      },
    }
  }

/** Hears what imoje answers, and adds it to its own answer. */
export const repeating =
  (change: (answer: Response, imojes: string) => Response | Promise<Response>): Deviant =>
  ({ good, imitation }) => {
    let imojes = ''
    const { handle, log } = good({
      fetch: async (input, init) => {
        const answer = await imitation.fetch(input, init)
        imojes = await answer.clone().text()
        return answer
      },
    })
    return {
      log,
      handle: async (request) => {
        imojes = ''
        return change(await handle(request), imojes)
      },
    }
  }

/** Starts a payment though the good one refuses it for this reason: a shop that remembers nothing starts it instead. */
export const overlooking =
  (reason: string): Deviant =>
  ({ good }) => {
    const { handle, log } = good()
    const forgetfulShops = new Map<string, Handler>()
    return {
      log,
      handle: async (request) => {
        const answer = await handle(request.clone())
        if (!isStart(request) || !(await answer.clone().text()).includes(reason)) return answer
        const key = request.headers.get('idempotency-key') ?? ''
        const shop = forgetfulShops.get(key) ?? good().handle
        forgetfulShops.set(key, shop)
        return shop(request)
      },
    }
  }

/** A store that forgets some of its entries at once. */
export const forgetful = (store: SharedStore, forgets: RegExp): SharedStore => ({
  ...store,
  get: (key) => (forgets.test(key) ? Promise.resolve(undefined) : store.get(key)),
})

/** A POST with another body, where that is an object. */
export async function withBody(request: Request, change: (body: Json) => Json): Promise<Request> {
  if (request.method !== 'POST') return request
  const text = await request.clone().text()
  const read = parse(text)
  const body = isObject(read) ? JSON.stringify(change(read)) : text
  return new Request(request.url, { method: 'POST', headers: request.headers, body })
}

export async function withJson(answer: Response, change: (body: Json) => unknown): Promise<Response> {
  const text = await answer.text()
  const read = parse(text)
  const { status, headers } = answer
  return new Response(isObject(read) ? JSON.stringify(change(read)) : text, { status, headers })
}

export function withHeaders(answer: Response, change: (headers: Headers) => void): Response {
  const headers = new Headers(answer.headers)
  change(headers)
  return new Response(answer.body, { status: answer.status, headers })
}

export async function signed(request: Request): Promise<Request> {
  const body = await request.clone().text()
  const headers = new Headers(request.headers)
  headers.set('x-imoje-signature', await sign(body, testCredentials))
  return new Request(request.url, { method: 'POST', headers, body })
}

export const without = (body: Json, name: string): Json =>
  Object.fromEntries(Object.entries(body).filter(([each]) => each !== name))

export const pathOf = ({ url }: Request): string => new URL(url).pathname
export const isStart = (request: Request): boolean =>
  request.method === 'POST' && /\/(transactions|payment-links)$/.test(pathOf(request))
/** Whether it starts a payment at imoje. */
export const isCreation = (request: Request): boolean =>
  request.method === 'POST' && /\/(transaction|payment)$/.test(pathOf(request))
export const isNotification = (request: Request): boolean => pathOf(request).endsWith('/notifications')
export const isImojesError = ({ status, headers }: Response): boolean =>
  status >= 400 && headers.get('content-type') === 'application/json'
export const isProblem = ({ headers }: Response): boolean =>
  headers.get('content-type') === 'application/problem+json'
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const noStore = { 'cache-control': 'no-store' }

/** What each of the shop's orders costs, whoever asks. */
export const order: ShopOrder = {
  amount: 12_999,
  currency: 'PLN',
  customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example', locale: 'pl' },
  returnUrls: { success: `${shopOrigin}/thanks`, failure: `${shopOrigin}/again` },
}
