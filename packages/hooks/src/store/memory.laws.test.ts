import { defaultPolicy, isSame, type ChannelReport } from '@tillkit/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryKit, reportsName, type MemoryPage, type Report } from '../../test/memory-kit.ts'
import { holdsFor, must, propertyTimeoutMs, runs } from '../../test/runs.ts'
import type { TestBrowserFaults } from '../testing/test-tabs.ts'
import { createAvailabilityStore, type AvailabilityStore } from './availability-store.ts'

/** What may happen in one of three tabs. */
type Step =
  | { readonly does: 'report'; readonly tab: number; readonly what: number; readonly lateByMs: number }
  | { readonly does: 'reload' | 'sleep' | 'wake' | 'recall' | 'clear'; readonly tab: number }
  /** Another tab's older word takes the place of what is kept. */
  | { readonly does: 'overwrite' }
  | { readonly does: 'deliver' }
  | { readonly does: 'pass'; readonly ms: number }

const tab = fc.nat(2)
const report: fc.Arbitrary<Step> = fc.record({
  does: fc.constant('report'),
  tab,
  what: fc.nat(14),
  lateByMs: fc.constantFrom(0, 0, 0, 1, 60_000, 400_000),
})
const others: readonly fc.Arbitrary<Step>[] = [
  fc.record({ does: fc.constant('deliver') }),
  fc.record({ does: fc.constant('pass'), ms: fc.constantFrom(0, 1, 1_000, 60_000, 600_000) }),
  fc.record({ does: fc.constant('recall'), tab }),
]
const inTab = (does: 'reload' | 'sleep' | 'wake' | 'clear'): fc.Arbitrary<Step> =>
  fc.record({ does: fc.constant(does), tab })
const steps = (...more: readonly fc.Arbitrary<Step>[]): fc.Arbitrary<readonly Step[]> =>
  fc.array(
    fc.oneof(
      { weight: 4, arbitrary: report },
      ...[...others, ...more].map((arbitrary) => ({ weight: 1, arbitrary })),
    ),
    { maxLength: 24, size: 'max' },
  )

/** Five things that can be reported, each with three outcomes. */
function buildReportOf(what: number, at: number, id: string): Report {
  const seen = { id, sentAt: at - 500, at }
  const channels = ['blik/blik', 'pbl/mtransfer', 'pbl/ipko', '__proto__/x'] as const
  const channel: ChannelReport['channel'] | undefined = channels[what % 5]
  const third = Math.floor(what / 5)
  return channel
    ? { ...seen, channel, outcome: (['succeeded', 'failed', 'refused'] as const)[third]! }
    : { ...seen, outcome: (['succeeded', 'failed', 'unanswered'] as const)[third]! }
}

const plain = (store: AvailabilityStore): unknown => {
  const { circuits, gateway } = store.getState()
  return [gateway, [...circuits].toSorted(([a], [b]) => (a < b ? -1 : 1))]
}

/** Plays the steps, lets every message arrive and has every tab look again. */
async function play(
  steps: readonly Step[],
  faults: TestBrowserFaults,
): Promise<{ readonly pages: readonly MemoryPage[]; readonly reports: readonly Report[] }> {
  const { browser, clock, open, deliver } = createMemoryKit()
  browser.set(faults)
  const start = (page: MemoryPage) => ({ page, stop: page.memory.start() })
  const tabs = [0, 1, 2].map(() => start(open()))
  const reports: Report[] = []
  let ids = 0
  const versions: (string | undefined)[] = [undefined]
  for (const step of steps) {
    const { page, stop } = tabs['tab' in step ? step.tab : 0]!
    switch (step.does) {
      case 'report':
        reports.push(buildReportOf(step.what, clock.now() - step.lateByMs, `${(ids += 1)}`))
        page.memory.report(reports.at(-1)!)
        break
      case 'reload':
        page.tab.close()
        tabs[step.tab] = start(open())
        break
      case 'sleep':
        stop()
        break
      case 'wake':
        stop()
        tabs[step.tab] = start(page)
        break
      case 'recall':
        page.memory.recall()
        break
      case 'clear':
        page.memory.clear()
        reports.length = 0
        break
      case 'overwrite': {
        const older = versions[Math.floor(versions.length / 2)]
        if (older === undefined) browser.kept.delete(reportsName)
        else browser.kept.set(reportsName, older)
        break
      }
      case 'deliver':
        await deliver()
        break
      case 'pass':
        clock.jump(step.ms)
        break
    }
    versions.push(browser.kept.get(reportsName))
  }
  await deliver()
  const pages = tabs.map(({ page }) => page)
  for (const { memory } of [...pages, ...pages]) memory.recall()
  return { pages, reports }
}

describe('three tabs', { timeout: propertyTimeoutMs }, () => {
  const fold = (reports: readonly Report[]): unknown => {
    const store = createAvailabilityStore(defaultPolicy)
    store.report(...reports.toReversed())
    return plain(store)
  }
  const mustAgree = ({ pages }: { readonly pages: readonly MemoryPage[] }): unknown => {
    const [first, ...rest] = pages.map(({ store }) => plain(store))
    for (const other of rest) must(isSame(first, other), 'the tabs know different things')
    must(
      pages.every(({ discarded }) => discarded.length === 0),
      'something could not be read',
    )
    return first
  }

  it.each<readonly [string, TestBrowserFaults, fc.Arbitrary<readonly Step[]>]>([
    ['reloads, sleep and any order of messages', {}, steps(inTab('reload'), inTab('sleep'), inTab('wake'))],
    ['reloads without a channel', { channel: false }, steps(inTab('reload'), inTab('sleep'))],
    ['nothing but a channel', { storage: 'blocked', locks: false }, steps()],
    ['tabs that overwrite each other', {}, steps(fc.record({ does: fc.constant('overwrite') }))],
  ])('come to the fold of all reports, through %s', async (_, faults, steps) => {
    let most = 0
    await holdsFor(steps, async (steps) => {
      const played = await play(steps, faults)
      must(isSame(mustAgree(played), fold(played.reports)), 'the tabs don’t know what was reported')
      most = Math.max(most, played.reports.length)
    })
    expect(most).toBeGreaterThan(Math.min(10, runs / 10))
  })

  it.each<readonly [string, TestBrowserFaults, fc.Arbitrary<readonly Step[]>]>([
    ['everything', {}, steps(inTab('clear'), inTab('reload'), inTab('sleep'), inTab('wake'))],
    ['everything but a channel', { channel: false }, steps(inTab('clear'), inTab('reload'))],
    ['nothing but a channel', { storage: 'blocked' }, steps(inTab('clear'))],
  ])('come to agree, whoever forgets everything in between, with %s', async (_, faults, steps) => {
    await holdsFor(steps, async (steps) => {
      mustAgree(await play(steps, faults))
    })
    expect(runs).toBeGreaterThan(0)
  })
})
