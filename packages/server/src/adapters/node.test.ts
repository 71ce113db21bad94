import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
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
