import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Fault } from './index.ts'
import { testShop } from './shop.test.helper.ts'

const made = async (shop: ReturnType<typeof testShop>) => (await shop.state()).transactions.length

it('meets only what fits its match', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: { route: 'create-transaction', method: 'pbl', code: 'ipko' }, status: 500 })
  expect((await shop.transaction()).status).toBe(200)
  expect((await shop.transaction({ paymentMethodCode: 'ipko' })).status).toBe(500)
  expect((await shop.link()).status).toBe(200)
})

it('meets a payment link by its only visible method and its preselected channel', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: { method: 'card', code: 'ecom3ds' }, status: 500 })
  expect((await shop.link({ visibleMethod: ['card'] })).status).toBe(200)
  expect((await shop.link({ visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' })).status).toBe(500)
})

it('leaves the hosted page alone unless it is named', async () => {
  const shop = testShop()
  const { action } = await shop.started()
  shop.mock.addFault({ match: {}, status: 503 })
  expect((await shop.mock.fetch(action.url)).status).toBe(200)
  shop.mock.addFault({ match: { route: 'hosted-page' }, status: 502 })
  expect((await shop.mock.fetch(action.url)).status).toBe(502)
})

it('wears out after its times, and goes when cleared', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: {}, status: 500, times: 1 })
  expect((await shop.transaction()).status).toBe(500)
  expect((await shop.transaction()).status).toBe(200)
  shop.mock.addFault({ match: {}, status: 500 })
  shop.mock.clearFaults()
  expect((await shop.transaction()).status).toBe(200)
})

it('draws its chance from the seed, and 0 never meets anything', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: {}, status: 500, probability: 0 })
  expect((await shop.transaction()).status).toBe(200)
  shop.mock.clearFaults()
  shop.mock.addFault({ match: {}, status: 500, probability: 0.5 })
  const statuses: number[] = []
  for (let count = 0; count < 40; count += 1) statuses.push((await shop.transaction()).status)
  expect(new Set(statuses)).toEqual(new Set([200, 500]))
})

it.each<[string, Fault, number, string | null, string]>([
  [
    'a status alone brings the error body',
    { match: {}, status: 429, headers: { 'Retry-After': '7' } },
    429,
    '7',
    'MOCK-ERROR-42900',
  ],
  ['a JSON body replaces it', { match: {}, status: 503, body: { code: 'mine' } }, 503, null, 'mine'],
])('%s', async (_, fault, status, retryAfter, code) => {
  const shop = testShop()
  shop.mock.addFault(fault)
  const answer = await shop.transaction()
  const body = await answer.text()
  expect(answer.status).toBe(status)
  expect(answer.headers.get('retry-after')).toBe(retryAfter)
  expect(body).toContain(`"code":"${code}"`)
  expect(await made(shop)).toBe(0)
})

it('lays headers over a real answer', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: {}, headers: { Age: '30' } })
  const answer = await shop.transaction()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('age')).toBe('30')
})

it('carries the request out first when asked to', async () => {
  const shop = testShop()
  shop.mock.addFault({ match: {}, status: 500, processed: true })
  expect((await shop.transaction()).status).toBe(500)
  expect(await made(shop)).toBe(1)
})

describe('a dropped connection', () => {
  it('rejects as fetch does, before anything was made', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: {}, drop: 'connect' })
    await expect(shop.transaction()).rejects.toThrow(TypeError)
    expect(await made(shop)).toBe(0)
    expect(shop.mock.journal()).toMatchObject([{ route: 'create-transaction', status: null }])
  })

  it('can come after the transaction was made', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: {}, drop: true, processed: true })
    await expect(shop.transaction()).rejects.toThrow(TypeError)
    expect(await made(shop)).toBe(1)
  })

  it('can cut the body in the middle of a real answer', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: {}, drop: 'body' })
    const answer = await shop.transaction()
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow(TypeError)
    expect(await made(shop)).toBe(1)
  })
})

describe('a silent or slow answer', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  const settledSoon = async (promise: Promise<unknown>) => {
    let settled = false
    promise.finally(() => (settled = true)).catch(() => {})
    await vi.advanceTimersByTimeAsync(0)
    return () => settled
  }

  it('hangs until the caller gives up', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: {}, hang: true })
    const abort = new AbortController()
    const asked = shop.mock.fetch('https://x.test/v1/merchant/any/service/any', { signal: abort.signal })
    const settled = await settledSoon(asked)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(settled()).toBe(false)
    abort.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    expect(shop.mock.journal()[0]?.status).toBe(null)
  })

  it('waits its delay, and the transaction is made meanwhile', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: { route: 'create-transaction' }, delayMs: 5_000 })
    const asked = shop.transaction()
    const settled = await settledSoon(asked)
    await vi.advanceTimersByTimeAsync(4_999)
    expect(settled()).toBe(false)
    expect(await made(shop)).toBe(1)
    await vi.advanceTimersByTimeAsync(1)
    expect((await asked).status).toBe(200)
  })

  it('gives up a delay with its caller', async () => {
    const shop = testShop()
    shop.mock.addFault({ match: {}, status: 500, delayMs: 5_000 })
    const asked = shop.mock.fetch('https://x.test/v1/any', { signal: AbortSignal.abort(new Error('gone')) })
    await expect(asked).rejects.toThrow('gone')
    const abort = new AbortController()
    const later = shop.mock.fetch('https://x.test/v1/any', { signal: abort.signal })
    await settledSoon(later)
    abort.abort(new Error('too long'))
    await expect(later).rejects.toThrow('too long')
    expect(vi.getTimerCount()).toBe(0)
  })
})
