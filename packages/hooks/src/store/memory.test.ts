import { capOf, defaultPolicy } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import {
  buildGatewayReport,
  buildReport,
  createMemoryKit,
  reportsName,
  stateOf,
} from '../../test/memory-kit.ts'

const minutes = (count: number): number => count * 60_000
const resting = { state: 'open', trip: 1 }

describe('a report', () => {
  it('survives a reload', () => {
    const { clock, open } = createMemoryKit()
    const before = open()
    before.memory.report(buildReport(clock))
    before.memory.report(buildGatewayReport(clock, { retryAfterMs: 90_000 }))
    before.tab.close()
    const after = open()
    expect(stateOf(after)).toEqual({ state: 'closed' })
    after.memory.start()
    expect(after.store.getState()).toEqual(before.store.getState())
    expect(stateOf(after)).toMatchObject(resting)
    expect(after.store.getState().gateway.state).toEqual({ state: 'open', checkAt: clock.now() + 90_000 })
    expect(after.discarded).toEqual([])
  })

  it('reaches the other tabs, which neither keep it nor tell it again', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other, third] = [open(), open(), open()]
    for (const page of [one, other, third]) page.memory.start()
    one.memory.report(buildReport(clock))
    expect(stateOf(one)).toMatchObject(resting)
    expect(stateOf(other)).toEqual({ state: 'closed' })
    await deliver()
    expect(other.store.getState()).toEqual(one.store.getState())
    expect(third.store.getState()).toEqual(one.store.getState())
    expect(one.counts).toEqual({ writes: 1, posts: 1, updates: 1 })
    expect(other.counts).toEqual({ writes: 0, posts: 0, updates: 1 })
  })

  it('is kept and told also by a page that doesn’t listen', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other, later] = [open(), open(), open()]
    other.memory.start()
    one.memory.report(buildReport(clock))
    await deliver()
    later.memory.recall()
    expect([stateOf(other), stateOf(later)]).toMatchObject([resting, resting])
  })

  it('is found again on looking, where tabs can’t talk', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    browser.set({ channel: false })
    const [one, other] = [open(), open()]
    other.memory.start()
    one.memory.report(buildReport(clock))
    await deliver()
    expect(stateOf(other)).toEqual({ state: 'closed' })
    other.memory.recall()
    expect(stateOf(other)).toMatchObject(resting)
  })

  it.each(['full', 'blocked'] as const)(
    'works, and reaches the tabs, with a storage that is %s',
    async (storage) => {
      const { browser, clock, open, deliver } = createMemoryKit()
      browser.set({ storage })
      const [one, other] = [open(), open()]
      other.memory.start()
      one.memory.report(buildReport(clock))
      one.memory.clear()
      one.memory.report(buildReport(clock))
      await deliver()
      expect([stateOf(one), stateOf(other)]).toMatchObject([resting, resting])
      expect(browser.kept).toHaveLength(0)
      expect([...one.discarded, ...other.discarded]).toEqual([])
    },
  )

  it('is the only thing shared: neither a pause nor a wrong set-up goes further than its tab', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    other.memory.start()
    one.store.setState({ misconfigured: true, pausedUntil: clock.now() + minutes(1) })
    one.memory.report(buildReport(clock))
    await deliver()
    expect(stateOf(other)).toMatchObject(resting)
    expect(other.store.getState()).toMatchObject({ misconfigured: false, pausedUntil: 0 })
    expect([...browser.kept.values()].join()).not.toMatch(/misconfigured|paused/)
  })

  it('is kept with nothing beside what circuits need', () => {
    const { browser, clock, open } = createMemoryKit()
    const report = { ...buildReport(clock), blikCode: '123456', email: 'jan@example.pl' }
    open().memory.report(report)
    expect(JSON.parse(browser.kept.get(reportsName)!)).toEqual({
      resets: 0,
      reports: [
        {
          id: report.id,
          channel: 'pbl/mtransfer',
          outcome: 'failed',
          status: 500,
          sentAt: report.sentAt,
          at: report.at,
        },
      ],
    })
  })
})

