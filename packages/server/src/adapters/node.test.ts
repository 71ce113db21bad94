import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { expect, it, vi } from 'vitest'
import { createFakeShop } from '../fake-shop.test.kit.ts'
import { toNodeListener } from './node.ts'

/** As Express mounts by `app.use(path, listener)`: it cuts the path off `url` and keeps it in `originalUrl`. */
const mountAt =
  (path: string, listener: RequestListener): RequestListener =>
  (request: IncomingMessage & { originalUrl?: string }, response) => {
    request.originalUrl = request.url ?? ''
    request.url = request.originalUrl.slice(path.length)
    listener(request, response)
  }

it.each<[string, (listener: RequestListener) => RequestListener]>([
  ['in a Node server', (listener) => listener],
  ['under a path of Express', (listener) => mountAt('/api/payments', listener)],
  ['in a router of Express', (listener) => mountAt('/api', listener)],
])('mounts the handler %s', async (_, mount) => {
  const shop = createFakeShop(() => Promise.resolve(Response.json({ service: { paymentMethods: [] } })))
  const server = createServer(mount(toNodeListener((request) => shop.server.handle(request))))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  try {
    const list = await fetch(`${origin}/api/payments/payment-methods?orderId=A-1`)
    expect([list.status, await list.json()]).toEqual([200, { service: { paymentMethods: [] } }])
    const wrong = await fetch(`${origin}/api/payments/transactions`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify('x'.repeat(20_000)),
    })
    expect([wrong.status, await wrong.json()]).toMatchObject([413, { field: 'body' }])
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
})

/** A shop behind a Node server, and one connection to it on which bytes are written by hand. */
async function connectToShop() {
  const shop = createFakeShop(() => Promise.reject(new Error('never asked')))
  const server = createServer(toNodeListener((request) => shop.server.handle(request)))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1').on('error', () => undefined)
  return {
    shop,
    server,
    socket,
    head: (length: number) =>
      `POST /api/payments/transactions HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`,
    /** The next status line with what came before it: the end of the last answer may come by itself. */
    answer: async () => {
      let said = ''
      while (!said.includes('HTTP/1.1')) said += String((await once(socket, 'data'))[0])
      return said
    },
    close: () => {
      socket.destroy()
      return new Promise((resolve) => server.close(resolve))
    },
  }
}

it('takes the next request on the connection of a body that was refused unread', async () => {
  const { socket, head, answer, close } = await connectToShop()
  try {
    const tooLong = ' '.repeat(1_000_000)
    socket.write(head(tooLong.length))
    expect(await answer()).toContain('HTTP/1.1 413')
    socket.write(tooLong + head(2) + '[]')
    expect(await answer()).toContain('HTTP/1.1 400')
  } finally {
    await close()
  }
})

it.each([
  ['trickles on after its answer', 408],
  ['was refused unread and never comes', 413],
])('closes the connection of a body that %s', async (_, status) => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  const { shop, server, socket, head, answer, close } = await connectToShop()
  try {
    const answered = answer()
    if (status === 413) socket.write(head(100_000))
    else {
      socket.write(`${head(100)}{`)
      await once(server, 'request')
      // The listener was asked first, so the body is being read by the next task.
      await new Promise((resolve) => setImmediate(resolve))
      shop.clock.advance(10_000)
    }
    expect(await answered).toContain(`HTTP/1.1 ${status}`)
    socket.write(' ')
    await new Promise((resolve) => setImmediate(resolve))
    expect(socket.destroyed).toBe(false)
    while (!socket.destroyed) {
      vi.advanceTimersByTime(2_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(socket.destroyed).toBe(true)
  } finally {
    vi.useRealTimers()
    await close()
  }
})
