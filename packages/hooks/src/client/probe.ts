import type { Clock } from '@tillkit/core'
import type { AvailabilityStore } from '../store/availability-store.ts'
import type { Memory } from '../store/memory.ts'
import type { Tabs } from '../store/tabs.ts'
import { runInTurn } from './in-turn.ts'
import type { Page } from './page.ts'

export interface ProbeParts {
  readonly name: string
  readonly tabs: Tabs
  readonly memory: Memory
  readonly store: AvailabilityStore
  readonly clock: Clock
  readonly page: Page
}

/**
 * The one question whether imoje is back, however many pickers and tabs wait for it. There is no leader: tabs queue, and
 * whoever's turn comes looks first at what the one before has learnt. A tab that is closed while it asks only leaves the queue.
 */
export function createProbe(parts: ProbeParts): (read: () => Promise<void>) => void {
  const { name, memory, store, clock, page } = parts
  let isWaiting = false
  const isDue = (): boolean => {
    const { state } = store.getState().gateway
    return state.state === 'open' && state.checkAt <= clock.now()
  }
  return (read: () => Promise<void>): void => {
    if (isWaiting) return
    isWaiting = true
    const askIfStillDue = async (): Promise<void> => {
      memory.recall()
      if (isDue() && page.isVisible()) await read()
    }
    void runInTurn(parts, name, askIfStillDue).finally(() => {
      isWaiting = false
      // Whoever found it due meanwhile was told that somebody asks: all look again.
      store.setState({})
    })
  }
}
