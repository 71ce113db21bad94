import { defaultPolicy, type ChannelReport, type GatewayReport, type Policy } from '@tillkit/core'
import { createAvailabilityStore, type AvailabilityStore } from '../src/store/availability-store.ts'
import { createMemory, type Memory } from '../src/store/memory.ts'
import { createFakeClock, type FakeClock } from '../src/testing/fake-clock.ts'
import { createTestBrowser, type TestBrowser, type TestTab } from '../src/testing/test-tabs.ts'

export type Report = ChannelReport | GatewayReport

/** A page of the shop in one tab, as far as it remembers. */
export interface MemoryPage {
  readonly memory: Memory
  readonly store: AvailabilityStore
  readonly tab: TestTab
  /** What could not be read. */
  readonly discarded: string[]
  /** How often it kept something and told the others, and how often its store told of a change. */
  readonly counts: { writes: number; posts: number; updates: number }
}

export interface MemoryKit {
  readonly browser: TestBrowser
  readonly clock: FakeClock
  /** Opens a page of the shop in a new tab; it doesn't listen before `memory.start()`. */
  open(own?: { readonly shop?: string; readonly policy?: Partial<Policy> }): MemoryPage
  /** Lets every message arrive. */
  deliver(): Promise<void>
}

export const reportsName = 'tillkit/1/shop/reports'

export function createMemoryKit(): MemoryKit {
  const browser = createTestBrowser()
  const clock = createFakeClock()
  return {
    browser,
    clock,
    deliver: async () => {
      for (let turn = 0; turn < 4; turn += 1) await Promise.resolve()
    },
    open: ({ shop = 'shop', policy: ownPolicy } = {}) => {
      const policy = { ...defaultPolicy, ...ownPolicy }
      const counts = { writes: 0, posts: 0, updates: 0 }
      const discarded: string[] = []
      const tab = browser.open()
      const store = createAvailabilityStore(policy)
      store.subscribe(() => {
        counts.updates += 1
      })
      const memory = createMemory({
        shop,
        store,
        clock,
        policy,
        tabs: {
          ...tab,
          write: (...words) => {
            counts.writes += 1
            tab.write(...words)
          },
          post: (...words) => {
            counts.posts += 1
            tab.post(...words)
          },
        },
        onDiscarded: (source, detail) => discarded.push(`${source}: ${detail}`),
      })
      return { memory, store, tab, discarded, counts }
    },
  }
}

let ids = 0

/** A 500 on mBank that came just now. */
export function buildReport(clock: FakeClock, own: Partial<ChannelReport> = {}): ChannelReport {
  const at = own.at ?? clock.now()
  return {
    id: `report-${(ids += 1)}`,
    channel: 'pbl/mtransfer',
    outcome: 'failed',
    status: 500,
    sentAt: at - 300,
    at,
    ...own,
  }
}

/** A 503 that came just now. */
export function buildGatewayReport(clock: FakeClock, own: Partial<GatewayReport> = {}): GatewayReport {
  const at = own.at ?? clock.now()
  return { id: `report-${(ids += 1)}`, outcome: 'failed', status: 503, sentAt: at - 300, at, ...own }
}

/** What a page knows of a channel, as far as it shows. */
export const stateOf = ({ store }: MemoryPage, channel: ChannelReport['channel'] = 'pbl/mtransfer') =>
  store.getState().circuits.get(channel)?.state ?? { state: 'closed' }
