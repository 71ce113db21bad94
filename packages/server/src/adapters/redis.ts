import type { SharedStore } from '../shared-store.ts'

/** As much of a client of the package `redis` (node-redis) as the store needs: `createClient()`, a cluster or a sentinel. */
export interface RedisClient {
  /** Whether commands are sent at once, not queued until a connection is there. */
  readonly isReady: boolean
  /** Redis's `GET`. */
  get(key: string): PromiseLike<unknown>
  /** Redis's `SET`, with `PX` and, for a claim, `NX`. */
  set(
    key: string,
    value: string,
    options: {
      readonly expiration: { readonly type: 'PX'; readonly value: number }
      readonly condition?: 'NX'
    },
  ): PromiseLike<unknown>
}

/** How the store keeps its entries. */
export interface RedisStoreOptions {
  /** Stands before every key. Shops, and sandbox and production, that share a Redis need one each. @defaultValue 'tillkit:' */
  readonly prefix?: string
}

/**
 * Keeps attempts in Redis, for shops that run in more than one process. Connect the client before, and listen to its `error`.
 *
 * Attempts must not be forgotten before their time: Redis needs `maxmemory-policy noeviction` and a disk (`appendonly yes`). A
 * failover to a replica that has missed the last writes can forget an attempt that has just started.
 *
 * While the client isn't connected everything rejects at once: payments are refused (503), and nothing is written later in the
 * name of a shopper who has been told so.
 */
export function redisStore(
  client: RedisClient,
  { prefix = 'tillkit:' }: RedisStoreOptions = {},
): SharedStore {
  const send = async <Value>(command: () => PromiseLike<Value>): Promise<Value> => {
    // The client would keep the command and send it when Redis is back.
    if (!client.isReady) throw new Error('Redis is not connected.')
    return command()
  }
  const expiration = (ttlMs: number) => ({ type: 'PX', value: Math.max(1, Math.ceil(ttlMs)) }) as const

  return {
    claim: async (key, value, ttlMs) =>
      (await send(() =>
        client.set(prefix + key, value, { expiration: expiration(ttlMs), condition: 'NX' }),
      )) === 'OK',
    get: async (key) => {
      const value = await send(() => client.get(prefix + key))
      return typeof value === 'string' ? value : undefined
    },
    set: async (key, value, ttlMs) => {
      await send(() => client.set(prefix + key, value, { expiration: expiration(ttlMs) }))
    },
  }
}
