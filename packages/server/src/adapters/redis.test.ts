import { createClient, createCluster, createSentinel } from 'redis'
import { expect, it, vi } from 'vitest'
import { redisStore, type RedisClient } from './redis.ts'

function setUp(isReady = true) {
  const get = vi.fn<RedisClient['get']>(() => Promise.resolve(null))
  const set = vi.fn<RedisClient['set']>(() => Promise.resolve('OK'))
  return { get, set, store: redisStore({ isReady, get, set }), client: { isReady, get, set } }
}

it('claims by one indivisible command that expires by itself', async () => {
  const { set, store } = setUp()
  expect(await store.claim('key', 'value', 1_500)).toBe(true)
  expect(set.mock.calls).toEqual([
    ['tillkit:key', 'value', { expiration: { type: 'PX', value: 1_500 }, condition: 'NX' }],
  ])
  set.mockResolvedValue(null)
  expect(await store.claim('key', 'other', 1_500)).toBe(false)
})

it('writes over what is there, and never without an end', async () => {
  const { set, store } = setUp()
  await store.set('key', 'value', 0.2)
  expect(set.mock.calls).toEqual([['tillkit:key', 'value', { expiration: { type: 'PX', value: 1 } }]])
})

it('reads what is there, and nothing where there is nothing', async () => {
  const { get, store } = setUp()
  expect(await store.get('key')).toBeUndefined()
  get.mockResolvedValue('value')
  expect(await store.get('key')).toBe('value')
  expect(get).toHaveBeenCalledWith('tillkit:key')
})

it('puts the shop’s own prefix before every key', async () => {
  const { client, get } = setUp()
  await redisStore(client, { prefix: 'sandbox:' }).get('key')
  expect(get).toHaveBeenCalledWith('sandbox:key')
})

it('rejects at once while the client isn’t connected, and sends nothing', async () => {
  const { get, set, store } = setUp(false)
  for (const command of [store.get('key'), store.set('key', '', 1), store.claim('key', '', 1)])
    await expect(command).rejects.toThrow('Redis is not connected.')
  expect([get, set].flatMap(({ mock }) => mock.calls)).toEqual([])
})

it('takes every kind of node-redis’s clients', async () => {
  const clients = [
    createClient(),
    createClient({ RESP: 2 }),
    createCluster({ rootNodes: [{ url: 'redis://127.0.0.1:1' }] }),
    createSentinel({ name: 'shop', sentinelRootNodes: [{ host: '127.0.0.1', port: 1 }] }),
  ]
  for (const client of clients)
    await expect(redisStore(client).get('key')).rejects.toThrow('Redis is not connected.')
})
