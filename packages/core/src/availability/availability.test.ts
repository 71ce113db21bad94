import { describe, expect, it } from 'vitest'
import { buildFacts, mBank, minutes, start } from '../../test/facts.ts'
import {
  isSelectable,
  resolveAvailability,
  type AvailabilityFacts,
  type AvailabilityReason,
} from './availability.ts'
import { defaultPolicy } from './policy.ts'

interface Entry {
  readonly reason: AvailabilityReason
  /** What has to be so, beside what other entries change. */
  readonly facts: Partial<Omit<AvailabilityFacts, 'channel'>>
  readonly channel?: Partial<AvailabilityFacts['channel']>
  /** When it stops blocking; missing while that can't be known. */
  readonly ends?: number
  /** Things that can't hold together, since both come from one fact. */
  readonly fact?: string
}

/** `now` is the start; each entry holds then, alone or with others. */
const chain = {
  hidden: { reason: { status: 'hidden' }, facts: {}, channel: { isActive: false } },
  off: {
    reason: { status: 'off', text: 'Back on Monday.', until: start + minutes(90) },
    facts: { override: { text: 'Back on Monday.', until: start + minutes(90) } },
    ends: start + minutes(90),
  },
  misconfigured: { reason: { status: 'misconfigured' }, facts: { misconfigured: true } },
  device: { reason: { status: 'ineligible', because: 'device' }, facts: { deviceSupported: false } },
  'outage of the gateway': {
    reason: { status: 'outage', scope: 'gateway', check: { at: start + minutes(3) } },
    facts: { gateway: { state: 'open', checkAt: start + minutes(3) } },
  },
  'outage of the method': {
    reason: { status: 'outage', scope: 'method' },
    facts: { methodOnline: false },
    fact: 'isOnline',
  },
  'outage of the channel': {
    reason: { status: 'outage', scope: 'channel' },
    facts: {},
    channel: { isOnline: false },
    fact: 'isOnline',
  },
  'amount too small': {
    reason: { status: 'ineligible', because: 'amount', shortBy: 2_000 },
    facts: {},
    channel: { limits: { min: 12_000 } },
    fact: 'limits',
  },
  'amount too large': {
    reason: { status: 'ineligible', because: 'amount', overBy: 1_000 },
    facts: {},
    channel: { limits: { min: 1, max: 9_000 } },
    fact: 'limits',
  },
  refused: {
    reason: { status: 'refused', until: start + minutes(4) },
    facts: { circuit: { state: 'refused', trip: 0, since: start - minutes(1) } },
    ends: start + minutes(4),
    fact: 'circuit',
  },
  'rest of ours': {
    reason: { status: 'coolingDown', until: start + minutes(8), source: 'client', trip: 2 },
    facts: { circuit: { state: 'open', trip: 2, until: start + minutes(8) } },
    ends: start + minutes(8),
    fact: 'circuit',
  },
  "rest of the shop's": {
    reason: { status: 'coolingDown', until: start + minutes(9), source: 'shop' },
    facts: {},
    channel: { restsUntil: start + minutes(9) },
    ends: start + minutes(9),
  },
  trial: {
    reason: { status: 'trial', trip: 3 },
    facts: { circuit: { state: 'open', trip: 3, until: start } },
    ends: -Infinity,
    fact: 'circuit',
  },
  unconfirmed: {
    reason: { status: 'unconfirmed', asOf: start - minutes(6) },
    facts: { asOf: start - minutes(6) },
    ends: -Infinity,
  },
} as const satisfies Record<string, Entry>

const entries: readonly (readonly [string, Entry])[] = Object.entries(chain)

const resolve = (...together: readonly Entry[]) => {
  const channel = Object.assign({}, mBank, ...together.map((entry) => entry.channel)) as typeof mBank
  const facts = Object.assign({}, ...together.map((entry) => entry.facts)) as Partial<AvailabilityFacts>
  // An old list must not confirm a refusal, and a fresh one must not either.
  return resolveAvailability(
    buildFacts({ asOf: start - minutes(2), ...facts, channel }),
    start,
    defaultPolicy,
  )
}

