import fc from 'fast-check'
import type { AvailabilityFacts, Override } from '../src/availability/availability.ts'
import { buildPolicy, defaultPolicy, type Policy } from '../src/availability/policy.ts'
import type { ChannelReport, GatewayReport } from '../src/availability/report.ts'
import type { AmountLimits } from '../src/domain/catalogue.ts'
import { foldGatewayReports, foldReports, mBank, minutes, seconds, start } from './facts.ts'

/** One list of payment methods, as far as it speaks of our channel. */
export interface Refresh {
  readonly asOf: number
  readonly isActive: boolean
  readonly isOnline: boolean
  readonly methodOnline: boolean
  readonly limits: AmountLimits
  readonly restsUntil: number | undefined
}

/** All that happened to one channel up to `now`. */
export interface History {
  readonly policy: Policy
  readonly reports: readonly ChannelReport[]
  readonly gatewayReports: readonly GatewayReport[]
  readonly refreshes: readonly Refresh[]
  readonly override: Override | undefined
  readonly misconfigured: boolean
  readonly deviceSupported: boolean
  readonly amount: number
  readonly now: number
}

// Half minutes, now and then a millisecond beside them: so moments meet, and boundaries are hit from both sides.
const span = (most: number): fc.Arbitrary<number> => fc.nat(most).map((halves) => halves * seconds(30))
/** No hold is nothing: who is away would be asked without a pause. */
const hold: fc.Arbitrary<number> = span(60).map((ms) => Math.max(ms, 1))
const moment: fc.Arbitrary<number> = fc
  .tuple(span(240), fc.constantFrom(0, 0, 0, 0, -1, 1))
  .map(([offset, jitter]) => start + offset + jitter)
const often = (most: boolean): fc.Arbitrary<boolean> => fc.nat(15).map((n) => (n === 15 ? !most : most))
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

const randomPolicy: fc.Arbitrary<Policy> = fc
  .record({
    coolDownsMs: fc.array(span(60), { minLength: 1, maxLength: 5 }),
    failuresToOpen: fc.integer({ min: 1, max: 4 }),
    quietTrialMs: span(60),
    refused: fc.tuple(span(20), span(20)),
    holds: fc.tuple(hold, hold),
    gatewayHoldMs: hold,
    maxAgeMs: span(30),
  })
  .map(({ refused, holds, ...rest }) =>
    buildPolicy({
      ...rest,
      refusedAtLeastMs: Math.min(...refused),
      refusedAtMostMs: Math.max(...refused),
      gatewayHoldAtLeastMs: Math.min(...holds),
      gatewayHoldAtMostMs: Math.max(...holds),
    }),
  )

/** The defaults half of the time, else anything `buildPolicy` accepts. */
export const policies: fc.Arbitrary<Policy> = fc.oneof(fc.constant(defaultPolicy), randomPolicy)

/** Sent and known: mostly seconds apart, now and then in an order that no honest clock gives. */
const times: fc.Arbitrary<{ readonly sentAt: number; readonly at: number }> = fc
  .record({
    at: moment,
    took: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(0, 1, seconds(1), seconds(20), seconds(30), minutes(1)) },
      { weight: 1, arbitrary: fc.constantFrom(minutes(5), minutes(30), minutes(90), -1, -minutes(5)) },
    ),
  })
  .map(({ at, took }) => ({ at, sentAt: at - took }))

const id = fc.nat(9_999).map(String)

export const channelReports = (maxLength: number): fc.Arbitrary<ChannelReport[]> =>
  fc.uniqueArray(
    fc
      .record({ id, outcome: fc.constantFrom('failed', 'failed', 'failed', 'refused', 'succeeded'), times })
      .map(({ id, outcome, times }) => ({ id, channel: mBank.id, outcome, ...times })),
    { maxLength, selector: (report) => report.id, size: 'max' },
  )

export const gatewayReports = (maxLength: number): fc.Arbitrary<GatewayReport[]> =>
  fc.uniqueArray(
    fc
      .record({
        id,
        outcome: fc.constantFrom('failed', 'failed', 'succeeded', 'unanswered'),
        times,
        retryAfterMs: maybe(fc.oneof(span(120), fc.constant(9_999_999_999_000))),
      })
      .map(({ times, ...report }) => ({ ...report, ...times })),
    { maxLength, selector: (report) => report.id, size: 'max' },
  )

