import type { ShopChange } from '../app/test/route.ts'
import type { Arrival } from '../lib/front-door.ts'

/** The running shop from the side that shoppers don't see. */
export interface ShopDesk {
  /** Requests for a list that reached the shop's backend, oldest first. */
  lists(): Promise<readonly Arrival[]>
  /** Payments and links that somebody tried to start there. */
  payments(): Promise<readonly Arrival[]>
  change(change: ShopChange): Promise<void>
  /** Another shop, as new. */
  renew(): Promise<void>
}

export function createShopDesk(origin: string): ShopDesk {
  const address = `${origin}/test`
  const read = async (): Promise<readonly Arrival[]> => (await (await fetch(address)).json()) as Arrival[]
  const send = async (method: string, body?: string): Promise<void> => {
    const { ok, status } = await fetch(address, { method, ...(body && { body }) })
    if (!ok) throw new Error(`${method} ${address} answered ${status}`)
  }
  return {
    lists: async () => (await read()).filter(({ path }) => path.endsWith('/payment-methods')),
    payments: async () => (await read()).filter(({ method }) => method === 'POST'),
    change: (change) => send('PUT', JSON.stringify(change)),
    renew: () => send('DELETE'),
  }
}
