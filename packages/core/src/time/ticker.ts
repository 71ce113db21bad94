import type { Clock } from './clock.ts'

/** One timer for a whole page: it is armed for the earliest moment anybody waits for, and for nothing else. */
export interface Ticker {
  /**
   * Waits until the clock reads `at` (epoch milliseconds), then calls `run` once; sooner where the clock is found to have been set
   * back, so `run` looks at the time itself. Returns a function that stops waiting.
   */
  waitUntil(at: number, run: () => void): () => void
  /** Looks at the clock now: after a sleep or a jump, timers may be late. */
  check(): void
}

interface Wait {
  readonly at: number
  readonly run: () => void
}

/** Makes a ticker that arms this clock's timer, and none while nobody waits. */
export function createTicker(clock: Clock): Ticker {
  const waits = new Set<Wait>()
  let armed: { readonly at: number; readonly cancel: () => void } | undefined

  const arm = (): void => {
    let earliest = Infinity
    for (const wait of waits) earliest = Math.min(earliest, wait.at)
    if (armed?.at === earliest) return
    armed?.cancel()
    armed =
      earliest === Infinity
        ? undefined
        : { at: earliest, cancel: clock.setTimer(() => fire(earliest), earliest - clock.now()) }
  }

  const fire = (expected: number): void => {
    armed?.cancel()
    armed = undefined
    const now = clock.now()
    // Too early by a clock that was set back: waiting on for the moment would take as much longer.
    const due = [...waits].filter((wait) => wait.at <= now || now < expected)
    // One of them may have stopped another meanwhile.
    for (const wait of due) if (waits.delete(wait)) wait.run()
    arm()
  }

  return {
    waitUntil: (at, run) => {
      const wait = { at, run }
      waits.add(wait)
      arm()
      return () => {
        if (waits.delete(wait)) arm()
      }
    },
    check: () => fire(-Infinity),
  }
}
