import type { ChannelReport, GatewayReport } from './report.ts'
import { coolDownOf, gatewayHoldOf, type Policy } from './policy.ts'

/** How many reports a circuit keeps. */
const KEPT = 32

/** What a channel's reports add up to. Times are epoch milliseconds; what they mean *now* is for `resolveAvailability`. */
export type CircuitState =
  | { readonly state: 'closed' }
  /** Resting until `until`, then a trial; `trip` counts the cool-downs in a row from 1. */
  | { readonly state: 'open'; readonly trip: number; readonly until: number }
  /** imoje answered 406 at `since`; `trip` counts the cool-downs before it. */
  | { readonly state: 'refused'; readonly trip: number; readonly since: number }

/** What the reports on imoje as a whole add up to: after `checkAt` one probe asks. */
export type GatewayState = { readonly state: 'closed' } | { readonly state: 'open'; readonly checkAt: number }

/** The newest 32 reports by (`at`, `id`) and what they fold to. */
export interface Circuit<Report, State> {
  /** Oldest first; no more than what the state can follow from. */
  readonly reports: readonly Report[]
  /** What the reports say together. */
  readonly state: State
}
/** What was observed of one channel. */
export type ChannelCircuit = Circuit<ChannelReport, CircuitState>
/** What was observed of imoje as a whole. */
export type GatewayCircuit = Circuit<GatewayReport, GatewayState>

const closed = { state: 'closed' } as const
/** Nothing observed yet. */
export const emptyCircuit: Circuit<never, typeof closed> = { reports: [], state: closed }

/** Inserts a report. The same set of reports in any order and with repeats gives the same circuit. */
export const reduceCircuit = (
  circuit: ChannelCircuit,
  report: ChannelReport,
  policy: Policy,
): ChannelCircuit => insert(circuit, report, policy, channelRules)

/** As `reduceCircuit`, for imoje as a whole: it is never quiet, it is asked. */
export const reduceGatewayCircuit = (
  circuit: GatewayCircuit,
  report: GatewayReport,
  policy: Policy,
): GatewayCircuit => insert(circuit, report, policy, gatewayRules)

/**
 * The circuit after the clock jumped back behind its newest report: all its reports move with the clock, so that the newest
 * is at `now` (epoch milliseconds). A pause begins again and never exceeds the cap, and what is reported from now on comes
 * after them. Any other circuit is returned as it is.
 */
export const rewindCircuit = (circuit: ChannelCircuit, now: number, policy: Policy): ChannelCircuit =>
  rewind(circuit, now, policy, channelRules)

/** As `rewindCircuit`, for imoje as a whole. */
export const rewindGatewayCircuit = (circuit: GatewayCircuit, now: number, policy: Policy): GatewayCircuit =>
  rewind(circuit, now, policy, gatewayRules)

/** When a circuit that is left alone closes by itself: the end of a quiet trial. */
export const quietEnd = (state: CircuitState, policy: Policy): number =>
  trialStart(state, policy) + policy.quietTrialMs

/** When a channel left alone may be tried again. */
export const trialStart = (state: CircuitState, policy: Policy): number => {
  switch (state.state) {
    case 'closed':
      return Infinity
    case 'open':
      return state.until
    case 'refused':
      return state.since + policy.refusedAtMostMs
  }
}

interface Rules<Report, State> {
  readonly start: State
  /** `failures`: how many in a row, this one included. */
  next(state: State, report: Report, policy: Policy, failures: number): State
  quietEnd(state: State, policy: Policy): number
}

function insert<Report extends ChannelReport | GatewayReport, State>(
  circuit: Circuit<Report, State>,
  report: Report,
  policy: Policy,
  rules: Rules<Report, State>,
): Circuit<Report, State> {
  if (circuit.reports.some(({ id }) => id === report.id)) return circuit
  const reports = [...circuit.reports, report]
  const last = circuit.reports.at(-1)
  // Almost always it is the newest, and sorting is slow.
  if (last && byTime(last, report) > 0) reports.sort(byTime)
  if (reports.length > KEPT && reports.shift() === report) return circuit
  return fold(reports, policy, rules)
}

const byTime = (a: ChannelReport | GatewayReport, b: ChannelReport | GatewayReport): number =>
  a.at - b.at || (a.id < b.id ? -1 : 1)

function rewind<Report extends ChannelReport | GatewayReport, State>(
  circuit: Circuit<Report, State>,
  now: number,
  policy: Policy,
  rules: Rules<Report, State>,
): Circuit<Report, State> {
  const byMs = now - (circuit.reports.at(-1)?.at ?? now)
  if (byMs >= 0) return circuit
  const reports = circuit.reports.map((report) => ({
    ...report,
    sentAt: report.sentAt + byMs,
    at: report.at + byMs,
  }))
  return fold(reports, policy, rules)
}

function fold<Report extends ChannelReport | GatewayReport, State>(
  reports: readonly Report[],
  policy: Policy,
  { start, next, quietEnd: quietEndOf }: Rules<Report, State>,
): Circuit<Report, State> {
  let state = start
  let failures = 0
  let changedAt = -Infinity
  for (const seen of reports) {
    const quietAt = quietEndOf(state, policy)
    if (seen.at >= quietAt) {
      state = start
      failures = 0
      changedAt = quietAt
    }
    if (seen.sentAt < changedAt) continue
    failures = seen.outcome === 'failed' ? failures + 1 : 0
    const after = next(state, seen, policy, failures)
    if (after === state) continue
    state = after
    failures = 0
    changedAt = seen.at
  }
  return { reports, state }
}

function nextState(
  state: CircuitState,
  { outcome, sentAt, at }: ChannelReport,
  policy: Policy,
  failures: number,
): CircuitState {
  if (outcome === 'succeeded') return closed
  const trip = state.state === 'closed' ? 0 : state.trip
  const open: CircuitState = { state: 'open', trip: trip + 1, until: at + coolDownOf(policy, trip + 1) }
  const refused: CircuitState = { state: 'refused', trip, since: at }
  switch (state.state) {
    case 'closed':
      if (outcome === 'refused') return refused
      return failures < policy.failuresToOpen ? state : open
    case 'open':
      // Sent while it rested: somebody who hadn't heard yet, not a trial.
      if (sentAt < state.until) return state
      return outcome === 'refused' ? refused : open
    case 'refused':
      // A second 406 after the channel could be back cools it down, so that refuse and refetch never loop.
      return outcome === 'refused' && sentAt < state.since + policy.refusedAtLeastMs ? state : open
  }
}

function nextGatewayState(
  state: GatewayState,
  { outcome, at, retryAfterMs }: GatewayReport,
  policy: Policy,
): GatewayState {
  if (outcome === 'succeeded') return closed
  if (outcome === 'unanswered' && state === closed) return state
  return { state: 'open', checkAt: at + gatewayHoldOf(policy, retryAfterMs) }
}

const channelRules: Rules<ChannelReport, CircuitState> = { start: closed, next: nextState, quietEnd }
const gatewayRules: Rules<GatewayReport, GatewayState> = {
  // Not yet known to be closed: silence is reported only while imoje is away, so where it comes first it is the rest of an outage
  // whose beginning is no longer among the reports. After a success it is the word of somebody who hasn't heard of that.
  start: { ...closed },
  next: nextGatewayState,
  quietEnd: () => Infinity,
}
