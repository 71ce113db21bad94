import { expect, it } from 'vitest'
import { createTestClock } from './fake-shop.test.kit.ts'
import { guardStore, memoryStore } from './shared-store.ts'

it('gives a key to the first claim only', async () => {
  const store = memoryStore(createTestClock())
  expect(await Promise.all(['a', 'b', 'c'].map((value) => store.claim('key', value, 1_000)))).toEqual([
    true,
    false,
    false,
  ])
  expect(await store.get('key')).toBe('a')
})

it('forgets an entry when its time is over', async () => {
  const clock = createTestClock()
  const store = memoryStore(clock)
  await store.set('key', 'a', 1_000)
  clock.advance(999)
  expect(await store.get('key')).toBe('a')
  clock.advance(1)
  expect(await store.get('key')).toBeUndefined()
  expect(await store.claim('key', 'b', 1_000)).toBe(true)
})

it('keeps what is still valid when it sweeps', async () => {
  const clock = createTestClock()
  const store = memoryStore(clock)
  await store.set('long', 'kept', 1_000_000)
  for (let n = 0; n < 900; n++) await store.set(`short ${n}`, '', 1)
  clock.advance(2)
  for (let n = 0; n < 900; n++) await store.set(`other ${n}`, '', 1_000)
  expect(await store.get('long')).toBe('kept')
  expect(await store.get('other 0')).toBe('')
})

it('turns a failing store into the problem it is', async () => {
  const events: unknown[] = []
  const broken = () => Promise.reject(new Error('no route to the store'))
  const store = guardStore({ claim: broken, get: broken, set: broken }, (event) => events.push(event))
  await expect(store.get('key')).rejects.toMatchObject({ type: 'store-unavailable', status: 503 })
  expect(events).toEqual([{ type: 'store-failed', message: 'no route to the store' }])
})