const selectableFrom = (...together: readonly Entry[]): number | undefined => {
  const latest = Math.max(...together.map(({ ends = Infinity }) => ends))
  return Number.isFinite(latest) ? latest : undefined
}

const pairs = entries.flatMap(([stronger, a], index) =>
  entries
    .slice(index + 1)
    .filter(([, b]) => a.fact === undefined || a.fact !== b.fact)
    .map(([weaker, b]) => ({ stronger, weaker, a, b })),
)
// The one pair of which only the later shows: it is tried below.
const ordered = pairs.filter(
  ({ stronger, weaker }) => `${stronger}, ${weaker}` !== "rest of ours, rest of the shop's",
)

describe('the chain', () => {
  it.each(entries)('shows %s where nothing else speaks against the channel', (_, entry) => {
    const from = selectableFrom(entry)
    expect(resolve(entry)).toEqual({
      ...entry.reason,
      losing: [],
      ...(from === undefined ? {} : { selectableFrom: from }),
    })
  })

  it('shows a channel nothing speaks against as available', () => {
    expect(resolve()).toEqual({ status: 'available', losing: [] })
  })

  it('has every pair of reasons that can hold together', () => {
    // 14 entries make 91 pairs, less 1 of isOnline, 1 of the limits, 3 of the circuit, and the two rests.
    expect(ordered).toHaveLength(91 - 1 - 1 - 3 - 1)
  })

  it.each(ordered)('puts $stronger before $weaker', ({ a, b }) => {
    const from = selectableFrom(a, b)
    const expected = {
      ...a.reason,
      losing: [b.reason],
      ...(from === undefined ? {} : { selectableFrom: from }),
    }
    expect(resolve(a, b)).toEqual(expected)
    expect(resolve(b, a)).toEqual(expected)
  })

  it('puts all of them in order', () => {
    const { off, 'rest of ours': ours, ...others } = chain
    const together = [
      chain.hidden,
      off,
      others.misconfigured,
      others.device,
      others['outage of the gateway'],
      others['outage of the channel'],
      others['amount too small'],
      ours,
      others.unconfirmed,
    ]
    const { losing, ...winner } = resolve(...together)
    expect([winner, ...losing]).toEqual(together.map(({ reason }) => reason))
  })

  it('lets a refusal and a rest of the shop stand side by side', () => {
    expect(resolve(chain.refused, chain["rest of the shop's"])).toMatchObject({
      status: 'refused',
      losing: [{ status: 'coolingDown', source: 'shop' }],
      selectableFrom: start + minutes(9),
    })
  })

  it('calls only available, unconfirmed and trial selectable', () => {
    const selectable = entries.filter(([, entry]) => isSelectable(entry.reason)).map(([name]) => name)
    expect(selectable).toEqual(['trial', 'unconfirmed'])
    expect(isSelectable({ status: 'available' })).toBe(true)
  })
})

describe('two rests at once', () => {
  const shop = (minute: number): Entry => ({
    ...chain.hidden,
    channel: { restsUntil: start + minutes(minute) },
  })

  it('shows the one that ends later, whoever tells of it', () => {
    expect(resolve(chain['rest of ours'], shop(9))).toMatchObject({
      status: 'coolingDown',
      source: 'shop',
      until: start + minutes(9),
      selectableFrom: start + minutes(9),
    })
    expect(resolve(chain['rest of ours'], shop(7))).toMatchObject({
      status: 'coolingDown',
      source: 'client',
      trip: 2,
      until: start + minutes(8),
      selectableFrom: start + minutes(8),
    })
  })

  it('shows ours, which knows its trip, where both end at once', () => {
    expect(resolve(chain['rest of ours'], shop(8))).toEqual({
      ...chain['rest of ours'].reason,
      losing: [],
      selectableFrom: start + minutes(8),
    })
  })

  it("gives no trip to the shop's", () => {
    expect(resolve(shop(9))).not.toHaveProperty('trip')
  })

  it('is what the rest of the chain says when the shop’s is over', () => {
    expect(resolve(shop(0))).toEqual({ status: 'available', losing: [] })
    expect(resolve(shop(-5))).toEqual({ status: 'available', losing: [] })
  })
})

