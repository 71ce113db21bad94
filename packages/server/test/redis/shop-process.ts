// One process of a shop in production: the handler in Node's server, attempts in Redis. It tells its parent where it listens
// and everything it logs, and moves its clock when it is told to.
import { createServer } from 'node:http'
import { createPaymentsHandler } from '@tillkit/server'
import { toNodeListener } from '@tillkit/server/node'
import { redisStore } from '@tillkit/server/redis'
import { systemClock } from '@tillkit/core'
import { createClient } from 'redis'
import type { ShopMessage, ShopSettings } from './shop-settings.ts'

const { redisUrl, prefix, imoje } = JSON.parse(process.argv[2] ?? '') as ShopSettings
const say = (message: ShopMessage): void => void process.send?.(message)

let aheadMs = 0
process.on('message', (ms: number) => {
  aheadMs += ms
  say({ type: 'clock' })
})
process.on('disconnect', () => process.exit())

const client = createClient({ url: redisUrl, socket: { reconnectStrategy: 50 } })
client.on('error', () => undefined)
await client.connect()

const handle = createPaymentsHandler({
  imoje,
  publicUrl: 'https://shop.example',
  trustedOrigins: [imoje.apiUrl],
  store: redisStore(client, { prefix }),
  clock: { ...systemClock, now: () => systemClock.now() + aheadMs },
  resolveOrder: () =>
    Promise.resolve({
      amount: 12_999,
      currency: 'PLN',
      customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example' },
      returnUrls: { success: 'https://shop.example/thanks', failure: 'https://shop.example/again' },
    }),
  authorize: () => Promise.resolve(true),
  resolvePayment: () => Promise.resolve({ status: 'none' }),
  onPayment: () => Promise.resolve(),
  onEvent: (event) => say({ type: 'event', event }),
})
const server = createServer(toNodeListener(handle)).listen(0, '127.0.0.1', () => {
  const address = server.address()
  say({ type: 'listening', port: typeof address === 'object' && address ? address.port : 0 })
})
