import type { Clock, Policy } from '@tillkit/core'

export interface Poll {
  /**
   * Asks until there is something to know, at the policy's pace; a lost answer is no answer.
   * @param since when the waiting began, in epoch milliseconds
   * @returns `late` when the policy's time is over, `stopped` when nobody waits any more
   */
  until<Found>(since: number, ask: () => Promise<Found | undefined>): Promise<Found | 'late' | 'stopped'>
  stop(): void
}

/** One question repeated. imoje: BLIK; the payer confirms in the bank's app, and nobody tells the page. */
export function createPoll(clock: Clock, policy: Policy): Poll {
  let run = 0
  let wake: (() => void) | undefined

  const wait = (ms: number): Promise<void> =>
    new Promise((resolve) => {
      const cancel = clock.setTimer(resolve, ms)
      wake = () => {
        cancel()
        resolve()
      }
    })

  return {
    until: async (began, ask) => {
      const mine = (run += 1)
      const isMine = (): boolean => run === mine
      let since = began
      while (isMine()) {
        const askedAt = clock.now()
        const found = await ask()
        if (!isMine()) break
        if (found !== undefined) return found
        // Where the clock jumped back the waiting begins anew, and is no longer than it ever was.
        const now = clock.now()
        since = Math.min(since, now)
        const waited = now - since
        // A phone may have slept through a question: the last one is asked when the time is over.
        if (Math.min(askedAt, now) - since >= policy.blikWaitMs) return 'late'
        const pause = waited < policy.blikPollSlowAfterMs ? policy.blikPollMs : policy.blikPollSlowMs
        await wait(Math.min(policy.blikWaitMs - waited, pause))
      }
      return 'stopped'
    },
    stop: () => {
      run += 1
      wake?.()
    },
  }
}
