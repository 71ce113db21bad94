import type { Tabs } from '../store/tabs.ts'

/** A browser in memory. */
export interface TestBrowser {
  /** Opens a tab (or the page again after a reload): it shares what is kept, the messages and the locks. */
  open(): TestTab
  /** Breaks or mends something, for all tabs, from now on. */
  set(faults: TestBrowserFaults): void
  /** What is kept, by name: to look at and to spoil. */
  readonly kept: Map<string, string>
}

/** One of several tabs of a browser that share what is kept. */
export interface TestTab extends Tabs {
  /** The tab dies: nothing is called back any more, nothing it does counts, and its turn goes to the next in line. */
  close(): void
}

/** What a browser can be without. */
export interface TestBrowserFaults {
  /** `full` keeps nothing new; `blocked` has nothing at all. @defaultValue 'works' */
  readonly storage?: 'works' | 'full' | 'blocked'
  /** Without it tabs can't talk. @defaultValue true */
  readonly channel?: boolean
  /** Without them nobody waits for a turn. @defaultValue true */
  readonly locks?: boolean
}

/**
 * Makes a browser whose tabs are all in one test. Messages come later and in order, as copies, to every tab but the one that
 * posts them.
 * @example
 * const browser = createTestBrowser()
 * const [one, other] = [browser.open(), browser.open()]
 */
export function createTestBrowser(): TestBrowser {
  let faults: Required<TestBrowserFaults> = { storage: 'works', channel: true, locks: true }
  const kept = new Map<string, string>()
  const lines = new Set<Line>()
  /** By name: settled when all who are in line have had their turn. */
  const turns = new Map<string, Promise<unknown>>()

  function open(): TestTab {
    let isOpen = true
    const held = new Set<() => void>()
    const hasStorage = (): boolean => isOpen && faults.storage !== 'blocked'

    const tab: TestTab = {
      read: (name) => (hasStorage() ? kept.get(name) : undefined),
      write: (name, text) => {
        if (!hasStorage()) return
        if (text === undefined) kept.delete(name)
        else if (faults.storage !== 'full') kept.set(name, text)
      },
      names: () => (hasStorage() ? [...kept.keys()] : []),
      listen: (name, listener) => {
        const line: Line = { tab, name, listener }
        if (isOpen) lines.add(line)
        return () => void lines.delete(line)
      },
      post: (name, message) => {
        if (!isOpen || !faults.channel) return
        const copy: unknown = structuredClone(message)
        const hearers = [...lines].filter((line) => line.name === name && line.tab !== tab)
        void Promise.resolve().then(() => {
          for (const line of hearers) if (lines.has(line)) line.listener(copy)
        })
      },
      exclusively: async (name, run, patience) => {
        if (!isOpen) return never
        if (!faults.locks) return run()
        const before = turns.get(name)
        let release = (): void => undefined
        const done = new Promise<void>((resolve) => {
          release = resolve
        })
        turns.set(name, Promise.all([before, done]))
        held.add(release)
        await Promise.race([before, aborted(patience)])
        try {
          return isOpen ? await run() : await never
        } finally {
          release()
          if (!isOpen) await never
        }
      },
      close: () => {
        isOpen = false
        for (const line of lines) if (line.tab === tab) lines.delete(line)
        for (const release of held) release()
      },
    }
    return tab
  }

  return {
    open,
    kept,
    set: (change) => {
      faults = { ...faults, ...change }
    },
  }
}

interface Line {
  readonly tab: Tabs
  readonly name: string
  readonly listener: (message: unknown) => void
}

const aborted = (signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => signal?.addEventListener('abort', () => resolve()))

/** What a dead tab waits for. */
const never: Promise<never> = new Promise(() => undefined)
