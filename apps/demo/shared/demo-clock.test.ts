import type { Clock } from '@tillkit/core'
import { expect, test } from 'vitest'
import { createDemoClock } from './demo-clock.ts'

const minute = 60_000

/** A clock that stands still until it is told otherwise. */
function createStillClock(): Clock & { pass(ms: number): void } {
  let now = 1_000_000
  const timers = new Map<object, { at: number; run: () => void }>()
  return {
    now: () => now,
    setTimer(run, ms) {
      const id = {}
      timers.set(id, { at: now + ms, run })
      return () => timers.delete(id)
    },
    pass(ms) {
      now += ms
      for (const [id, { at, run }] of timers) if (at <= now && timers.delete(id)) run()
    },
  }
}

test('a jump fires what has become due, earliest first, and leaves the rest', () => {
  const clock = createDemoClock(0, createStillClock())
  const fired: string[] = []
  clock.setTimer(() => fired.push('second'), 4 * minute)
  clock.setTimer(() => fired.push('first'), minute)
  clock.setTimer(() => fired.push('later'), 10 * minute)

  clock.jumpTo(5 * minute)

  expect(fired).toEqual(['first', 'second'])
})

test('what was waiting before a jump fires by real time after it', () => {
  const real = createStillClock()
  const clock = createDemoClock(0, real)
  let fired = 0
  clock.setTimer(() => (fired += 1), 10 * minute)

  clock.jumpTo(9 * minute)
  real.pass(minute - 1)
  expect(fired).toBe(0)

  real.pass(1)
  expect(fired).toBe(1)
})

test('a jump back lengthens the wait by as much', () => {
  const real = createStillClock()
  const clock = createDemoClock(5 * minute, real)
  let fired = 0
  clock.setTimer(() => (fired += 1), minute)

  clock.jumpTo(0)
  real.pass(5 * minute)
  expect(fired).toBe(0)

  real.pass(minute)
  expect(fired).toBe(1)
})

test('a cancelled timer stays silent, even when a timer before it cancels it during the jump', () => {
  const clock = createDemoClock(0, createStillClock())
  const fired: string[] = []
  const cancel = clock.setTimer(() => fired.push('cancelled'), 2 * minute)
  clock.setTimer(() => cancel(), minute)

  clock.jumpTo(5 * minute)

  expect(fired).toEqual([])
})

test('now is real time plus the offset', () => {
  const real = createStillClock()
  const clock = createDemoClock(minute, real)
  expect(clock.now()).toBe(real.now() + minute)
  clock.jumpTo(6 * minute)
  expect([clock.now(), clock.offsetMs]).toEqual([real.now() + 6 * minute, 6 * minute])
})
