import { defaultPolicy } from '@tillkit/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createMemoryKit, reportsName, stateOf, type MemoryPage } from '../../test/memory-kit.ts'
import { holdsFor, must, propertyTimeoutMs, runs } from '../../test/runs.ts'

/*
 * What storage holds and other tabs say, with random damage. What a valid report or attempt is stands here a second time, written
 * by hand: so a change of the schemas that drops good ones, or lets bad ones in, shows.
 */

const { clock } = createMemoryKit()
const now = clock.now()
const day = defaultPolicy.memoryMs

const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 0.5, 1e308, -0, 2 ** 53, '', 'x', '/', 'pbl', [], {}, [[]], [{}]),
  fc.constantFrom(now, now + 1, now + day, now - day, now + day + 1, now - day - 1, -now, 500),
  fc.constantFrom(
    'x'.repeat(10_000),
    '\u202E',
    '__proto__',
    '\u0000',
    '\uD800',
    'failed',
    'refused',
    'unanswered',
  ),
  fc.jsonValue({ maxDepth: 2 }),
)
const time = fc.integer({ min: -3_600_000, max: 1_000 }).map((ms) => now + ms)
const id = fc.nat(50).map(String)
const reports = fc.array(
  fc.oneof(
    fc.record({
      id,
      channel: fc.constantFrom('blik/blik', 'pbl/ipko', '__proto__/x', 'pbl/\u202Ex'),
      outcome: fc.constantFrom('succeeded', 'failed', 'refused'),
      status: fc.constantFrom(undefined, 500, 406),
      sentAt: time,
      at: time,
    }),
    fc.record({
      id,
      outcome: fc.constantFrom('succeeded', 'failed', 'unanswered'),
      sentAt: time,
      at: time,
      retryAfterMs: fc.constantFrom(undefined, 60_000, 9_999_999_999_000),
    }),
  ),
  { maxLength: 8 },
)
const contents = fc.record({ resets: fc.nat(2), reports })
const attempts = fc.record({
  orderId: fc.constant('A-1001'),
  key: fc.uuid(),
  body: fc.constant('pbl/ipko 12999 PLN'),
  channel: fc.constant({ id: 'pbl/ipko', method: 'pbl', code: 'ipko', label: 'PKO BP' }),
  at: time,
  immediate: fc.boolean(),
  transactionId: fc.constantFrom(undefined, 't-1'),
  answered: fc.boolean(),
})

interface Damage {
  readonly place: number
  readonly does: 'replace' | 'remove' | 'repeat' | 'cut' | 'swap'
  readonly junk: unknown
}
const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({
    place: fc.nat(),
    does: fc.constantFrom('replace', 'replace', 'replace', 'remove', 'repeat', 'cut', 'swap'),
    junk,
  }),
  { maxLength: 4 },
)

/** Every container and key in a value, depth first. */
function placesIn(value: unknown): readonly (readonly [container: object, key: string])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [[value, key] as const, ...placesIn(Reflect.get(value, key))])
}

