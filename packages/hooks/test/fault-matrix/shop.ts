import type { OrderPayment } from '@tillkit/core'
import { testRows } from '../../src/testing/test-gateway.ts'
import type { FakeClock } from '../../src/testing/fake-clock.ts'
import { faults, type FaultName } from './faults.ts'

/** What is asked of the shop's backend (contract A). */
export type RequestKind = 'list' | 'pay' | 'link' | 'transaction' | 'order'

export interface SeenRequest {
  readonly kind: RequestKind
  readonly url: URL
  readonly key: string | null
  readonly body: string | undefined
  readonly at: number
}

/** A shop's backend, as far as bytes go: all is well unless something is broken. */
export interface Shop {
  readonly fetch: typeof fetch
  readonly seen: SeenRequest[]
  /** What its record says of the attempt, and imoje of the transaction. */
  readonly knows: {
    record: OrderPayment['status']
    transaction: { status: string; statusCode?: string }
  }
  /** From now on this happens to requests of a kind; `times` as often, or until it is mended. */
  break(kind: RequestKind, fault: FaultName, times?: number): void
  mend(kind: RequestKind): void
  /** Answers of a kind stay under way until the returned function is called. */
  hold(kind: RequestKind): () => void
}

/** Where a payment leads to. */
export const bankPage = 'https://paywall.imoje.pl/pay/t-1'
export const imojePage = 'https://paywall.imoje.pl/s/l-1'

export function createShop(clock: FakeClock): Shop {
  const broken = new Map<RequestKind, { fault: FaultName; times: number }>()
  const held = new Map<RequestKind, Promise<void>>()
  const seen: SeenRequest[] = []
  const knows: Shop['knows'] = { record: 'pending', transaction: { status: 'pending' } }

  const well: Record<RequestKind, (body: string | undefined) => unknown> = {
    list: () => ({
      service: { paymentMethods: testRows.map((row) => ({ isActive: true, isOnline: true, ...row })) },
    }),
    pay: (body) =>
      body?.includes('"blikCode"')
        ? { transaction: { id: 't-1', status: 'pending', statusCode: null }, action: null }
        : { transaction: { id: 't-1', status: 'new' }, action: { url: bankPage, method: 'GET' } },
    link: () => ({ payment: { id: 'l-1', url: imojePage } }),
    transaction: () => ({ transaction: { id: 't-1', ...knows.transaction } }),
    order: () => ({ status: knows.record }),
  }

  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const { signal, body } = init
    if (typeof input !== 'string' || !signal) throw new Error('The kit gives an address and a signal.')
    const url = new URL(input, 'https://shop.example')
    const text = typeof body === 'string' ? body : undefined
    const kind = kindOf(url, init.method)
    const key = new Headers(init.headers).get('idempotency-key')
    seen.push({ kind, url, key, body: text, at: clock.now() })
    const { fault, times } = broken.get(kind) ?? { fault: '200', times: 1 }
    if (times === 1) broken.delete(kind)
    else broken.set(kind, { fault, times: times - 1 })
    await held.get(kind)
    // Of a payment that has just begun nobody knows the end.
    if (text !== undefined && fault === '200')
      Object.assign(knows, { record: 'pending', transaction: { status: 'pending' } })
    const answer = (): Response =>
      Response.json(well[kind](text), { status: init.method === 'POST' ? 201 : 200 })
    return faults[fault](answer, signal)
  }

  return {
    fetch,
    seen,
    knows,
    break: (kind, fault, times = Infinity) => void broken.set(kind, { fault, times }),
    mend: (kind) => void broken.delete(kind),
    hold: (kind) => {
      let release = (): void => undefined
      held.set(
        kind,
        new Promise<void>((resolve) => {
          release = resolve
        }),
      )
      return () => {
        held.delete(kind)
        release()
      }
    },
  }
}

function kindOf({ pathname }: URL, method = 'GET'): RequestKind {
  const [, kind] = routes.find(([route]) => route.test(`${method} ${pathname}`)) ?? []
  if (kind) return kind
  throw new Error(`Contract A has no route for ${method} ${pathname}.`)
}

const routes: readonly (readonly [RegExp, RequestKind])[] = [
  [/^GET .*\/payment-methods$/, 'list'],
  [/^POST .*\/transactions$/, 'pay'],
  [/^POST .*\/payment-links$/, 'link'],
  [/^GET .*\/transactions\/[^/]+$/, 'transaction'],
  [/^GET .*\/orders\/[^/]+\/payment$/, 'order'],
]