describe('what is kept', () => {
  it('is what all tabs know together', () => {
    const { browser, clock, open } = createMemoryKit()
    browser.set({ channel: false })
    const [one, other] = [open(), open()]
    one.memory.report(buildReport(clock))
    other.memory.report(buildReport(clock, { channel: 'pbl/ipko' }))
    expect(one.store.getState().circuits.size).toBe(1)
    const reloaded = open()
    reloaded.memory.recall()
    expect([...reloaded.store.getState().circuits.keys()].toSorted()).toEqual(['pbl/ipko', 'pbl/mtransfer'])
  })

  it('is read in one update, however many reports there are', () => {
    const { clock, open } = createMemoryKit()
    const one = open()
    for (let count = 0; count < 40; count += 1) {
      one.memory.report(buildReport(clock, { channel: `pbl/bank${count % 8}` }))
      one.memory.report(buildGatewayReport(clock))
    }
    const reloaded = open()
    reloaded.memory.start()
    expect(reloaded.store.getState()).toEqual(one.store.getState())
    expect(reloaded.counts).toEqual({ writes: 0, posts: 0, updates: 1 })
  })

  it('is not written again, and nobody is told, when nothing is new', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    one.memory.report(buildReport(clock))
    other.memory.start()
    const before = other.store.getState()
    one.memory.start()
    one.memory.recall()
    other.memory.recall()
    await deliver()
    expect(other.store.getState()).toBe(before)
    expect(one.counts).toEqual({ writes: 1, posts: 1, updates: 1 })
    expect(other.counts).toEqual({ writes: 0, posts: 0, updates: 1 })
  })

  it('is the same text, and not written again, in whatever order tabs came to know it', () => {
    const { browser, clock, open } = createMemoryKit()
    const [one, other] = [open(), open()]
    browser.set({ storage: 'blocked', channel: false })
    one.memory.report(buildReport(clock, { id: 'b' }))
    other.memory.report(buildReport(clock, { id: 'a', channel: 'pbl/ipko' }))
    browser.set({ storage: 'works' })
    one.memory.recall()
    other.memory.recall()
    const writes = one.counts.writes + other.counts.writes
    for (const { memory } of [one, other, one]) memory.recall()
    expect(one.counts.writes + other.counts.writes).toBe(writes)
    expect(one.store.getState()).toEqual(other.store.getState())
  })

  it('is nothing, and stays nothing, before the first report', () => {
    const { browser, open } = createMemoryKit()
    const page = open()
    page.memory.start()
    page.memory.recall()
    expect(browser.kept).toHaveLength(0)
    expect(page.counts).toEqual({ writes: 0, posts: 0, updates: 0 })
  })

  it('gets back a report that another tab, writing at the same moment, has overwritten', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    other.memory.start()
    one.memory.report(buildReport(clock))
    browser.kept.delete(reportsName)
    await deliver()
    expect(other.counts.writes).toBe(1)
    const reloaded = open()
    reloaded.memory.start()
    expect(stateOf(reloaded)).toMatchObject(resting)
  })

  it('is forgotten after a day', () => {
    const { browser, clock, open } = createMemoryKit()
    const { memoryMs } = defaultPolicy
    open().memory.report(buildReport(clock, { sentAt: clock.now() }))
    clock.jump(memoryMs)
    const inTime = open()
    inTime.memory.start()
    expect(stateOf(inTime)).toMatchObject(resting)
    clock.jump(1)
    const tooLate = open()
    tooLate.memory.start()
    expect(stateOf(tooLate)).toEqual({ state: 'closed' })
    expect(tooLate.discarded).toEqual([])
    expect(browser.kept).toHaveLength(0)
    inTime.memory.recall()
    expect(browser.kept).toHaveLength(0)
  })

  it('is nothing where the shop gives memory no time', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const policy = { memoryMs: 0 }
    const [one, other] = [open({ policy }), open({ policy })]
    other.memory.start()
    one.memory.report(buildReport(clock))
    expect(stateOf(one)).toMatchObject(resting)
    clock.jump(1)
    await deliver()
    expect(stateOf(other)).toEqual({ state: 'closed' })
  })

  it('is the newest thousand reports', () => {
    const { browser, clock, open } = createMemoryKit()
    const one = open()
    const reports = Array.from({ length: 1_200 }, (_, count) =>
      buildReport(clock, { channel: `pbl/bank${count % 100}`, at: clock.now() - minutes(60) + count }),
    )
    one.store.report(...reports)
    one.memory.recall()
    const { reports: kept } = JSON.parse(browser.kept.get(reportsName)!) as { reports: { id: string }[] }
    expect(kept.map(({ id }) => id)).toEqual(reports.slice(200).map(({ id }) => id))
    const reloaded = open()
    reloaded.memory.start()
    expect(reloaded.store.getState().circuits.size).toBe(100)
    expect(reloaded.discarded).toEqual([])
    expect(reloaded.counts.writes).toBe(0)
  })
})

