import { systemClock, type Clock } from '@tillkit/core'

/** Real time plus an offset that the panel moves. The shop's server and its page have one each. */
export interface DemoClock extends Clock {
  /** How far this clock is ahead of real time, in milliseconds. */
  readonly offsetMs: number
  /** Jumps to another offset; timers that have become due fire at once, earliest first. */
  jumpTo(offsetMs: number): void
}

interface Timer {
  readonly at: number
  readonly run: () => void
  disarm: () => void
}

/** @param real what lies under the offset */
export function createDemoClock(offsetMs = 0, real: Clock = systemClock): DemoClock {
  let offset = offsetMs
  const timers = new Set<Timer>()
  const now = (): number => real.now() + offset

  const arm = (timer: Timer): void => {
    timer.disarm = real.setTimer(() => fireOrWait(timer), timer.at - now())
  }
  /** A real timer may come early: it can't wait longer than 24 days, and a jump may have been backwards. */
  const fireOrWait = (timer: Timer): void => {
    timer.disarm()
    if (timer.at > now()) arm(timer)
    else if (timers.delete(timer)) timer.run()
  }

  return {
    now,
    get offsetMs() {
      return offset
    },
    setTimer(run, ms) {
      const timer: Timer = { at: now() + Math.max(ms, 0), run, disarm: () => undefined }
      timers.add(timer)
      arm(timer)
      return () => {
        timers.delete(timer)
        timer.disarm()
      }
    },
    jumpTo(next) {
      offset = next
      for (const timer of [...timers].toSorted((one, other) => one.at - other.at))
        if (timers.has(timer)) fireOrWait(timer)
    },
  }
}