describe('selectableFrom', () => {
  it('is the latest end among all that blocks, losing ones included', () => {
    const refused = chain.refused
    expect(resolve(chain.off, refused).selectableFrom).toBe(start + minutes(90))
    const short = { ...chain.off, facts: { override: { until: start + minutes(1) } } }
    expect(resolve(short, refused)).toMatchObject({ status: 'off', selectableFrom: start + minutes(4) })
  })

  it.each([
    ['an outage', chain['outage of the channel']],
    ['a wrong set-up', chain.misconfigured],
    ['a device that cannot', chain.device],
    ['an amount outside the limits', chain['amount too large']],
    ['an override without until', { ...chain.off, facts: { override: {} } }],
    ['an outage of imoje, though it is checked at a time', chain['outage of the gateway']],
  ])('is missing while %s blocks too', (_, endless) => {
    expect(resolve(endless, chain['rest of ours'])).not.toHaveProperty('selectableFrom')
  })

  it('is missing where the channel can be chosen', () => {
    expect(resolve(chain.trial)).not.toHaveProperty('selectableFrom')
    expect(resolve(chain.unconfirmed)).not.toHaveProperty('selectableFrom')
    expect(resolve()).not.toHaveProperty('selectableFrom')
  })
})

describe('limits', () => {
  const at = (amount: number, limits: AvailabilityFacts['channel']['limits']) => {
    const facts = buildFacts({ amount, channel: { ...mBank, limits } })
    return resolveAvailability(facts, start, defaultPolicy)
  }

  it('are inclusive on both sides', () => {
    const limits = { min: 100, max: 200 }
    expect(at(100, limits).status).toBe('available')
    expect(at(200, limits).status).toBe('available')
    expect(at(99, limits)).toMatchObject({ status: 'ineligible', because: 'amount', shortBy: 1 })
    expect(at(201, limits)).toMatchObject({ status: 'ineligible', because: 'amount', overBy: 1 })
  })

  it('are none where they are zero or missing, on either side', () => {
    expect(at(1, {}).status).toBe('available')
    expect(at(1, { min: 0, max: 0 }).status).toBe('available')
    expect(at(999_999_999, { min: 100 }).status).toBe('available')
    expect(at(999_999_999, { min: 100, max: 0 }).status).toBe('available')
    expect(at(1, { max: 200 }).status).toBe('available')
    expect(at(201, { min: 0, max: 200 }).status).toBe('ineligible')
    expect(at(0, { min: 1 })).toMatchObject({ shortBy: 1 })
  })
})

describe("the merchant's override", () => {
  const at = (now: number) =>
    resolveAvailability(
      buildFacts({ asOf: now, override: { text: 'Until noon.', until: start } }),
      now,
      defaultPolicy,
    )

  it('ends by itself at its until', () => {
    expect(at(start - 1)).toEqual({
      status: 'off',
      text: 'Until noon.',
      until: start,
      losing: [],
      selectableFrom: start,
    })
    expect(at(start)).toEqual({ status: 'available', losing: [] })
  })

  it('holds for good without one', () => {
    const facts = buildFacts({ override: {} })
    expect(resolveAvailability(facts, start * 2, defaultPolicy)).toMatchObject({ status: 'off' })
  })
})

describe('a list', () => {
  it('is unconfirmed from maxAgeMs on, and can still be chosen from', () => {
    const at = (minute: number) => resolveAvailability(buildFacts(), start + minutes(minute), defaultPolicy)
    expect(at(4.999).status).toBe('available')
    expect(at(5)).toEqual({ status: 'unconfirmed', asOf: start, losing: [] })
  })

  it('stands behind a trial as a losing reason', () => {
    expect(resolve(chain.trial, chain.unconfirmed)).toMatchObject({
      status: 'trial',
      losing: [{ status: 'unconfirmed' }],
    })
  })
})
