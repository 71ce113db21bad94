import type { Clock } from '@tillkit/core'

/** A clock that stands still until a test moves it. */
export interface FakeClock extends Clock {
  /** Moves time on, running every timer on the way at its own moment, and lets promises settle in between. */
  advance(ms: number): Promise<void>
  /** Sets the clock by so much, as a machine's owner or a time server may; timers keep their spans. */
  jump(ms: number): void
  /** How many timers are armed. */
  timers(): number
}

/** A clock that stands still until it is told to move. @param startsAt epoch milliseconds */
export function createFakeClock(startsAt: number = Date.UTC(2026, 10, 22, 14, 0)): FakeClock {
  return createSettlingClock(startsAt, settle)
}

/** @param settle waits until everything has run that needs no time to pass */
export function createSettlingClock(startsAt: number, settle: () => Promise<void>): FakeClock {
  let now = startsAt
  let armed: { at: number; readonly run: () => void }[] = []
  return {
    now: () => now,
    setTimer: (run, ms) => {
      const timer = { at: now + Math.max(ms, 0), run }
      armed.push(timer)
      return () => {
        armed = armed.filter((each) => each !== timer)
      }
    },
    advance: async (ms) => {
      const end = now + ms
      await settle()
      for (;;) {
        const next = armed.reduce((a, b) => (b.at < a.at ? b : a), { at: Infinity, run: () => undefined })
        if (next.at > end) break
        armed = armed.filter((each) => each !== next)
        now = Math.max(now, next.at)
        next.run()
        await settle()
      }
      now = end
      await settle()
    },
    jump: (ms) => {
      now += ms
      for (const timer of armed) timer.at += ms
    },
    timers: () => armed.length,
  }
}

/** Lets chains of promises that are ready run to their end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1)
    await new Promise<void>((resolve) => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => {
        port1.close()
        resolve()
      }
      port2.postMessage(undefined)
    })
}
