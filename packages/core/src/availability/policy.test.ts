import { describe, expect, it, vi } from 'vitest'
import { minutes, seconds } from '../../test/facts.ts'
import { TillkitError } from '../domain/errors.ts'
import { buildPolicy, capOf, coolDownOf, defaultPolicy, gatewayHoldOf } from './policy.ts'

describe('the default policy', () => {
  it('has the figures of the rules', () => {
    expect(defaultPolicy).toMatchObject({
      coolDownsMs: [minutes(5), minutes(10), minutes(20), minutes(30)],
      failuresToOpen: 1,
      quietTrialMs: minutes(30),
      refusedAtLeastMs: seconds(30),
      refusedAtMostMs: minutes(5),
      gatewayHoldMs: minutes(5),
      gatewayHoldAtLeastMs: seconds(30),
      gatewayHoldAtMostMs: minutes(30),
      listFreshMs: seconds(60),
      listWaitBeforePayingMs: seconds(2),
      maxAgeMs: minutes(5),
      payingPauseMs: seconds(20),
      checkNowEveryMs: seconds(30),
      listTimeoutMs: seconds(8),
      payTimeoutMs: seconds(20),
      otherTimeoutMs: seconds(8),
      blikPollMs: seconds(2),
      blikPollSlowAfterMs: seconds(30),
      blikPollSlowMs: seconds(5),
      blikWaitMs: seconds(120),
      memoryMs: minutes(24 * 60),
    })
  })

  it('asks twice more for a list, with growing pauses', () => {
    const [first, second, ...more] = defaultPolicy.listRetryPausesMs
    expect(more).toEqual([])
    expect(second).toBeGreaterThan(first!)
  })
})

describe('buildPolicy', () => {
  it('is the defaults where nothing is asked for', () => {
    expect(buildPolicy()).toEqual(defaultPolicy)
    expect(buildPolicy({})).toEqual(defaultPolicy)
  })

  it("takes a shop's own figures, zero and empty lists of pauses among them", () => {
    const own = { coolDownsMs: [0], failuresToOpen: 3, maxAgeMs: 0, listRetryPausesMs: [] }
    expect(buildPolicy(own)).toEqual({ ...defaultPolicy, ...own })
  })

  it('takes equal bounds', () => {
    const own = { refusedAtLeastMs: 5, refusedAtMostMs: 5, gatewayHoldAtLeastMs: 7, gatewayHoldAtMostMs: 7 }
    expect(buildPolicy(own)).toMatchObject(own)
  })

  const bad: readonly [what: string, own: object, sentence: RegExp][] = [
    ['a name it does not know', { coolDown: 5 }, /coolDown/],
    ['a negative span', { maxAgeMs: -1 }, /maxAgeMs.*whole/],
    ['half a millisecond', { maxAgeMs: 0.5 }, /maxAgeMs.*whole/],
    ['no number', { maxAgeMs: Number.NaN }, /maxAgeMs.*whole/],
    ['an endless span', { maxAgeMs: Infinity }, /maxAgeMs.*whole/],
    ['a number too large to count with', { maxAgeMs: 2 ** 53 }, /maxAgeMs.*whole/],
    ['a text', { maxAgeMs: '300' }, /maxAgeMs.*whole/],
    ['null', { maxAgeMs: null }, /maxAgeMs.*whole/],
    ['undefined', { maxAgeMs: undefined }, /policy/],
    ['no failure to open with', { failuresToOpen: 0 }, /failuresToOpen.*from 1/],
    ['polls without a pause', { blikPollMs: 0 }, /blikPollMs.*from 1/],
    ['slow polls without a pause', { blikPollSlowMs: 0 }, /blikPollSlowMs.*from 1/],
    ['a list that is never fresh', { listFreshMs: 0 }, /listFreshMs.*from 1/],
    ['an outage that is asked about without a pause', { gatewayHoldMs: 0 }, /gatewayHoldMs.*from 1/],
    ['a Retry-After that may be nothing', { gatewayHoldAtLeastMs: 0 }, /gatewayHoldAtLeastMs.*from 1/],
    ['a list where a number belongs', { maxAgeMs: [5] }, /maxAgeMs/],
    ['a number where a list of cool-downs belongs', { coolDownsMs: 300_000 }, /coolDownsMs/],
    ['a number where a list of pauses belongs', { listRetryPausesMs: 1_000 }, /listRetryPausesMs/],
    ['a broken figure in a list', { coolDownsMs: [5, -1] }, /coolDownsMs.*whole/],
    ['no cool-down at all', { coolDownsMs: [] }, /cool-?down/i],
    ['holds that cross', { gatewayHoldAtLeastMs: 2, gatewayHoldAtMostMs: 1 }, /AtLeast/],
    ['refusals that cross', { refusedAtLeastMs: minutes(6) }, /AtLeast/],
  ]

  it.each(bad)('refuses %s and says what to write', (_, own, sentence) => {
    const attempt = () => buildPolicy(own)
    expect(attempt).toThrow(TillkitError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'options-invalid' }))
    expect(attempt).toThrow(sentence)
  })

  it('takes what it is given in production, where no developer would read the error', async () => {
    vi.stubEnv('NODE_ENV', 'production')
    vi.resetModules()
    const { buildPolicy } = await import('./policy.ts')
    expect(buildPolicy({ maxAgeMs: -1 })).toEqual({ ...defaultPolicy, maxAgeMs: -1 })
  })
})

describe('figures that follow from a policy', () => {
  it('has the longest cool-down as the cap, wherever it stands', () => {
    expect(capOf(defaultPolicy)).toBe(minutes(30))
    expect(capOf(buildPolicy({ coolDownsMs: [3, 9, 6] }))).toBe(9)
  })

  it('repeats the last cool-down', () => {
    expect([1, 2, 3, 4, 5, 99].map((trip) => coolDownOf(defaultPolicy, trip) / minutes(1))).toEqual([
      5, 10, 20, 30, 30, 30,
    ])
  })

  it('takes the usual hold only where nothing was asked for', () => {
    expect(gatewayHoldOf(defaultPolicy, undefined)).toBe(minutes(5))
    expect(gatewayHoldOf(defaultPolicy, 0)).toBe(seconds(30))
    expect(gatewayHoldOf(defaultPolicy, Infinity)).toBe(minutes(30))
  })
})
