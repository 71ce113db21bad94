import { createServer, request as send } from 'node:http'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createMockServer, type MockServer } from './node-server.ts'
import { transactionOf } from './shop.test.helper.ts'

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

const pay = ({ origin, mock }: MockServer, change: Record<string, unknown>) => {
  const { merchantId, serviceId, token } = mock.credentials
  return fetch(`${origin}/v1/merchant/${merchantId}/transaction`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(transactionOf(serviceId, change)),
  })
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
  const started = await pay(await start(), {
    notificationUrl: `http://127.0.0.1:${shopPort}/notifications`,
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

it('lets time pass by itself: a BLIK payment is confirmed and told without a request', async () => {
  const told: unknown[] = []
  const server = await start({
    fetch: async (input, init) => {
      told.push(await new Request(input, init).json())
      return Response.json({ status: 'ok' })
    },
  })
  server.mock.setBlik({ outcome: 'confirmed', afterMs: 20 })
  const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '012345' }
  const started = await pay(server, blik)
  expect(await started.json()).toMatchObject({ transaction: { status: 'pending' } })
  await expect.poll(() => told).toMatchObject([{ transaction: { status: 'settled' } }])
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

  it('sends headers and half of the body before it cuts it', async () => {
    const server = await start()
    const whole = Buffer.from(await (await listOf(server)).arrayBuffer())
    server.mock.addFault({ match: {}, drop: 'body' })
    const { merchantId, serviceId, token } = server.mock.credentials
    const seen = await new Promise<{ status: number | undefined; body: Buffer; error: unknown }>(
      (resolve) => {
        const path = `/v1/merchant/${merchantId}/service/${serviceId}`
        const headers = { authorization: `Bearer ${token}` }
        send({ port: server.port, host: '127.0.0.1', path, headers }, (answer) => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', (error) =>
            resolve({ status: answer.statusCode, body: Buffer.concat(chunks), error }),
          )
        }).end()
      },
    )
    expect(seen.status).toBe(200)
    expect(seen.error).toMatchObject({ code: 'ECONNRESET' })
    expect(seen.body.equals(whole.subarray(0, Math.ceil(whole.length / 2)))).toBe(true)
  })

  it('refuses connections like a gateway that is gone, and comes back with what it knew', async () => {
    const server = await start()
    server.mock.setScenario('bank-flagged')
    await server.refuse()
    await expect(listOf(server)).rejects.toMatchObject({ cause: { code: 'ECONNREFUSED' } })
    expect(server.mock.journal()).toEqual([])
    await server.accept()
    await server.accept()
    const { origin } = server
    expect(await (await fetch(`${origin}/__control/state`)).json()).toMatchObject({
      scenario: 'bank-flagged',
    })
    expect((await listOf(server)).status).toBe(200)
  })

  it('cannot come back to a port that somebody else has, and closes nonetheless', async () => {
    const server = await start()
    await server.refuse()
    const other = await start({ port: server.port })
    expect(other.port).toBe(server.port)
    await expect(server.accept()).rejects.toThrow(`Port ${server.port} has been taken`)
    await server.close()
  })

  it('hangs until the caller gives up, and closes nonetheless', async () => {
    const server = await start()
    server.mock.addFault({ match: {}, hang: true })
    const patience = new AbortController()
    const given = listOf(server, { signal: patience.signal })
    await vi.waitFor(() => expect(server.mock.journal()).toHaveLength(1), 50_000)
    patience.abort(new Error('enough'))
    await expect(given).rejects.toThrow('enough')
    const hanging = listOf(server).catch((error: unknown) => error)
    await vi.waitFor(() => expect(server.mock.journal()).toHaveLength(2), 50_000)
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

  it('refuses an empty address, which would be all of this machine’s', async () => {
    await expect(createMockServer({ host: '' })).rejects.toThrow('host must be an address of this machine')
  })

  it('refuses an address that is not its own to bind', async () => {
    await expect(createMockServer({ host: '203.0.113.7' })).rejects.toThrow('EADDRNOTAVAIL')
  })
})