describe('listening', () => {
  it('goes on until it is stopped as often as it was started', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    const stops = [other.memory.start(), other.memory.start()]
    stops[0]!()
    stops[0]!()
    one.memory.report(buildReport(clock))
    await deliver()
    expect(stateOf(other)).toMatchObject(resting)
    stops[1]!()
    one.memory.report(buildReport(clock, { channel: 'pbl/ipko' }))
    await deliver()
    expect(stateOf(other, 'pbl/ipko')).toEqual({ state: 'closed' })
  })

  it('begins with what was missed when it is started again', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    other.memory.start()()
    one.memory.report(buildReport(clock))
    await deliver()
    const stop = other.memory.start()
    expect(stateOf(other)).toMatchObject(resting)
    one.memory.report(buildReport(clock, { channel: 'pbl/ipko' }))
    await deliver()
    expect(stateOf(other, 'pbl/ipko')).toMatchObject(resting)
    stop()
  })
})

describe('forgetting', () => {
  it('is for all tabs and what is kept', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    for (const { memory } of [one, other]) memory.start()
    one.memory.report(buildReport(clock))
    one.memory.report(buildGatewayReport(clock))
    await deliver()
    other.memory.clear()
    await deliver()
    const reloaded = open()
    reloaded.memory.start()
    for (const page of [one, other, reloaded]) {
      expect(page.store.getState().circuits.size).toBe(0)
      expect(page.store.getState().gateway.state).toEqual({ state: 'closed' })
    }
  })

  it('leaves alone what isn’t shared', () => {
    const { open } = createMemoryKit()
    const page = open()
    page.store.setState({ misconfigured: true, pausedUntil: 5 })
    page.memory.clear()
    expect(page.store.getState()).toMatchObject({ misconfigured: true, pausedUntil: 5 })
  })

  it('is not undone by a tab that hadn’t heard of it', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const [one, asleep] = [open(), open()]
    one.memory.start()
    asleep.memory.report(buildReport(clock))
    await deliver()
    browser.set({ channel: false })
    one.memory.clear()
    asleep.memory.report(buildReport(clock, { channel: 'pbl/ipko' }))
    for (const page of [one, asleep]) {
      page.memory.recall()
      expect(stateOf(page)).toEqual({ state: 'closed' })
      expect(stateOf(page, 'pbl/ipko')).toMatchObject(resting)
    }
  })

  it('is not undone by a word from before', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    browser.set({ storage: 'blocked' })
    for (const { memory } of [one, other]) memory.start()
    one.memory.report(buildReport(clock))
    other.memory.clear()
    await deliver()
    expect([stateOf(one), stateOf(other)]).toEqual([{ state: 'closed' }, { state: 'closed' }])
  })

  it('is for what was reported after another forgetting, too, though nobody here had heard of that', () => {
    const { browser, clock, open } = createMemoryKit()
    browser.set({ channel: false })
    const [one, other] = [open(), open()]
    one.memory.clear()
    one.memory.report(buildReport(clock))
    other.memory.clear()
    one.memory.recall()
    expect(stateOf(one)).toEqual({ state: 'closed' })
  })

  it('lets a report of the same moment count', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    other.memory.start()
    one.memory.report(buildReport(clock))
    one.memory.clear()
    one.memory.report(buildReport(clock))
    await deliver()
    expect([stateOf(one), stateOf(other)]).toMatchObject([resting, resting])
  })
})

