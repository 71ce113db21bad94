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

const broken = () => Promise.reject(new Error('no route to the store'))

it('turns a failing store into the problem it is', async () => {
  const store = guardStore({ claim: broken, get: broken, set: broken }, createTestClock(), () => undefined)
  for (const failing of [store.get('key'), store.claim('key', '', 1), store.set('key', '', 1)])
    await expect(failing).rejects.toMatchObject({ type: 'store-unavailable', status: 503 })
})

it('tells once that a store fails, and once that it is back', async () => {
  const memory = memoryStore()
  let isAway = true
  const events: unknown[] = []
  const flaky = { ...memory, get: (key: string) => (isAway ? broken() : memory.get(key)) }
  const store = guardStore(flaky, createTestClock(), (event) => events.push(event))
  for (const away of [true, true, false, false, true]) {
    isAway = away
    await store.get('key').catch(() => undefined)
  }
  expect(events).toEqual([
    { type: 'store-failed', message: 'no route to the store' },
    { type: 'store-back' },
    { type: 'store-failed', message: 'no route to the store' },
  ])
})

it('waits two seconds for a store that hangs', async () => {
  const clock = createTestClock()
  const hangs = () => new Promise<never>(() => undefined)
  const store = guardStore({ claim: hangs, get: hangs, set: hangs }, clock, () => undefined)
  const answer = store.get('key').catch((error: unknown) => error)
  clock.advance(1_999)
  expect(await Promise.race([answer, Promise.resolve('still waiting')])).toBe('still waiting')
  clock.advance(1)
  expect(await answer).toMatchObject({ type: 'store-unavailable' })
})
