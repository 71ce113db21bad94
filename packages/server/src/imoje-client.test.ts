import { inspect } from 'node:util'
import { expect, it } from 'vitest'
import { createTestClock, testCredentials } from './fake-shop.test.kit.ts'
import { createImojeClient } from './imoje-client.ts'

function setUp(answer: (request: Request) => Promise<Response> | Response) {
  const clock = createTestClock()
  const events: unknown[] = []
  const requests: Request[] = []
  const client = createImojeClient({
    imoje: testCredentials,
    apiBase: 'https://api.imoje.pl/v1/merchant',
    fetch: async (input, init) => {
      const request = new Request(input, init)
      requests.push(request)
      return answer(request)
    },
    clock,
    emit: (event) => events.push(event),
  })
  return { clock, events, requests, client }
}

it('asks for the service under the merchant, with the token', async () => {
  const { client, requests, events } = setUp(() =>
    Response.json({ service: {} }, { headers: { 'x-trace-id': 't-1' } }),
  )
  const answer = await client.getService()
  expect(answer).toMatchObject({ outcome: 'answered', status: 200, body: { service: {} } })
  expect(requests[0]?.url).toBe(
    `https://api.imoje.pl/v1/merchant/merchant-of-tests/service/${testCredentials.serviceId}`,
  )
  expect(requests[0]?.headers.get('authorization')).toBe('Bearer token-of-tests')
  expect(events).toEqual([
    { type: 'upstream', call: 'get-service', outcome: 'answered', status: 200, traceId: 't-1', tookMs: 0 },
  ])
})

it('adds the service to what is created, and passes the key on', async () => {
  const { client, requests } = setUp(() => Response.json({}))
  await client.createTransaction({ amount: 1 }, 'key-1')
  expect(requests[0]?.headers.get('idempotency-key')).toBe('key-1')
  expect(await requests[0]?.json()).toEqual({ serviceId: testCredentials.serviceId, amount: 1 })
})

it.each([
  ['a list', 5_000, 'getService'],
  ['a payment', 10_000, 'createTransaction'],
] as const)('waits for %s no longer than %d ms', async (_, limitMs, call) => {
  const { client, clock } = setUp(
    (request) =>
      new Promise((_resolve, reject) => {
        request.signal.addEventListener('abort', () => reject(request.signal.reason as Error))
      }),
  )
  const answer = call === 'getService' ? client.getService() : client.createTransaction({}, 'key')
  await Promise.resolve()
  clock.advance(limitMs - 1)
  const early = await Promise.race([answer, Promise.resolve('still waiting')])
  clock.advance(1)
  expect([early, await answer]).toEqual(['still waiting', { outcome: 'timeout' }])
})

it.each([
  ['a refused connection', failureWith('ECONNREFUSED'), 'unsent'],
  ['an unknown host', failureWith('ENOTFOUND'), 'unsent'],
  ['a connection that was reset', failureWith('ECONNRESET'), 'lost'],
  ['anything else that fails', new TypeError('terminated'), 'lost'],
])('calls %s by its name', async (_, error, outcome) => {
  const { client } = setUp(() => Promise.reject(error))
  expect(await client.createTransaction({}, 'key')).toEqual({ outcome })
})

function failureWith(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
}

it('takes a body that is no JSON for none', async () => {
  const { client } = setUp(() => new Response('<h1>Bad gateway</h1>', { status: 502 }))
  expect(await client.getTransaction('t')).toMatchObject({ status: 502, body: undefined })
})

it('follows no redirect', async () => {
  const { client, requests } = setUp(() => Response.json({}))
  await client.getService()
  expect(requests[0]?.redirect).toBe('error')
})

it('shows its token nowhere', async () => {
  const { client, events } = setUp(() => Promise.reject(failureWith('ECONNREFUSED')))
  const answer = await client.getService()
  const shown = [client, answer, events].map((value) => inspect(value, { depth: 10 }) + JSON.stringify(value))
  expect(shown.join('\n')).not.toContain('token-of-tests')
})
