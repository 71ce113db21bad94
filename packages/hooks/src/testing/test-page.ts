import type { Page } from '../client/page.ts'

/** A page that a test shows, hides and cuts off; it goes nowhere. */
export interface TestPage extends Page {
  /** Where the page was sent. */
  readonly followed: unknown[]
  /** Shows or hides it, or cuts it off, and tells its listeners. */
  set(change: { readonly visible?: boolean; readonly online?: boolean }): void
  /** Shows it again as it was left. */
  restore(): void
}

/** A page that is visible and online until told otherwise, and goes nowhere. */
export function createTestPage(): TestPage {
  let state = { visible: true, online: true }
  const followed: unknown[] = []
  const listeners = new Set<() => void>()
  const restored = new Set<() => void>()
  const listen = (set: Set<() => void>) => (listener: () => void) => {
    set.add(listener)
    return () => void set.delete(listener)
  }
  return {
    followed,
    isVisible: () => state.visible,
    isOnline: () => state.online,
    subscribe: listen(listeners),
    onRestored: listen(restored),
    follow: (action) => void followed.push(action),
    set: (change) => {
      state = { ...state, ...change }
      for (const listener of listeners) listener()
    },
    restore: () => {
      for (const listener of restored) listener()
    },
  }
}
