import { describe, expect, it } from 'vitest'
import { buildFacts, mBank, minutes, seconds, start } from '../../test/facts.ts'
import { nextChangeAt, type AvailabilityFacts } from './availability.ts'
import { defaultPolicy } from './policy.ts'

const next = (facts: Partial<AvailabilityFacts>, now = start, policy = defaultPolicy) =>
  nextChangeAt(buildFacts(facts), now, policy)

/** A list so fresh for so long that it changes nothing. */
const always = start + minutes(100_000)

describe('nextChangeAt', () => {
  it('is when the list becomes unconfirmed, where nothing else happens', () => {
    expect(next({})).toBe(start + minutes(5))
    expect(next({}, start + minutes(5) - 1)).toBe(start + minutes(5))
  })

  it('is missing when time alone changes nothing any more', () => {
    expect(next({}, start + minutes(5))).toBeUndefined()
    expect(next({ asOf: start - minutes(60), misconfigured: true })).toBeUndefined()
  })

  it('is the end of a rest, then of the quiet trial, then missing', () => {
    const circuit = { state: 'open', trip: 1, until: start + minutes(5) } as const
    expect(next({ asOf: always, circuit })).toBe(start + minutes(5))
    expect(next({ asOf: always, circuit }, start + minutes(5))).toBe(start + minutes(35))
    expect(next({ asOf: always, circuit }, start + minutes(35))).toBe(always + minutes(5))
  })

  it("is the shop's rest where that ends first, though it isn't the reason shown", () => {
    const circuit = { state: 'refused', trip: 0, since: start } as const
    const channel = { ...mBank, restsUntil: start + minutes(1) }
    expect(next({ asOf: start - 1, circuit, channel })).toBe(start + minutes(1))
    expect(next({ asOf: start - 1, circuit }, start)).toBe(start - 1 + minutes(5))
  })

  it("is the end of our rest, though the shop's is longer: behind that a trial begins", () => {
    const circuit = { state: 'open', trip: 1, until: start + minutes(1) } as const
    const channel = { ...mBank, restsUntil: start + minutes(9) }
    expect(next({ asOf: always, circuit, channel })).toBe(start + minutes(1))
    expect(next({ asOf: always, circuit, channel }, start + minutes(1))).toBe(start + minutes(9))
  })

  it('is 30 seconds after a refusal once a newer list says online', () => {
    const circuit = { state: 'refused', trip: 0, since: start } as const
    expect(next({ circuit, asOf: start + 1 })).toBe(start + seconds(30))
    expect(next({ circuit, asOf: start + 1 }, start + seconds(30))).toBe(start + 1 + minutes(5))
  })

  it('is when the gateway is checked, and nothing after that', () => {
    const gateway = { state: 'open', checkAt: start + minutes(2) } as const
    expect(next({ asOf: always, gateway })).toBe(start + minutes(2))
    expect(next({ asOf: start - minutes(9), gateway }, start + minutes(2))).toBeUndefined()
  })

  it('is the end of an override', () => {
    expect(next({ override: { until: start + 1 } })).toBe(start + 1)
    expect(next({ asOf: start - minutes(9), override: { until: start } })).toBeUndefined()
    expect(next({ asOf: start - minutes(9), override: {} })).toBeUndefined()
  })

  it('sees a change among the losing reasons', () => {
    const circuit = { state: 'open', trip: 1, until: start + minutes(5) } as const
    expect(next({ asOf: always, circuit, channel: { ...mBank, isActive: false } })).toBe(start + minutes(5))
  })

  it('leaves out moments at which nothing changes', () => {
    // A quiet trial of no length: the rest ends, and with it everything.
    const policy = { ...defaultPolicy, quietTrialMs: 0 }
    const circuit = { state: 'open', trip: 1, until: start + minutes(1) } as const
    expect(next({ asOf: start - minutes(9), circuit }, start, policy)).toBe(start + minutes(1))
    expect(next({ asOf: start - minutes(9), circuit }, start + minutes(1), policy)).toBeUndefined()
    // The same behind a longer rest of the shop's: no trial begins there.
    const channel = { ...mBank, restsUntil: start + minutes(9) }
    expect(next({ asOf: always, circuit, channel }, start, policy)).toBe(start + minutes(9))
    // A refusal that a newer list lifted has no trial, and no end of one.
    const refused = { state: 'refused', trip: 1, since: start } as const
    expect(next({ asOf: start + 1, circuit: refused }, start + minutes(6))).toBeUndefined()
  })
})