/** The text of a value with the damage done, to the value or, for the last two kinds, to the text. */
function spoil(value: unknown, damages: readonly Damage[]): string {
  const box: { value: unknown } = { value: JSON.parse(JSON.stringify(value)) }
  for (const { place, does, ...damage } of damages) {
    const junk = structuredClone(damage.junk)
    const places = placesIn(box)
    const [container, key] = places[place % places.length] ?? [box, 'value']
    if (does === 'replace')
      Object.defineProperty(container, key, {
        value: junk,
        enumerable: true,
        configurable: true,
        writable: true,
      })
    if (does === 'remove') Reflect.deleteProperty(container, key)
    if (does === 'repeat' && Array.isArray(container)) container.push(structuredClone(container[Number(key)]))
  }
  let text = JSON.stringify(box.value) ?? ''
  for (const { place, does } of damages) {
    const at = place % (text.length + 1)
    if (does === 'cut') text = text.slice(0, at)
    if (does === 'swap') text = text.slice(at) + text.slice(0, at)
  }
  return text
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= 1_000
const isWhole = (value: unknown): boolean => Number.isSafeInteger(value)
const isRecent = (value: unknown): boolean => Math.abs(Number(value) - now) <= day
const isReport = (value: unknown): value is Record<string, unknown> =>
  isObject(value) &&
  isText(value.id) &&
  isWhole(value.at) &&
  isWhole(value.sentAt) &&
  (value.status === undefined || isWhole(value.status)) &&
  (value.retryAfterMs === undefined || isWhole(value.retryAfterMs)) &&
  (value.channel === undefined
    ? ['succeeded', 'failed', 'unanswered'].includes(String(value.outcome)) && isText(value.outcome)
    : isText(value.channel) &&
      value.channel.indexOf('/') > 0 &&
      ['succeeded', 'failed', 'refused'].includes(String(value.outcome)) &&
      isText(value.outcome))
const isAttempt = (value: unknown): boolean =>
  isObject(value) &&
  value.orderId === 'A-1001' &&
  isText(value.key) &&
  isText(value.body) &&
  isObject(value.channel) &&
  [value.channel.id, value.channel.method, value.channel.code, value.channel.label].every(isText) &&
  value.channel.id === `${String(value.channel.method)}/${String(value.channel.code)}` &&
  isWhole(value.at) &&
  typeof value.immediate === 'boolean' &&
  (value.transactionId === undefined || isText(value.transactionId)) &&
  typeof value.answered === 'boolean'

interface Judged {
  /** The reports that count, by channel and id. */
  readonly reports: readonly string[]
  readonly isBroken: boolean
  /** Whether it says that everything before it is forgotten. */
  readonly forgets: boolean
}

function judge(content: unknown): Judged {
  const found = parse(content)
  if (!isObject(found) || !isWhole(found.resets) || !Array.isArray(found.reports))
    return { reports: [], isBroken: true, forgets: false }
  const good = found.reports.filter(isReport)
  const counting = good.filter(({ sentAt, at }) => isRecent(sentAt) && isRecent(at))
  const resets = Number(found.resets)
  const ids = counting.map(({ channel, id }) => `${String(channel)} ${String(id)}`)
  return {
    reports: resets < 0 ? [] : [...new Set(ids)].toSorted(),
    isBroken: good.length < found.reports.length,
    forgets: resets > 0,
  }
}

/** Of a thing that has no text there is nothing to parse. */
function parse(content: unknown): unknown {
  try {
    return JSON.parse(String(content))
  } catch {
    return undefined
  }
}

const idsIn = ({ store }: MemoryPage): readonly string[] => {
  const { circuits, gateway } = store.getState()
  return [
    ...gateway.reports.map(({ id }) => `undefined ${id}`),
    ...[...circuits].flatMap(([channel, { reports }]) => reports.map((report) => `${channel} ${report.id}`)),
  ].toSorted()
}

const mustBe = (actual: unknown, expected: unknown, what: string): void => {
  const [left, right] = [JSON.stringify(actual), JSON.stringify(expected)]
  must(left === right, `${what}: got ${left}, expected ${right}`)
}

/** Each kind of damage must have been tried. */
const mustHaveSeen = (...counts: readonly number[]): void =>
  expect(Math.min(...counts)).toBeGreaterThan(runs / 200)

describe('damaged memory', { timeout: propertyTimeoutMs }, () => {
  it('in storage loses its broken parts and nothing else, with one event, and is whole afterwards', async () => {
    const seen = { whole: 0, partly: 0, nothing: 0 }
    await holdsFor(fc.tuple(contents, damages), ([content, damages]) => {
      const { browser, open } = createMemoryKit()
      const text = spoil(content, damages)
      const { reports, isBroken } = judge(text)
      browser.kept.set(reportsName, text)
      const page = open()
      page.memory.start()
      mustBe(idsIn(page), reports, 'the reports')
      mustBe(page.discarded.length, isBroken ? 1 : 0, 'the events')
      must(page.counts.updates <= 3, `${page.counts.updates} updates`)
      const next = open()
      next.memory.start()
      mustBe(next.discarded, [], 'the events after a reload')
      must(
        page.discarded.every((detail) => detail.length < 40),
        'an event repeats what was discarded',
      )
      seen[!isBroken ? 'whole' : reports.length > 0 ? 'partly' : 'nothing'] += 1
    })
    mustHaveSeen(seen.whole, seen.partly, seen.nothing)
  })

  it('told by a tab loses its broken parts and nothing else, with one event', async () => {
    const seen = { whole: 0, partly: 0, nothing: 0 }
    const messages = fc.oneof(
      { weight: 9, arbitrary: fc.tuple(contents, damages).map((given) => spoil(...given)) },
      { weight: 1, arbitrary: junk },
    )
    await holdsFor(messages, async (message) => {
      const { browser, open, deliver } = createMemoryKit()
      const page = open()
      page.memory.start()
      const own = { id: 'own', channel: 'pbl/own', outcome: 'failed', sentAt: now, at: now } as const
      page.memory.report(own)
      browser.open().post('tillkit/1/shop', message)
      await deliver()
      const { reports, isBroken, forgets } = judge(message)
      mustBe(idsIn(page), [...reports, ...(forgets ? [] : ['pbl/own own'])].toSorted(), 'the reports')
      must(forgets || stateOf(page, 'pbl/own').state === 'open', 'the tab’s own report counts no more')
      mustBe(page.discarded.length, isBroken ? 1 : 0, 'the events')
      seen[!isBroken ? 'whole' : reports.length > 0 ? 'partly' : 'nothing'] += 1
    })
    mustHaveSeen(seen.whole, seen.partly, seen.nothing)
  })

  it('of an attempt is nothing, with one event, or an attempt', async () => {
    const seen = { found: 0, old: 0, broken: 0 }
    const name = 'tillkit/1/shop/attempt/A-1001'
    await holdsFor(fc.tuple(attempts, damages), ([attempt, damages]) => {
      const { browser, open } = createMemoryKit()
      const { memory, discarded } = open()
      const text = spoil(attempt, damages)
      browser.kept.set(name, text)
      const found = memory.findAttempt('A-1001')
      const said = parse(text)
      const isGood = isAttempt(said)
      const isFound = isGood && isRecent(Reflect.get(Object(said), 'at'))
      mustBe(discarded.length, isGood ? 0 : 1, 'the events')
      mustBe(found !== undefined, isFound, 'whether it is found')
      mustBe(browser.kept.has(name), isFound, 'whether it is still kept')
      for (const [key, value] of Object.entries(found ?? {}))
        if (key !== 'channel') mustBe(value, Reflect.get(Object(said), key), key)
      seen[isFound ? 'found' : isGood ? 'old' : 'broken'] += 1
    })
    mustHaveSeen(seen.found, seen.broken)
  })

  it('of the channel used last is nothing, or the text of a channel', async () => {
    let found = 0
    await holdsFor(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('blik/blik', '/', 'x/')),
      (text) => {
        const { browser, open } = createMemoryKit()
        const { memory, discarded } = open()
        browser.kept.set('tillkit/1/shop/last-used', text)
        const last = memory.findLastUsed()
        mustBe(last, text.indexOf('/') > 0 ? text : undefined, 'the channel')
        mustBe(discarded.length, last === undefined ? 1 : 0, 'the events')
        if (last !== undefined) found += 1
      },
    )
    expect(found).toBeGreaterThan(runs / 200)
  })

  it('leaves no trace on the prototypes', () => {
    expect(Object.keys(Object.prototype)).toEqual([])
    expect({}).not.toHaveProperty('resets')
  })
})