const limit = fc.constantFrom(0, 1, 9_999, 10_000, 10_001)
const refresh: fc.Arbitrary<Refresh> = fc.record({
  asOf: moment,
  isActive: often(true),
  isOnline: often(true),
  methodOnline: often(true),
  limits: fc
    .tuple(maybe(limit), maybe(limit))
    .map(([min, max]) => ({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) })),
  restsUntil: maybe(moment),
})

const override: fc.Arbitrary<Override | undefined> = maybe(
  fc
    .tuple(maybe(fc.constant('Back on Monday.')), fc.oneof(moment, moment, moment, fc.constant(undefined)))
    .map(([text, until]) => ({
      ...(text === undefined ? {} : { text }),
      ...(until === undefined ? {} : { until }),
    })),
)

/** Reports and lists in any order, and a `now` that is before, at or after anything that happened. */
export const histories: fc.Arbitrary<History> = fc
  .record({
    policy: policies,
    reports: fc.oneof(channelReports(6), channelReports(6), channelReports(40)),
    gatewayReports: fc.oneof(
      fc.constant([]),
      fc.constant([]),
      fc.constant([]),
      gatewayReports(6),
      gatewayReports(40),
    ),
    refreshes: fc.array(refresh, { minLength: 1, maxLength: 4 }),
    override,
    misconfigured: often(false),
    deviceSupported: often(true),
    amount: fc.constantFrom(10_000, 10_000, 9_999, 10_001),
    anchor: fc.nat(),
    offset: fc.oneof(
      fc.constantFrom(-1, 0, 1),
      moment.map((at) => at - start),
    ),
  })
  .map(({ anchor, offset, ...history }) => {
    const anchors = interestingMoments(history)
    return { ...history, now: (anchors[anchor % anchors.length] ?? start) + offset }
  })

/** Histories in which only what we observed ourselves speaks against the channel: the list says it is fine. */
export const observedHistories: fc.Arbitrary<History> = histories.map((history) => ({
  ...history,
  gatewayReports: [],
  override: undefined,
  misconfigured: false,
  deviceSupported: true,
  refreshes: history.refreshes.map((list) => ({
    ...list,
    isActive: true,
    isOnline: true,
    methodOnline: true,
    limits: {},
    restsUntil: undefined,
  })),
}))

/** What a client knows at `now`: the newest list that has come, and every report. */
export function factsOf(history: History): AvailabilityFacts {
  const { list } = newestList(history)
  const { isActive, isOnline, limits, restsUntil, methodOnline, asOf } = list
  return {
    channel: { ...mBank, isActive, isOnline, limits, ...(restsUntil === undefined ? {} : { restsUntil }) },
    methodOnline,
    asOf,
    amount: history.amount,
    circuit: foldReports(history.reports, history.policy).state,
    gateway: foldGatewayReports(history.gatewayReports, history.policy).state,
    misconfigured: history.misconfigured,
    deviceSupported: history.deviceSupported,
    override: history.override,
  }
}

/** The newest list not from the future, or the oldest. */
export function newestList({ refreshes, now }: Pick<History, 'refreshes' | 'now'>): { list: Refresh } {
  const sorted = refreshes.toSorted((a, b) => a.asOf - b.asOf)
  const list = sorted.findLast((each) => each.asOf <= now) ?? sorted[0]
  if (!list) throw new Error('A history has at least one list.')
  return { list }
}

/** Every moment of a history, and each of them with the spans of the policy added: far more than can matter. */
export function interestingMoments(history: Omit<History, 'now'>): readonly number[] {
  const { policy } = history
  const origins = new Set([
    ...history.reports.map((report) => report.at),
    ...history.gatewayReports.map((report) => report.at),
    ...history.refreshes.flatMap(({ asOf, restsUntil }) => [asOf, restsUntil ?? asOf]),
    ...(history.override?.until === undefined ? [] : [history.override.until]),
  ])
  const rests = [...policy.coolDownsMs, policy.refusedAtMostMs]
  const spans = new Set([
    0,
    ...rests,
    ...rests.map((rest) => rest + policy.quietTrialMs),
    policy.refusedAtLeastMs,
    policy.maxAgeMs,
    policy.gatewayHoldMs,
    policy.gatewayHoldAtLeastMs,
    policy.gatewayHoldAtMostMs,
    ...history.gatewayReports.map((report) => report.retryAfterMs ?? 0),
  ])
  const moments = new Set<number>()
  for (const origin of origins) for (const span of spans) moments.add(origin + span)
  return [...moments].toSorted((a, b) => a - b)
}
