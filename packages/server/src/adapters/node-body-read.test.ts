import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it } from 'vitest'
import { createFakeShop } from '../fake-shop.test.kit.ts'
import { toNodeListener } from './node.ts'

const sentence =
  'The body was read before the payments handler: mount its listener before express.json() and anything else that reads bodies.'

type Listener = (request: IncomingMessage, response: ServerResponse, next?: (error: Error) => void) => void

/** Posts to a server whose body parser stands before the handler's listener. */
async function postThrough(mount: (listener: Listener) => RequestListener) {
  const shop = createFakeShop(() => Promise.reject(new Error('never asked')))
  const listener = mount(toNodeListener((request) => shop.server.handle(request)))
  const server = createServer((request, response) => {
    void once(request.resume(), 'end').then(() => listener(request, response))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  try {
    return await fetch(`http://127.0.0.1:${port}/api/payments/transactions`, { method: 'POST', body: '{}' })
  } finally {
    await new Promise((resolve) => server.close(resolve))
  }
}

it('answers who mounts it after a body parser, and says why', async () => {
  const answer = await postThrough((listener) => (request, response) => listener(request, response))
  expect([answer.status, answer.statusText]).toEqual([500, sentence])
})

it('hands Express an error where a body was read before it', async () => {
  const answer = await postThrough((listener) => (request, response) => {
    listener(request, response, (error) => response.end(error.message))
  })
  expect(await answer.text()).toBe(sentence)
})
