import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildFacts, start } from '../../test/facts.ts'
import { factsOf, histories } from '../../test/histories.ts'
import { holdsFor, must, mustEqual, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { resolveAvailability, type Availability, type AvailabilityFacts } from './availability.ts'
import { pickFallbackMethods, type FallbackFacts } from './fallback-link.ts'
import { defaultPolicy } from './policy.ts'

type Shown = FallbackFacts['channels'][number]

const resolve = (own: Partial<AvailabilityFacts> = {}): Availability =>
  resolveAvailability(buildFacts(own), start + 1, defaultPolicy)

const fine = (method: string): Shown => ({ method, availability: resolve() })
const offline = (method: string): Shown => ({ method, availability: resolve({ methodOnline: false }) })
const cooling = (method: string, own: Partial<AvailabilityFacts> = {}): Shown => ({
  method,
  availability: resolve({ circuit: { state: 'open', trip: 1, until: start + 60_000 }, ...own }),
})
const refused = (method: string, own: Partial<AvailabilityFacts> = {}): Shown => ({
  method,
  availability: resolve({ circuit: { state: 'refused', trip: 0, since: start }, ...own }),
})

const pick = (failedMethod: string, ...channels: readonly Shown[]): readonly string[] =>
  pickFallbackMethods({ channels, failedMethod, gatewayDown: false })

describe('the methods of the fallback link', () => {
  it("are those that work, less the one that failed, in the order of imoje's link list", () => {
    expect(pick('blik', fine('imoje_installments'), fine('blik'), fine('card'), fine('pbl'))).toEqual([
      'pbl',
      'card',
      'imoje_installments',
    ])
  })

  it('hold each method once, however many channels it has', () => {
    expect(pick('blik', fine('pbl'), fine('pbl'), offline('pbl'))).toEqual(['pbl'])
  })

  it("leave out what imoje's link list doesn't know", () => {
    expect(pick('blik', fine('something_new'), fine('__proto__'), fine('wt'))).toEqual(['wt'])
  })

  it('have pbl for ing, and lose both when either one fails', () => {
    expect(pick('blik', fine('ing'))).toEqual(['pbl'])
    expect(pick('ing', fine('pbl'), fine('card'))).toEqual(['card'])
    expect(pick('pbl', fine('ing'), fine('card'))).toEqual(['card'])
    expect(pick('blik', fine('pbl'), cooling('ing'), fine('card'))).toEqual(['card'])
  })

  it('leave out a whole method while one of its channels cools down or was refused', () => {
    expect(pick('blik', fine('pbl'), cooling('pbl'), fine('card'))).toEqual(['card'])
    expect(pick('blik', fine('pbl'), refused('pbl'), fine('card'))).toEqual(['card'])
    const restsUntil = start + 60_000
    const shops = cooling('wallet', {
      circuit: { state: 'closed' },
      channel: { ...buildFacts().channel, restsUntil },
    })
    expect(pick('blik', shops, fine('wallet'), fine('card'))).toEqual(['card'])
  })

  it('leave it out too where that is not what the shopper is told of the channel', () => {
    for (const hidden of [
      cooling('pbl', { methodOnline: false }),
      cooling('pbl', { misconfigured: true }),
      refused('pbl', { channel: { ...buildFacts().channel, isActive: false } }),
    ]) {
      expect(['coolingDown', 'refused']).not.toContain(hidden.availability.status)
      expect(pick('blik', hidden, fine('pbl'), fine('card'))).toEqual(['card'])
    }
  })

  it("keep a method that imoje itself has offline in part: imoje's page knows that", () => {
    expect(pick('blik', offline('pbl'), fine('pbl'))).toEqual(['pbl'])
  })

  it('hold a channel on trial: the next report decides', () => {
    const circuit = { state: 'open', trip: 1, until: start } as const
    const trial = { method: 'pbl', availability: resolve({ circuit }) }
    expect(trial.availability.status).toBe('trial')
    expect(pick('blik', trial)).toEqual(['pbl'])
  })

  it.each<[string, readonly Shown[]]>([
    ['no channel', []],
    ['only the method that failed', [fine('blik')]],
    ['only what is offline', [offline('pbl')]],
    ['only what no link knows', [fine('something_new')]],
  ])('are none where there is %s', (_, channels) => {
    expect(pick('blik', ...channels)).toEqual([])
  })

  it("are none while the gateway's circuit is open", () => {
    const channels = [fine('pbl'), fine('card')]
    expect(pickFallbackMethods({ channels, failedMethod: 'blik', gatewayDown: true })).toEqual([])
  })
})

const names = ['blik', 'pbl', 'ing', 'card', 'wallet', 'wt', 'lease', 'imoje_paylater', 'new', '__proto__']
const channels: fc.Arbitrary<readonly Shown[]> = fc.array(
  fc.tuple(fc.constantFrom(...names), histories).map(([method, history]) => ({
    method,
    availability: resolveAvailability(factsOf(history), history.now, history.policy),
  })),
  { maxLength: 8 },
)

describe('the laws of the fallback link', { timeout: propertyTimeoutMs }, () => {
  const onPage = (method: string): string => (method === 'ing' ? 'pbl' : method)
  const usable = new Set(['available', 'unconfirmed', 'trial'])
  const known = ['pbl', 'card', 'wallet', 'blik', 'imoje_paylater', 'wt', 'lease', 'imoje_installments']

  it('hold on random channels', () => {
    const seen = { offered: 0, spared: 0, none: 0 }
    holdsFor(
      fc.record({ channels, failedMethod: fc.constantFrom(...names), gatewayDown: fc.boolean() }),
      (facts) => {
        const picked = pickFallbackMethods(facts)
        if (facts.gatewayDown) return mustEqual(picked, [], 'an offer while the gateway is down')
        mustEqual(
          picked,
          known.filter((method) => picked.includes(method)),
          'the order, and each once',
        )
        must(!picked.includes(onPage(facts.failedMethod)), 'the method that failed is offered')
        for (const method of known) {
          const here = facts.channels.filter((channel) => onPage(channel.method) === method)
          const works = here.some(({ availability }) => usable.has(availability.status))
          const fails = here.some(({ availability: { status, losing } }) =>
            [status, ...losing.map((reason) => reason.status)].some(
              (each) => each === 'coolingDown' || each === 'refused',
            ),
          )
          const expected = works && !fails && method !== onPage(facts.failedMethod)
          must(picked.includes(method) === expected, `${method} is ${expected ? 'missing' : 'offered'}`)
          if (works && fails) seen.spared += 1
        }
        if (picked.length > 0) seen.offered += 1
        else seen.none += 1
      },
    )
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 50)
  })
})
