import { afterEach, describe, expect, it } from 'vitest'
import { createMockImoje, type Fault, type MockImoje } from './index.ts'
import { createMockServer } from './node-server.ts'
import { transactionOf } from './shop.test.helper.ts'

interface Transport {
  readonly mock: MockImoje
  readonly origin: string
  readonly send: typeof fetch
}

const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()))
})

const transports: [string, () => Promise<Transport>][] = [
  [
    'the fetch function',
    () => {
      const mock = createMockImoje()
      return Promise.resolve({ mock, origin: 'https://api.imoje.test', send: mock.fetch })
    },
  ],
  [
    'the Node server',
    async () => {
      const { mock, origin, close } = await createMockServer()
      closers.push(close)
      return { mock, origin, send: fetch }
    },
  ],
]

describe.each(transports)('through %s', (_, start) => {
  const setUp = async (...faults: Fault[]) => {
    const { mock, origin, send } = await start()
    for (const fault of faults) mock.addFault(fault)
    const { merchantId, serviceId, token } = mock.credentials
    const ask = (path: string, init: RequestInit = {}) =>
      send(`${origin}/v1/merchant/${merchantId}/${path}`, {
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        ...init,
      })
    const payWith = (paymentMethod: string, paymentMethodCode: string, init: RequestInit = {}) =>
      ask('transaction', {
        method: 'POST',
        body: JSON.stringify(
          transactionOf(serviceId, { paymentMethod, paymentMethodCode, notificationUrl: undefined }),
        ),
        ...init,
      })
    return {
      mock,
      list: (init?: RequestInit) => ask(`service/${serviceId}`, init),
      pay: (init?: RequestInit) => payWith('pbl', 'mtransfer', init),
      payWith,
      made: async () => {
        const state = await mock.fetch('https://api.imoje.test/__control/state')
        return ((await state.json()) as { transactions: unknown[] }).transactions.length
      },
    }
  }

  it('answers a status with the error body, and headers beside it', async () => {
    const { pay, made } = await setUp({ match: {}, status: 503, headers: { 'Retry-After': '7' } })
    const answer = await pay()
    expect(answer.status).toBe(503)
    expect(answer.headers.get('retry-after')).toBe('7')
    expect(await answer.json()).toMatchObject({ apiErrorResponse: { code: 'MOCK-ERROR-50300' } })
    expect(await made()).toBe(0)
  })

  it('answers HTML with 200', async () => {
    const { pay } = await setUp({ match: {}, status: 200, body: '<h1>Maintenance</h1>' })
    const answer = await pay()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toMatch(/^text\/html/)
    expect(await answer.text()).toBe('<h1>Maintenance</h1>')
  })

  it('answers JSON that breaks off with 200', async () => {
    const { pay } = await setUp({ match: {}, status: 200, body: '{"transaction":{"id":"' })
    const answer = await pay()
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/)
    await expect(answer.json()).rejects.toThrow(SyntaxError)
  })

  it('answers JSON of another shape with 200', async () => {
    const { list } = await setUp({ match: {}, body: { service: null } })
    expect(await (await list()).json()).toEqual({ service: null })
  })

  it('lays headers over a real answer', async () => {
    const { pay, made } = await setUp({ match: {}, headers: { Age: '30' } })
    const answer = await pay()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('age')).toBe('30')
    expect(await made()).toBe(1)
  })

  it('answers late', async () => {
    const { pay, made } = await setUp({ match: {}, delayMs: 60 })
    const askedAt = performance.now()
    expect((await pay()).status).toBe(200)
    // A timer may come a millisecond early by this clock.
    expect(performance.now() - askedAt).toBeGreaterThan(55)
    expect(await made()).toBe(1)
  })

  it.each<[string, Fault, number]>([
    ['before the request is carried out', { match: {}, drop: true }, 0],
    ['after it is carried out', { match: {}, drop: 'connect', processed: true }, 1],
  ])('drops the connection %s', async (_, fault, transactions) => {
    const { mock, pay, made } = await setUp(fault)
    await expect(pay()).rejects.toThrow(TypeError)
    expect(mock.journal()).toMatchObject([{ route: 'create-transaction', status: null }])
    expect(await made()).toBe(transactions)
  })

  it('drops the connection in the body', async () => {
    const { pay, made } = await setUp({ match: {}, drop: 'body' })
    const answer = await pay()
    expect(answer.status).toBe(200)
    expect(answer.headers.get('x-trace-id')).not.toBeNull()
    await expect(answer.text()).rejects.toThrow(TypeError)
    expect(await made()).toBe(1)
  })

  it('refuses the connection: nothing arrives', async () => {
    const { mock, pay, made } = await setUp({ match: {}, drop: 'refuse', times: 1 })
    await expect(pay()).rejects.toThrow(TypeError)
    expect(mock.journal()).toEqual([])
    expect(await made()).toBe(0)
    expect((await pay()).status).toBe(200)
  })

  it.each<[string, Fault, number]>([
    ['with nothing carried out', { match: {}, hang: true }, 0],
    ['with the request carried out', { match: {}, hang: true, processed: true }, 1],
  ])('hangs until the caller gives up, %s', async (_, fault, transactions) => {
    const { mock, pay, made } = await setUp(fault)
    const patience = new AbortController()
    const asked = pay({ signal: patience.signal })
    asked.catch(() => {})
    await expect.poll(() => mock.journal().length).toBe(1)
    await expect.poll(made).toBe(transactions)
    patience.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
    expect(mock.journal()).toMatchObject([{ status: null }])
  })

  it('wears out after its times', async () => {
    const { pay } = await setUp({ match: {}, status: 500, times: 2 })
    const statuses = [(await pay()).status, (await pay()).status, (await pay()).status]
    expect(statuses).toEqual([500, 500, 200])
  })

  it('meets the same requests by chance as any other run of its seed', async () => {
    const run = async (transport: Awaited<ReturnType<typeof setUp>>) => {
      const statuses: number[] = []
      for (let count = 0; count < 20; count += 1) statuses.push((await transport.list()).status)
      return statuses
    }
    const chance: Fault = { match: {}, status: 500, probability: 0.5 }
    const statuses = await run(await setUp(chance))
    expect(new Set(statuses)).toEqual(new Set([200, 500]))
    const other = createMockImoje()
    other.addFault(chance)
    const { merchantId, serviceId, token } = other.credentials
    const list = () =>
      other.fetch(`https://x.test/v1/merchant/${merchantId}/service/${serviceId}`, {
        headers: { authorization: `Bearer ${token}` },
      })
    const again: number[] = []
    for (let count = 0; count < 20; count += 1) again.push((await list()).status)
    expect(again).toEqual(statuses)
  })

  it.each<[string, Fault['match'], [number, number, number, number]]>([
    ['everything', {}, [500, 500, 500, 500]],
    ['a route', { route: 'get-service' }, [500, 200, 200, 200]],
    ['a method', { method: 'pbl' }, [200, 500, 500, 200]],
    ['a code', { code: 'ipko' }, [200, 200, 500, 200]],
    ['all of them', { route: 'create-transaction', method: 'blik', code: 'blik' }, [200, 200, 200, 500]],
    ['parts that never meet', { route: 'get-service', code: 'blik' }, [200, 200, 200, 200]],
  ])('matches %s', async (_, match, expected) => {
    const { list, pay, payWith } = await setUp({ match, status: 500 })
    const answers = [await list(), await pay(), await payWith('pbl', 'ipko'), await payWith('blik', 'blik')]
    expect(answers.map(({ status }) => status)).toEqual(expected)
  })
})

it('says ECONNREFUSED in the fetch function, as Node does where nobody listens', async () => {
  const mock = createMockImoje()
  mock.addFault({ match: {}, drop: 'refuse' })
  const refused = mock.fetch('https://api.imoje.test/v1/any')
  await expect(refused).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
})
