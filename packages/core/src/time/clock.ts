/** The only door to the outside's time: everything in Tillkit takes `now` as an argument or a `Clock`. */
export interface Clock {
  /** The time now, in epoch milliseconds. */
  now(): number
  /** Calls `run` once after `ms` milliseconds; the returned function cancels it. */
  setTimer(run: () => void, ms: number): () => void
}

/** Longest delay a browser's timer takes; longer ones would fire at once. */
const LONGEST_TIMER_MS = 2_147_483_647

/** The machine's own clock. */
export const systemClock: Clock = {
  now: () => Date.now(),
  setTimer: (run, ms) => {
    const timer = setTimeout(run, Math.min(Math.max(ms, 0), LONGEST_TIMER_MS))
    return () => clearTimeout(timer)
  },
}
