import type { Clock } from '@tillkit/core'
import type { Tabs } from '../store/tabs.ts'

/** Longer than any turn takes, in milliseconds: whoever hasn't done by then is frozen. */
const patienceMs = 30_000

/** Runs while no other tab runs under this name, but waits no longer than for one that still moves. */
export function runInTurn<T>(
  { tabs, clock }: { readonly tabs: Tabs; readonly clock: Clock },
  name: string,
  run: () => Promise<T>,
): Promise<T> {
  const patience = new AbortController()
  const cancel = clock.setTimer(() => patience.abort(), patienceMs)
  return tabs.exclusively(
    name,
    () => {
      cancel()
      return run()
    },
    patience.signal,
  )
}
