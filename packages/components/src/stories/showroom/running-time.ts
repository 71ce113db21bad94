import type { FakeClock } from '@tillkit/hooks/testing'

export interface RunningTime {
  /** Epoch milliseconds. */
  readonly now: () => number
  /** Tells whenever the clock has moved. */
  subscribe(listener: () => void): () => void
  /** Moves the clock on, after whatever already moves it. */
  travel(ms: number): Promise<void>
  /** Lets the clock run with the visitor's, until the returned function is called. */
  run(): () => void
}

const tickMs = 500

/** A clock that stands still by itself made to run, and to jump. Two moves at once would turn it back. */
export function createRunningTime(clock: FakeClock): RunningTime {
  const listeners = new Set<() => void>()
  let moved = Promise.resolve()
  const move = async (ms: number): Promise<void> => {
    await clock.advance(ms)
    for (const listener of listeners) listener()
  }
  const travel = (ms: number): Promise<void> => {
    moved = moved.then(() => move(ms))
    return moved
  }
  return {
    now: clock.now,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    travel,
    run: () => {
      const timer = setInterval(() => void travel(tickMs), tickMs)
      return () => clearInterval(timer)
    },
  }
}
