import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ServerEvent } from '@tillkit/server'
import type { ShopMessage, ShopSettings } from './shop-settings.ts'

/** A process of the shop, over HTTP. */
export interface ShopProcess {
  readonly events: readonly ServerEvent[]
  list(): Promise<Response>
  /** Pays by mBank, or by what is given. */
  pay(key: string, orderId: string, way?: object): Promise<Response>
  state(orderId: string): Promise<Response>
  advance(ms: number): Promise<void>
  stop(): Promise<void>
}

export async function startShop(settings: ShopSettings): Promise<ShopProcess> {
  const child = fork(
    fileURLToPath(new URL('./shop-process.ts', import.meta.url)),
    [JSON.stringify(settings)],
    { execArgv: ['--conditions=@tillkit/source'], env: { ...process.env, NODE_ENV: 'production' } },
  )
  const events: ServerEvent[] = []
  const waiting = new Map<ShopMessage['type'], (message: ShopMessage) => void>()
  const hear = <Type extends ShopMessage['type']>(type: Type) =>
    new Promise<Extract<ShopMessage, { type: Type }>>((resolve) =>
      waiting.set(type, (message) => resolve(message as Extract<ShopMessage, { type: Type }>)),
    )
  child.on('message', (message: ShopMessage) => {
    if (message.type === 'event') events.push(message.event)
    waiting.get(message.type)?.(message)
  })
  const died = once(child, 'exit').then(([code]) => {
    throw new Error(`The shop's process ended with ${String(code)}.`)
  })
  died.catch(() => undefined)
  const { port } = await Promise.race([hear('listening'), died])

  const ask = (path: string, init?: RequestInit): Promise<Response> =>
    fetch(`http://127.0.0.1:${port}/api/payments${path}`, init)
  return {
    events,
    list: () => ask('/payment-methods?orderId=A-1'),
    state: (orderId) => ask(`/orders/${orderId}/payment`),
    pay: (key, orderId, way = {}) =>
      ask('/transactions', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          origin: 'https://shop.example',
          'idempotency-key': key,
        },
        body: JSON.stringify({
          orderId,
          paymentMethod: 'pbl',
          paymentMethodCode: 'mtransfer',
          expectedAmount: 12_999,
          expectedCurrency: 'PLN',
          ...way,
        }),
      }),
    async advance(ms) {
      const heard = hear('clock')
      child.send(ms)
      await heard
    },
    async stop() {
      if (child.exitCode !== null) return
      child.disconnect()
      await once(child, 'exit')
    },
  }
}
