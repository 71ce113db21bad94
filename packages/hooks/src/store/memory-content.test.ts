import { describe, expect, it } from 'vitest'
import {
  buildGatewayReport,
  buildReport,
  createMemoryKit,
  reportsName,
  stateOf,
} from '../../test/memory-kit.ts'

const resting = { state: 'open', trip: 1 }

describe('the names of what is kept', () => {
  it('carry the version and the shop', () => {
    const { browser, clock, open } = createMemoryKit()
    const { memory } = open({ shop: '/api/payments' })
    memory.report(buildReport(clock))
    memory.keepLastUsed('blik/blik')
    expect([...browser.kept.keys()]).toEqual([
      'tillkit/1/%2Fapi%2Fpayments/reports',
      'tillkit/1/%2Fapi%2Fpayments/last-used',
    ])
  })

  it('keep shops apart, even shops whose names run into each other', async () => {
    const { clock, open, deliver } = createMemoryKit()
    const shops = ['shop', 'shop/attempt', 'shop/reports', 'Shop', ''].map((shop) => open({ shop }))
    for (const { memory } of shops) memory.start()
    shops[0]!.memory.report(buildReport(clock))
    shops[1]!.memory.keepLastUsed('blik/blik')
    await deliver()
    for (const other of shops.slice(1)) {
      other.memory.recall()
      expect(stateOf(other)).toEqual({ state: 'closed' })
      expect(other.discarded).toEqual([])
    }
    expect(shops[0]!.memory.findLastUsed()).toBeUndefined()
    expect(shops[0]!.memory.findAttempt('last-used')).toBeUndefined()
  })

  it('keep versions apart: what another one wrote is neither read nor touched', async () => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const newer = browser.open()
    const heard: unknown[] = []
    newer.listen('tillkit/2/shop', (message) => heard.push(message))
    newer.write('tillkit/2/shop/reports', 'in another way')
    const page = open()
    page.memory.start()
    newer.post('tillkit/2/shop', 'in another way')
    page.memory.report(buildReport(clock))
    page.memory.clear()
    await deliver()
    expect(browser.kept.get('tillkit/2/shop/reports')).toBe('in another way')
    expect(heard).toEqual([])
    expect(page.discarded).toEqual([])
  })
})

