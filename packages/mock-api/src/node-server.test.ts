import { createServer, request as send } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockServer, type MockServer } from './node-server.ts'

const open: MockServer[] = []
async function start(options?: Parameters<typeof createMockServer>[0]): Promise<MockServer> {
  const server = await createMockServer(options)
  open.push(server)
  return server
}
afterEach(async () => {
  vi.unstubAllEnvs()
  await Promise.all(open.splice(0).map((server) => server.close()))
})

const listOf = ({ origin, mock }: MockServer, init?: RequestInit) => {
  const { merchantId, serviceId, token } = mock.credentials
  const headers = { authorization: `Bearer ${token}` }
  return fetch(`${origin}/v1/merchant/${merchantId}/service/${serviceId}`, { headers, ...init })
}

it('serves the API on loopback and points the marks at itself', async () => {
  const server = await start()
  expect(server.origin).toBe(`http://127.0.0.1:${server.port}`)
  const list = await (await listOf(server)).text()
  const mark = `${server.origin}/marks/mtransfer.svg`
  expect(list).toContain(`[{"png":"${mark}"}]`)
  expect((await fetch(mark)).headers.get('content-type')).toBe('image/svg+xml')
})

it('tells the time of the mock, not of the machine', async () => {
  const server = await start({ clock: { now: () => Date.UTC(2026, 0, 1) } })
  expect((await listOf(server)).headers.get('date')).toBe('Thu, 01 Jan 2026 00:00:00 GMT')
})

it('takes a payment from the order to the notification', async () => {
  const bodies: string[] = []
  const shop = createServer((incoming, outgoing) => {
    incoming.on('data', (chunk) => bodies.push(String(chunk)))
    incoming.on('end', () => outgoing.end('{"status":"ok"}'))
  })
  await new Promise<void>((resolve) => void shop.listen(0, '127.0.0.1', resolve))
  const address = shop.address()
  const shopPort = typeof address === 'object' && address ? address.port : 0
  const { origin, mock } = await start()
  const started = await fetch(`${origin}/v1/merchant/${mock.credentials.merchantId}/transaction`, {
    method: 'POST',
    headers: { authorization: `Bearer ${mock.credentials.token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'sale',
      serviceId: mock.credentials.serviceId,
      amount: 19_900,
      currency: 'PLN',
      orderId: 'A-1001',
      paymentMethod: 'pbl',
      paymentMethodCode: 'mtransfer',
      successReturnUrl: 'https://shop.test/paid',
      failureReturnUrl: 'https://shop.test/not-paid',
      notificationUrl: `http://127.0.0.1:${shopPort}/notifications`,
      customer: { firstName: 'Ada', lastName: 'Łuk', email: 'ada@example.test' },
    }),
  })
  const { action } = (await started.json()) as { action: { url: string } }
  const paid = await fetch(action.url, {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'pay' }),
    redirect: 'manual',
  })
  expect(paid.headers.get('location')).toBe('https://shop.test/paid')
  expect(JSON.parse(bodies.join(''))).toMatchObject({ transaction: { status: 'settled' } })
  await new Promise((resolve) => shop.close(resolve))
})

describe('faults on the wire', () => {
  it('really cuts a dropped connection', async () => {
    const server = await start()
    server.mock.addFault({ match: {}, drop: 'connect' })
    await expect(listOf(server)).rejects.toThrow(TypeError)
    expect(server.mock.journal()).toMatchObject([{ route: 'get-service', status: null }])
  })

  it('really cuts a body half-way', async () => {
    const server = await start()
    server.mock.addFault({ match: {}, drop: 'body' })
    const answer = await listOf(server)
    expect(answer.status).toBe(200)
    await expect(answer.text()).rejects.toThrow(TypeError)
  })

  it('hangs until the caller gives up, and closes nonetheless', async () => {
    const server = await start()
    server.mock.addFault({ match: {}, hang: true })
    await expect(listOf(server, { signal: AbortSignal.timeout(50) })).rejects.toThrow(/timeout/i)
    const hanging = listOf(server).catch((error: unknown) => error)
    await vi.waitFor(() => expect(server.mock.journal()).toHaveLength(2), 20_000)
    await open.splice(0)[0]?.close()
    expect(await hanging).toBeInstanceOf(TypeError)
  })

  it('cuts a request it cannot read, and goes on serving', async () => {
    const server = await start()
    const outcome = await new Promise((resolve) => {
      const bad = send({ port: server.port, host: '127.0.0.1', path: '*', method: 'OPTIONS' })
      bad
        .once('error', resolve)
        .once('response', (answer) => resolve(answer.statusCode))
        .end()
    })
    expect(outcome).toSatisfy((seen) => seen instanceof Error || seen === 404)
    expect((await listOf(server)).status).toBe(200)
  })
})

describe('where it listens', () => {
  it('steps over a port that is taken', async () => {
    const first = await start()
    const second = await start({ port: first.port })
    expect(second.port).toBeGreaterThan(first.port)
    expect(second.port).toBeLessThanOrEqual(first.port + 20)
    expect((await listOf(second)).status).toBe(200)
  })

  it('says an address it was given instead of its own', async () => {
    const server = await start({ origin: 'https://pay.shop.test' })
    expect(server.mock.origin).toBe('https://pay.shop.test')
  })

  it('refuses to start in production', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    await expect(createMockServer()).rejects.toThrow('NODE_ENV=production')
  })

  it('refuses an address that is not its own to bind', async () => {
    await expect(createMockServer({ host: '203.0.113.7' })).rejects.toThrow('EADDRNOTAVAIL')
  })
})
