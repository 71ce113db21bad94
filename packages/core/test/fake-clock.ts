import type { Clock } from '../src/time/clock.ts'
import { start } from './facts.ts'

export interface FakeClock extends Clock {
  /** Moves time on and runs every timer on the way at its own moment. */
  advance(ms: number): void
  /** Moves the clock alone, as a machine does that slept: no timer has run. */
  jump(ms: number): void
  /** When the armed timers are due, earliest first. */
  armed(): readonly number[]
}

/** A clock that stands still until it is told to move. */
export function createFakeClock(startsAt: number = start): FakeClock {
  let now = startsAt
  const timers = new Set<{ readonly at: number; readonly run: () => void }>()
  const earliest = () => [...timers].toSorted((a, b) => a.at - b.at)[0]
  return {
    now: () => now,
    setTimer: (run, ms) => {
      const timer = { at: now + ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
    advance: (ms) => {
      const end = now + ms
      for (let next = earliest(); next && next.at <= end; next = earliest()) {
        timers.delete(next)
        now = Math.max(now, next.at)
        next.run()
      }
      now = end
    },
    jump: (ms) => {
      now += ms
    },
    armed: () => [...timers].map((timer) => timer.at).toSorted((a, b) => a - b),
  }
}