const { clock } = createMemoryKit()
const good = buildReport(clock)
const told = (...reports: unknown[]): string => JSON.stringify({ resets: 0, reports })
const wholly: readonly (readonly [string, string])[] = [
  ['nothing at all', ''],
  ['no JSON', 'null of your business'],
  ['cut off', told(good).slice(0, -7)],
  ['null', 'null'],
  ['a number', '7'],
  ['a list', JSON.stringify([good])],
  ['without reports', JSON.stringify({ resets: 0 })],
  ['with reports that are no list', JSON.stringify({ resets: 0, reports: { 0: good } })],
  ['without a count of resets', JSON.stringify({ reports: [good] })],
  ['with a count that is a text', JSON.stringify({ resets: '0', reports: [good] })],
  ['with a count too large to count on', JSON.stringify({ resets: 2 ** 53, reports: [good] })],
  ['with more reports than anybody makes', told(...Array.from({ length: 1_001 }, () => good))],
  ['deeper than anybody nests', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
]

describe('content that can’t be read', () => {
  it.each(wholly)('is discarded and removed when storage holds something %s', (_, content) => {
    const { browser, open } = createMemoryKit()
    browser.kept.set(reportsName, content)
    browser.kept.set('host/cart', 'mine')
    const page = open()
    page.memory.start()
    expect(page.discarded).toEqual(['storage: reports'])
    expect([...browser.kept]).toEqual([['host/cart', 'mine']])
    page.memory.recall()
    expect(page.discarded).toHaveLength(1)
    expect(page.counts.updates).toBe(0)
  })

  it.each(wholly)('costs nothing else when a tab says something %s', async (_, content) => {
    const { browser, clock, open, deliver } = createMemoryKit()
    const page = open()
    page.memory.start()
    page.memory.report(buildReport(clock))
    const kept = browser.kept.get(reportsName)
    browser.open().post('tillkit/1/shop', content)
    await deliver()
    expect(page.discarded).toEqual(['tab: reports'])
    expect(stateOf(page)).toMatchObject(resting)
    expect(browser.kept.get(reportsName)).toBe(kept)
  })

  it.each([undefined, null, 7, {}, { resets: 0, reports: [good] }, [[]], new Map(), new Date(0)])(
    'is anything but text: %s',
    async (message) => {
      const { browser, open, deliver } = createMemoryKit()
      const page = open()
      page.memory.start()
      browser.open().post('tillkit/1/shop', message)
      await deliver()
      expect(page.discarded).toEqual(['tab: reports'])
      expect(page.counts).toEqual({ writes: 0, posts: 0, updates: 0 })
    },
  )

  it('leaves what the tab itself knows, and keeps that again', () => {
    const { browser, clock, open } = createMemoryKit()
    const page = open()
    page.memory.report(buildReport(clock))
    const kept = browser.kept.get(reportsName)
    browser.kept.set(reportsName, 'foreign')
    page.memory.recall()
    expect(page.discarded).toEqual(['storage: reports'])
    expect(browser.kept.get(reportsName)).toBe(kept)
  })
})

const broken: readonly (readonly [string, unknown])[] = [
  ['null', null],
  ['a text', 'failed'],
  ['a list', []],
  ['without an id', { ...good, id: undefined }],
  ['with an empty id', { ...good, id: '' }],
  ['with an id of 10 kB', { ...good, id: 'x'.repeat(10_000) }],
  ['with a channel that is a number, which is no gateway’s', { ...good, channel: 7 }],
  ['with a channel that is null', { ...good, channel: null }],
  ['with a channel of no method', { ...good, channel: '/mtransfer' }],
  ['with a channel that is a method', { ...good, channel: 'pbl' }],
  ['with a channel of 10 kB', { ...good, channel: `pbl/${'x'.repeat(10_000)}` }],
  ['with an outcome nobody knows', { ...good, outcome: 'bored' }],
  ['with a gateway’s outcome for a channel', { ...good, outcome: 'unanswered' }],
  ['with a channel’s outcome for the gateway', { ...good, channel: undefined, outcome: 'refused' }],
  ['at a time that is a text', { ...good, at: '2026-11-22' }],
  ['at half a millisecond', { ...good, at: good.at + 0.5 }],
  ['at a time too large to count on', { ...good, at: 1e300 }],
  ['sent at no time', { ...good, sentAt: undefined }],
  ['with a status that is a text', { ...good, status: '500' }],
  ['that waits for a text', { ...buildGatewayReport(clock), retryAfterMs: '60' }],
]

describe('a single report that can’t be read', () => {
  it.each(broken)('costs only itself in storage: %s', (_, report) => {
    const { browser, open } = createMemoryKit()
    browser.kept.set(reportsName, told(report, good))
    const page = open()
    page.memory.start()
    expect(stateOf(page)).toMatchObject(resting)
    expect(page.store.getState().gateway.reports).toEqual([])
    expect(page.store.getState().circuits.size).toBe(1)
    expect(page.discarded).toEqual(['storage: 1 of 2 reports'])
    expect(browser.kept.get(reportsName)).toBe(told(good))
  })

  it('is one of many, and all of them are one event', async () => {
    const { browser, open, deliver } = createMemoryKit()
    const page = open()
    page.memory.start()
    const reports = [...broken.map(([, report]) => report), good]
    browser.open().post('tillkit/1/shop', told(...reports))
    await deliver()
    expect(page.discarded).toEqual([`tab: ${broken.length} of ${broken.length + 1} reports`])
    expect(stateOf(page)).toMatchObject(resting)
  })

  it('that says more than is asked is taken for what is asked', () => {
    const { browser, open } = createMemoryKit()
    browser.kept.set(reportsName, told({ ...good, mood: 'fine' }))
    const page = open()
    page.memory.start()
    expect(page.discarded).toEqual([])
    expect(browser.kept.get(reportsName)).toBe(told(good))
  })
})

it.each(['__proto__/x', 'constructor/__proto__', 'pbl/\u202E\u200F', 'pbl/\uD800', 'pbl/\u0000', ' / '])(
  'a channel named %j is a channel like any other, and does no harm',
  (channel) => {
    const { browser, open } = createMemoryKit()
    browser.kept.set(reportsName, told({ ...good, channel, id: '__proto__' }))
    const page = open()
    page.memory.start()
    expect([...page.store.getState().circuits.keys()]).toEqual([channel])
    expect(page.discarded).toEqual([])
    expect(JSON.parse(browser.kept.get(reportsName)!)).toMatchObject({
      reports: [{ channel, id: '__proto__' }],
    })
    expect(Object.keys(Object.prototype)).toEqual([])
  },
)

it('a key named __proto__ is no key', () => {
  const { browser, open } = createMemoryKit()
  browser.kept.set(
    reportsName,
    `{"__proto__":{"resets":0},"resets":0,"reports":[{"__proto__":{"id":"x"},"at":${clock.now()},"sentAt":0}]}`,
  )
  const page = open()
  page.memory.start()
  expect(page.discarded).toEqual(['storage: 1 of 1 reports'])
  expect({}).not.toHaveProperty('id')
})
