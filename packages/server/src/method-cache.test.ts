import { expect, it } from 'vitest'
import { createTestClock } from './fake-shop.test.kit.ts'
import { createMethodCache } from './method-cache.ts'

function setUp() {
  const clock = createTestClock()
  const cache = createMethodCache<string>(clock, (value) =>
    value === 'broken' ? 'passing' : value === 'excused' ? 'excused' : 'good',
  )
  let loads = 0
  const load = () => Promise.resolve(`answer ${++loads}`)
  return { clock, cache, load, loads: () => loads }
}

it('asks once for all who ask at the same time', async () => {
  const { cache, load, loads } = setUp()
  const answers = await Promise.all(Array.from({ length: 20 }, () => cache.read('key', load)))
  expect(new Set(answers.map(({ value }) => value))).toEqual(new Set(['answer 1']))
  expect(loads()).toBe(1)
})

it('keeps an answer for 60 seconds, with the moment it was asked for', async () => {
  const { clock, cache, load } = setUp()
  const first = await cache.read('key', load)
  clock.advance(59_999)
  expect(await cache.read('key', load)).toBe(first)
  clock.advance(1)
  expect(await cache.read('key', load)).toMatchObject({ value: 'answer 2', requestedAt: clock.now() })
})

it('asks anew past the cache, but not twice within two seconds', async () => {
  const { clock, cache, load, loads } = setUp()
  await cache.read('key', load)
  await cache.read('key', load, true)
  expect(loads()).toBe(1)
  clock.advance(2_000)
  await cache.read('key', load, true)
  expect(loads()).toBe(2)
})

it('shares an error with those who wait for it, and with nobody after', async () => {
  const { cache, load } = setUp()
  await cache.read('key', () => Promise.resolve('broken'))
  expect((await cache.read('key', load)).value).toBe('answer 1')
})

it('keeps nothing of a flight that left before it was dropped', async () => {
  const { cache, load } = setUp()
  let land: (value: string) => void = () => undefined
  const early = cache.read('key', () => new Promise<string>((resolve) => (land = resolve)))
  cache.drop()
  const late = cache.read('key', load)
  land('old word')
  expect((await early).value).toBe('old word')
  expect((await late).value).toBe('answer 1')
  expect((await cache.read('key', load)).value).toBe('answer 1')
})

it('forgets the oldest of too many keys', async () => {
  const { cache, load, loads } = setUp()
  for (let n = 0; n < 501; n++) await cache.read(`key ${n}`, load)
  await cache.read('key 500', load)
  expect(loads()).toBe(501)
  await cache.read('key 0', load)
  expect(loads()).toBe(502)
})

it('keeps nothing for longer when the clock jumps back', async () => {
  const { clock, cache, load, loads } = setUp()
  await cache.read('key', load)
  clock.advance(-3_600_000)
  await cache.read('key', load)
  expect(loads()).toBe(2)
})

const HOUR_MS = 3_600_000
const excuse = () => Promise.resolve('excused')

it('lets the last good answer stand in for six hours, with the moment that one was asked for', async () => {
  const { clock, cache, load } = setUp()
  const first = await cache.read('key', load)
  clock.advance(6 * HOUR_MS - 1)
  expect(await cache.read('key', excuse)).toBe(first)
  clock.advance(1)
  expect((await cache.read('key', excuse)).value).toBe('excused')
})

it('asks anew each time while the last good answer stands in', async () => {
  const { clock, cache, load } = setUp()
  await cache.read('key', load)
  clock.advance(60_000)
  await cache.read('key', excuse)
  expect((await cache.read('key', load)).value).toBe('answer 2')
})

it('lets nothing stand in for another key, nor where nothing was good', async () => {
  const { clock, cache, load } = setUp()
  await cache.read('key', load)
  clock.advance(60_000)
  expect((await cache.read('other', excuse)).value).toBe('excused')
})

it('asks anew once what it keeps is in doubt, but lets that stand in', async () => {
  const { cache, load } = setUp()
  const first = await cache.read('key', load)
  cache.doubt()
  expect(await cache.read('key', excuse)).toBe(first)
  const second = await cache.read('key', load)
  expect(second.value).toBe('answer 2')
  expect(await cache.read('key', load)).toBe(second)
})

it('calls nothing fresh that left before a doubt, whenever it arrives', async () => {
  const { cache, load } = setUp()
  let land: (value: string) => void = () => undefined
  const early = cache.read('key', () => new Promise<string>((resolve) => (land = resolve)))
  cache.doubt()
  const late = await cache.read('key', load)
  land('old word')
  expect((await early).value).toBe('old word')
  expect(await cache.read('key', load)).toBe(late)
})

it('lets nothing stand in that was dropped, not even for who asked before', async () => {
  const { clock, cache, load } = setUp()
  await cache.read('key', load)
  clock.advance(60_000)
  let land: (value: string) => void = () => undefined
  const early = cache.read('key', () => new Promise<string>((resolve) => (land = resolve)))
  cache.drop()
  land('excused')
  expect((await early).value).toBe('excused')
  expect((await cache.read('key', excuse)).value).toBe('excused')
})
