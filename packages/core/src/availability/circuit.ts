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
export type GatewayState =
  | { readonly state: 'closed' }
  | { readonly state: 'open'; readonly since: number; readonly checkAt: number }

/** The newest 32 reports by (`at`, `id`) and what they fold to. */
export interface Circuit<Report, State> {
  readonly reports: readonly Report[]
  readonly state: State
}
export type ChannelCircuit = Circuit<ChannelReport, CircuitState>
export type GatewayCircuit = Circuit<GatewayReport, GatewayState>

const closed = { state: 'closed' } as const
export const emptyCircuit: Circuit<never, typeof closed> = { reports: [], state: closed }

/** Inserts a report. The same set of reports in any order and with repeats gives the same circuit. */
export function reduceCircuit(
  circuit: ChannelCircuit,
  report: ChannelReport,
  policy: Policy,
): ChannelCircuit {
  const reports = insert(circuit.reports, report)
  return reports === circuit.reports ? circuit : { reports, state: foldChannel(reports, policy) }
}

/** As `reduceCircuit`, for imoje as a whole. */
export function reduceGatewayCircuit(
  circuit: GatewayCircuit,
  report: GatewayReport,
  policy: Policy,
): GatewayCircuit {
  const reports = insert(circuit.reports, report)
  return reports === circuit.reports ? circuit : { reports, state: foldGateway(reports, policy) }
}

/** When a circuit that is left alone closes by itself: the end of a quiet trial. */
export const quietEnd = (state: CircuitState, policy: Policy): number => {
  switch (state.state) {
    case 'closed':
      return Infinity
    case 'open':
      return state.until + policy.quietTrialMs
    case 'refused':
      return state.since + policy.refusedAtMostMs + policy.quietTrialMs
  }
}

function insert<Report extends { readonly id: string; readonly at: number }>(
  reports: readonly Report[],
  report: Report,
): readonly Report[] {
  if (reports.some((known) => known.id === report.id)) return reports
  const sorted = [...reports, report].toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const kept = sorted.slice(-KEPT)
  return kept.includes(report) ? kept : reports
}

function foldChannel(reports: readonly ChannelReport[], policy: Policy): CircuitState {
  let state: CircuitState = closed
  let failures = 0
  let changedAt = -Infinity
  const change = (next: CircuitState, at: number): void => {
    state = next
    failures = 0
    changedAt = at
  }

  for (const report of reports) {
    const quietAt = quietEnd(state, policy)
    if (report.at >= quietAt) change(closed, quietAt)
    if (report.sentAt < changedAt) continue
    const next = nextState(state, report, failures + 1, policy)
    if (next !== state) change(next, report.at)
    else failures = report.outcome === 'failed' ? failures + 1 : 0
  }
  return state
}

function nextState(
  state: CircuitState,
  report: ChannelReport,
  failures: number,
  policy: Policy,
): CircuitState {
  if (report.outcome === 'succeeded') return state.state === 'closed' ? state : closed
  const trip = state.state === 'closed' ? 0 : state.trip
  const open: CircuitState = {
    state: 'open',
    trip: trip + 1,
    until: report.at + coolDownOf(policy, trip + 1),
  }
  const refused: CircuitState = { state: 'refused', trip, since: report.at }
  switch (state.state) {
    case 'closed':
      if (report.outcome === 'refused') return refused
      return failures >= policy.failuresToOpen ? open : state
    case 'open':
      // Sent while it rested: somebody who hadn't heard yet, not a trial.
      if (report.sentAt < state.until) return state
      return report.outcome === 'refused' ? refused : open
    case 'refused':
      if (report.outcome === 'failed') return open
      // A second 406 after the channel could be back cools it down, so that refuse and refetch never loop.
      return report.sentAt < state.since + policy.refusedAtLeastMs ? state : open
  }
}

function foldGateway(reports: readonly GatewayReport[], policy: Policy): GatewayState {
  let state: GatewayState = closed
  let changedAt = -Infinity
  for (const report of reports) {
    if (report.sentAt < changedAt) continue
    const next = nextGatewayState(state, report, policy)
    if (next === state) continue
    state = next
    changedAt = report.at
  }
  return state
}

function nextGatewayState(state: GatewayState, report: GatewayReport, policy: Policy): GatewayState {
  if (report.outcome === 'succeeded') return state.state === 'closed' ? state : closed
  if (report.outcome === 'unanswered' && state.state === 'closed') return state
  return {
    state: 'open',
    since: state.state === 'open' ? state.since : report.at,
    checkAt: report.at + gatewayHoldOf(policy, report.retryAfterMs),
  }
}
