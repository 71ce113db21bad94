import { emptyCircuit, type ChannelId, type Clock, type Policy } from '@tillkit/core'
import type { AvailabilityStore, Observed } from './availability-store.ts'
import { countUsers } from './count-users.ts'
import {
  decodeAttempt,
  decodeShared,
  encodeAttempt,
  encodeShared,
  isChannelId,
  type OpenAttempt,
  type Report,
} from './kept.ts'
import type { Tabs } from './tabs.ts'

export type { OpenAttempt } from './kept.ts'

/** What the tabs of one browser know together, and what survives a reload. */
export interface Memory {
  /** Takes a report in here, keeps it and tells the other tabs. */
  report(report: Report): void
  /** Reads what was kept and hears the other tabs, until the returned function is called as often as it was started. */
  start(): () => void
  /** Reads again what other tabs have kept meanwhile (the page was asleep; before a probe). */
  recall(): void
  /** Forgets every report, in all tabs. */
  clear(): void
  /** The order's newest attempt, unless it is older than `policy.memoryMs`. */
  findAttempt(orderId: string): OpenAttempt | undefined
  /** Keeps an attempt, or what is new of it, unless another tab has begun a newer one for the order. */
  keepAttempt(attempt: OpenAttempt): void
  forgetAttempt(orderId: string, key: string): void
  findLastUsed(): ChannelId | undefined
  keepLastUsed(channel: ChannelId): void
}

export interface MemoryParts {
  /** Whose reports these are (`gateway.key`): two shops, and two versions of the kit, never read each other's. */
  readonly shop: string
  readonly tabs: Tabs
  readonly store: AvailabilityStore
  readonly clock: Clock
  readonly policy: Policy
  /** Called once for each content that can't be read, in whole or in part; `detail` names its kind and repeats nothing of it. */
  readonly onDiscarded: (source: Source, detail: string) => void
}

type Source = 'storage' | 'tab'

/** What the names of all that tabs of a shop share begin with. */
export const placeOf = (shop: string): string => `tillkit/1/${encodeURIComponent(shop)}`

/**
 * Circuits are pure functions of a set of reports, so tabs share the reports. What is kept is the union of what every tab knows:
 * a tab takes in what is kept before it keeps anything itself, and keeps again what it finds missing (two tabs may write at
 * once). `resets` orders what was reported before and after somebody forgot it all.
 */
export function createMemory({ shop, tabs, store, clock, policy, onDiscarded }: MemoryParts): Memory {
  const place = placeOf(shop)
  const reportsAt = `${place}/reports`
  const lastUsedAt = `${place}/last-used`
  const attemptAt = (orderId: string): string => `${place}/attempt/${orderId}`
  let resets = 0

  /** Neither too old, nor further ahead than a clock that jumped back explains. */
  const isRecent = (at: number): boolean => Math.abs(clock.now() - at) <= policy.memoryMs
  const pickRecent = (reports: readonly Report[]): readonly Report[] =>
    reports.filter(({ sentAt, at }) => isRecent(sentAt) && isRecent(at))

  function forgetReports(nextResets: number): void {
    resets = nextResets
    store.setState({ circuits: new Map(), gateway: emptyCircuit })
  }

  function take(content: unknown, source: Source): void {
    const said = decodeShared(content)
    if (!said || said.broken > 0)
      onDiscarded(source, said ? `${said.broken} of ${said.broken + said.reports.length} reports` : 'reports')
    if (!said || said.resets < resets) return
    if (said.resets > resets) forgetReports(said.resets)
    store.report(...pickRecent(said.reports))
    store.forgetFuture(clock.now())
  }

  /** What is kept by now, taken in. */
  function readKept(): string | undefined {
    const kept = tabs.read(reportsAt)
    if (kept !== undefined) take(kept, 'storage')
    return kept
  }

  function keep(kept: string | undefined): void {
    const reports = pickRecent(listReports(store.getState()))
    const known = resets + reports.length > 0 ? encodeShared({ resets, reports }) : undefined
    if (known !== kept) tabs.write(reportsAt, known)
  }

  const tell = (...reports: readonly Report[]): void => tabs.post(place, encodeShared({ resets, reports }))

  const recall = (): void => keep(readKept())

  function findAttempt(orderId: string): OpenAttempt | undefined {
    const name = attemptAt(orderId)
    const kept = tabs.read(name)
    if (kept === undefined) return undefined
    const attempt = decodeAttempt(kept)
    if (attempt?.orderId !== orderId) onDiscarded('storage', 'attempt')
    else if (isRecent(attempt.at)) return attempt
    tabs.write(name, undefined)
    return undefined
  }

  return {
    report: (report) => {
      const kept = readKept()
      store.report(report)
      keep(kept)
      tell(report)
    },
    start: countUsers(() => {
      // An order that nobody visits again: looking for its attempt removes one that is too old. (Any other name is no order's.)
      for (const name of tabs.names()) findAttempt(name.slice(attemptAt('').length))
      recall()
      return tabs.listen(place, (message) => {
        take(message, 'tab')
        recall()
      })
    }),
    recall,
    clear: () => {
      const kept = readKept()
      forgetReports(resets + 1)
      keep(kept)
      tell()
    },
    findAttempt,
    keepAttempt: (attempt) => {
      const kept = findAttempt(attempt.orderId)
      if (kept && kept.at > attempt.at && kept.at <= clock.now()) return
      const text = encodeAttempt(attempt)
      if (text === undefined) onDiscarded('storage', 'attempt')
      else tabs.write(attemptAt(attempt.orderId), text)
    },
    forgetAttempt: (orderId, key) => {
      if (findAttempt(orderId)?.key === key) tabs.write(attemptAt(orderId), undefined)
    },
    findLastUsed: () => {
      const kept = tabs.read(lastUsedAt)
      if (kept === undefined || isChannelId(kept)) return kept
      onDiscarded('storage', 'last used')
      tabs.write(lastUsedAt, undefined)
      return undefined
    },
    keepLastUsed: (channel) => tabs.write(lastUsedAt, channel),
  }
}

const listReports = ({ circuits, gateway }: Observed): readonly Report[] => [
  ...gateway.reports,
  ...[...circuits.values()].flatMap(({ reports }) => reports),
]