describe('a clock that jumped back', () => {
  it('never makes a kept pause longer than the cap, and doesn’t begin it again with each reload', () => {
    const { clock, open } = createMemoryKit()
    const before = open()
    for (const [channel, outcome] of [
      ['pbl/mtransfer', 'failed'],
      ['pbl/ipko', 'refused'],
    ] as const)
      before.memory.report(buildReport(clock, { channel, outcome }))
    before.memory.report(buildGatewayReport(clock))
    clock.jump(-minutes(120))
    const now = clock.now()
    const after = open()
    after.memory.start()
    expect(stateOf(after)).toEqual({ ...resting, until: now + minutes(5) })
    expect(stateOf(after, 'pbl/ipko')).toEqual({ state: 'refused', trip: 0, since: now })
    expect(after.store.getState().gateway.state).toEqual({ state: 'open', checkAt: now + minutes(5) })
    clock.jump(minutes(4))
    const again = open()
    again.memory.start()
    expect(again.store.getState()).toEqual(after.store.getState())
  })

  it('never makes a pause that another tab tells of longer', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const [one, other] = [open(), open()]
    other.memory.start()
    one.memory.report(buildReport(clock))
    clock.jump(-minutes(120))
    await deliver()
    expect(stateOf(other)).toEqual({ ...resting, until: clock.now() + minutes(5) })
  })

  it('by more than a day, makes what is kept as good as none', () => {
    const { browser, clock, open } = createMemoryKit()
    open().memory.report(buildReport(clock))
    clock.jump(-defaultPolicy.memoryMs - 1)
    const after = open()
    after.memory.start()
    expect(stateOf(after)).toEqual({ state: 'closed' })
    expect(browser.kept).toHaveLength(0)
    expect(after.discarded).toEqual([])
  })

  it('holds whatever figures storage was given', () => {
    const { browser, clock, open } = createMemoryKit()
    const day = defaultPolicy.memoryMs
    const reports = [1, 60_000, day, day + 1, Number.MAX_SAFE_INTEGER - clock.now()].flatMap((ahead) => [
      buildReport(clock, { at: clock.now() + ahead }),
      buildGatewayReport(clock, { at: clock.now() + ahead, retryAfterMs: Number.MAX_SAFE_INTEGER }),
      buildReport(clock, { sentAt: -Number.MAX_SAFE_INTEGER }),
      buildReport(clock, { sentAt: Number.MAX_SAFE_INTEGER }),
    ])
    browser.kept.set(reportsName, JSON.stringify({ resets: 0, reports }))
    const page = open()
    page.memory.start()
    const { gateway } = page.store.getState()
    const [circuit] = page.store.getState().circuits.values()
    expect(circuit?.state).toMatchObject({ state: 'open' })
    expect(circuit?.state.state === 'open' && circuit.state.until).toBeLessThanOrEqual(
      clock.now() + capOf(defaultPolicy),
    )
    expect(gateway.state).toEqual({
      state: 'open',
      checkAt: clock.now() + defaultPolicy.gatewayHoldAtMostMs,
    })
    expect(open().memory.start()).toBeTypeOf('function')
    expect(page.discarded).toEqual([])
  })
})
