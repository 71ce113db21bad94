import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { createTestClock, type TestClock } from './fake-shop.test.kit.ts'
import { createObservations, type Observations } from './observations.ts'
import { memoryStore, type SharedStore } from './shared-store.ts'

const MINUTE_MS = 60_000

const fail = (observations: Observations, clock: TestClock, about = 'imoje') =>
  observations.add({ about, outcome: 'failed', sentAt: clock.now(), at: clock.now() })
const times = (observations: Observations, about = 'imoje') => observations.about(about).map(({ at }) => at)

it('counts at once here, and elsewhere with the next exchange', async () => {
  const clock = createTestClock()
  const store = memoryStore(clock)
  const [one, two] = [createObservations(store, clock), createObservations(store, clock)]
  const shared = fail(one, clock)
  expect(times(one)).toEqual([clock.now()])
  await shared
  expect(times(two)).toEqual([])
  await two.sync()
  expect(two.about('imoje')).toEqual(one.about('imoje'))
})

it('writes only what is new', async () => {
  const clock = createTestClock()
  const memory = memoryStore(clock)
  let written = 0
  const store: SharedStore = { ...memory, set: (...entry) => (written++, memory.set(...entry)) }
  const [one, two] = [createObservations(store, clock), createObservations(store, clock)]
  await one.sync()
  await fail(one, clock)
  await one.sync()
  await two.sync()
  await one.sync()
  expect(written).toBe(1)
})

it('loses nothing where two processes write at once', async () => {
  const clock = createTestClock()
  const memory = memoryStore(clock)
  // Both have read before either writes.
  let arrived = 0
  let open: () => void = () => undefined
  const both = new Promise<void>((resolve) => (open = resolve))
  const store: SharedStore = {
    ...memory,
    get: async (key) => {
      const text = await memory.get(key)
      if (++arrived === 2) open()
      await both
      return text
    },
  }
  const [one, two] = [createObservations(store, clock), createObservations(store, clock)]
  await Promise.all([fail(one, clock, 'a/a'), fail(two, clock, 'b/b')])
  for (const process of [one, two, one]) await process.sync()
  expect([...one.subjects()].toSorted()).toEqual(['a/a', 'b/b'])
  expect([...two.subjects()].toSorted()).toEqual(['a/a', 'b/b'])
})

it('becomes the same in all processes, whoever’s words with the store come first', async () => {
  const steps = fc.array(fc.record({ process: fc.nat(2), adds: fc.boolean(), about: fc.nat(2) }), {
    maxLength: 12,
  })
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), steps, async (scheduler, history) => {
      const clock = createTestClock()
      const memory = memoryStore(clock)
      const turn = () => scheduler.schedule(Promise.resolve())
      const store: SharedStore = {
        ...memory,
        get: (key) => turn().then(() => memory.get(key)),
        set: (...entry) => turn().then(() => memory.set(...entry)),
      }
      const processes = Array.from({ length: 3 }, () => createObservations(store, clock))
      const done = history.map(({ process, adds, about }) =>
        adds ? fail(processes[process]!, clock, `pbl/${about}`) : processes[process]!.sync(),
      )
      await scheduler.waitFor(Promise.all(done))
      for (const process of [...processes, ...processes]) await scheduler.waitFor(process.sync())
      const known = processes.map((one) => [...one.subjects()].toSorted().map((about) => one.about(about)))
      const added = history.filter(({ adds }) => adds).length
      expect(known[0]?.flat()).toHaveLength(added)
      expect(known.slice(1)).toEqual([known[0], known[0]])
    }),
    { numRuns: 200 },
  )
})

it('keeps the order of what is seen within a millisecond', async () => {
  const clock = createTestClock()
  const observations = createObservations(memoryStore(clock), clock)
  const outcomes = ['failed', 'succeeded', 'failed', 'unanswered'] as const
  for (const outcome of outcomes)
    await observations.add({ about: 'imoje', outcome, sentAt: clock.now(), at: clock.now() })
  expect(observations.about('imoje').map(({ outcome }) => outcome)).toEqual(outcomes)
})

it('goes on alone while the store fails, asks it every five seconds, and shares then', async () => {
  const clock = createTestClock()
  const memory = memoryStore(clock)
  let isAway = true
  let asked = 0
  const store: SharedStore = {
    ...memory,
    get: (key) => (++asked, isAway ? Promise.reject(new Error('away')) : memory.get(key)),
  }
  const one = createObservations(store, clock)
  await fail(one, clock)
  await one.sync()
  expect([times(one).length, asked]).toEqual([1, 1])
  clock.advance(5_000)
  await one.sync()
  expect(asked).toBe(2)
  isAway = false
  clock.advance(5_000)
  await one.sync()
  const two = createObservations(memory, clock)
  await two.sync()
  expect(times(two)).toEqual(times(one))
})

it('writes again what a store has forgotten', async () => {
  const clock = createTestClock()
  const one = createObservations(memoryStore(clock), clock)
  await fail(one, clock)
  const emptied = memoryStore(clock)
  const moved = createObservations(emptied, clock)
  await moved.add({ about: 'a/a', outcome: 'failed', sentAt: 0, at: clock.now() })
  await emptied.set('observed', '[]', 1_000_000)
  await moved.sync()
  expect(await emptied.get('observed')).toContain('a/a')
})

it('forgets after two hours in which nothing was seen', async () => {
  const clock = createTestClock()
  const observations = createObservations(memoryStore(clock), clock)
  await fail(observations, clock)
  clock.advance(90 * MINUTE_MS)
  await fail(observations, clock)
  clock.advance(120 * MINUTE_MS)
  await observations.sync()
  expect(times(observations)).toHaveLength(2)
  clock.advance(1)
  await observations.sync()
  expect([...observations.subjects()]).toEqual([])
})

it('forgets what a clock that jumped back has left in the future, and believes no such thing of others', async () => {
  const clock = createTestClock()
  const store = memoryStore(clock)
  const one = createObservations(store, clock)
  await fail(one, clock)
  clock.advance(-61_000)
  await one.sync()
  const two = createObservations(store, clock)
  await two.sync()
  expect([times(one), times(two)]).toEqual([[], []])
})

it.each(['no JSON', '{}', '[{"about":7}]', '[{"about":"imoje","id":"1","outcome":"odd","sentAt":1,"at":1}]'])(
  'takes %s in the store for nothing',
  async (text) => {
    const clock = createTestClock()
    const store = memoryStore(clock)
    await store.set('observed', text, 1_000)
    const observations = createObservations(store, clock)
    await fail(observations, clock)
    expect([...observations.subjects()]).toEqual(['imoje'])
    expect(JSON.parse((await store.get('observed')) ?? '')).toHaveLength(1)
  },
)

it('keeps the newest 32 of one thing, and the newest hundred things', async () => {
  const clock = createTestClock()
  const observations = createObservations(memoryStore(clock), clock)
  for (let n = 0; n < 40; n++) {
    clock.advance(1)
    await fail(observations, clock)
  }
  expect(times(observations)).toHaveLength(32)
  expect(times(observations).at(-1)).toBe(clock.now())
  for (let n = 0; n < 120; n++) {
    clock.advance(1)
    await fail(observations, clock, `pbl/${n}`)
  }
  await observations.sync()
  expect([...observations.subjects()]).toHaveLength(100)
  expect([...observations.subjects()]).toContain('pbl/119')
})
