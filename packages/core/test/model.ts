import type { Policy } from '../src/availability/policy.ts'
import type { ChannelReport, GatewayReport } from '../src/availability/report.ts'
import { newestList, type History } from './histories.ts'

/*
 * The rules once more, as plainly as they can be said and with nothing of the sources: it re-tells a channel's life from
 * its reports for every single question. Slow, and that doesn't matter here.
 */

type Life =
  | { readonly phase: 'well'; readonly failed: number }
  | { readonly phase: 'resting'; readonly trip: number; readonly until: number }
  | { readonly phase: 'switchedOff'; readonly trip: number; readonly since: number }

/** The newest 32 by (`at`, `id`), repeats dropped. */
function newest<Report extends { readonly id: string; readonly at: number }>(
  reports: readonly Report[],
): readonly Report[] {
  const once = new Map(reports.map((report) => [report.id, report]))
  const order = (a: Report, b: Report) => (a.at === b.at ? (a.id > b.id ? 1 : -1) : a.at > b.at ? 1 : -1)
  return [...once.values()].toSorted(order).toReversed().slice(0, 32).toReversed()
}

/** The channel's circuit as its reports tell it, in the shape the kit stores. */
export function tellCircuit(reports: readonly ChannelReport[], policy: Policy): object {
  const life = tellLife(reports, policy)
  if (life.phase === 'well') return { state: 'closed' }
  if (life.phase === 'resting') return { state: 'open', trip: life.trip, until: life.until }
  return { state: 'refused', trip: life.trip, since: life.since }
}

function tellLife(reports: readonly ChannelReport[], policy: Policy): Life {
  let life = well(0)
  let changed = Number.NEGATIVE_INFINITY
  for (const { outcome, sentAt, at } of newest(reports)) {
    const quiet = endOfQuietTrial(life, policy)
    if (quiet !== undefined && at >= quiet) {
      life = well(0)
      changed = quiet
    }
    const before = life
    if (sentAt < changed) continue
    if (before.phase === 'well') {
      if (outcome === 'succeeded') life = well(0)
      if (outcome === 'refused') life = { phase: 'switchedOff', trip: 0, since: at }
      if (outcome === 'failed') {
        const failed = before.failed + 1
        life = failed < policy.failuresToOpen ? well(failed) : rest(1, at, policy)
      }
    } else if (outcome === 'succeeded') life = well(0)
    else if (before.phase === 'resting') {
      const isTrial = sentAt >= before.until
      if (isTrial && outcome === 'failed') life = rest(before.trip + 1, at, policy)
      if (isTrial && outcome === 'refused') life = { phase: 'switchedOff', trip: before.trip, since: at }
    } else if (outcome === 'failed' || sentAt >= before.since + policy.refusedAtLeastMs)
      life = rest(before.trip + 1, at, policy)
    const stayedWell = before.phase === 'well' && life.phase === 'well'
    if (life !== before && !stayedWell) changed = at
  }
  return life
}

const well = (failed: number): Life => ({ phase: 'well', failed })

function rest(trip: number, at: number, policy: Policy): Life {
  const spans = policy.coolDownsMs
  const span = trip > spans.length ? spans.at(-1) : spans[trip - 1]
  return { phase: 'resting', trip, until: at + (span ?? Number.NaN) }
}

function endOfQuietTrial(life: Life, policy: Policy): number | undefined {
  if (life.phase === 'resting') return life.until + policy.quietTrialMs
  if (life.phase === 'switchedOff') return life.since + policy.refusedAtMostMs + policy.quietTrialMs
  return undefined
}

/** The gateway's circuit as its reports tell it. */
export function tellGateway(
  reports: readonly GatewayReport[],
  policy: Policy,
): { readonly state: 'closed' } | { readonly state: 'open'; readonly checkAt: number } {
  let outage: { readonly checkAt: number } | undefined
  let changed = Number.NEGATIVE_INFINITY
  /** Word that imoje is there, or silence, is told only in an outage: as the first thing known it speaks of one that is forgotten. */
  let mayBeAway = true
  for (const report of newest(reports)) {
    if (report.sentAt < changed) continue
    if (report.outcome === 'succeeded') {
      if (mayBeAway) changed = report.at
      mayBeAway = false
      outage = undefined
    } else if (mayBeAway || report.outcome === 'failed') {
      mayBeAway = true
      const { retryAfterMs: asked, at } = report
      const { gatewayHoldAtLeastMs: least, gatewayHoldAtMostMs: most } = policy
      const hold = asked === undefined ? policy.gatewayHoldMs : asked < least ? least : Math.min(asked, most)
      outage = { checkAt: at + hold }
      changed = at
    }
  }
  return outage ? { state: 'open', ...outage } : { state: 'closed' }
}

/** One thing that speaks about the channel at `now`: its place in the chain, and for how long it blocks. */
export interface Told {
  readonly is: string
  /** When it stops blocking; nothing while that can't be known. Things that don't block have `'never'`. */
  readonly ends: number | undefined | 'never'
}

/** Everything that holds at `now`, strongest first, by the chain of the rules. */
export function tellReasons(history: History): readonly Told[] {
  const { now, policy, override, amount } = history
  const { list } = newestList(history)
  const life = tellLife(history.reports, policy)
  const gateway = tellGateway(history.gatewayReports, policy)
  const told: Told[] = []
  const add = (holds: boolean, is: string, ends?: Told['ends']) => holds && told.push({ is, ends })

  add(!list.isActive, 'hidden')
  add(override !== undefined && now < (override.until ?? Infinity), 'off', override?.until)
  add(history.misconfigured, 'misconfigured')
  add(!history.deviceSupported, 'ineligible device')
  add(gateway.state === 'open', 'outage gateway')
  add(!list.methodOnline, 'outage method')
  add(list.methodOnline && !list.isOnline, 'outage channel')
  const { min = 0, max = 0 } = list.limits
  add((min > 0 && amount < min) || (max > 0 && amount > max), 'ineligible amount')
  if (life.phase === 'switchedOff') {
    const back = list.asOf >= life.since && list.isOnline && list.methodOnline
    const ends = life.since + (back ? policy.refusedAtLeastMs : policy.refusedAtMostMs)
    add(now < ends, 'refused', ends)
  }
  const ours = life.phase === 'resting' ? life.until : -Infinity
  const shops = list.restsUntil ?? -Infinity
  if (ours >= shops) add(now < ours, 'coolingDown client', ours)
  else add(now < shops, 'coolingDown shop', shops)
  add(isTrial(life, history), 'trial', 'never')
  add(now >= list.asOf + policy.maxAgeMs, 'unconfirmed', 'never')
  add(told.length === 0, 'available', 'never')
  return told
}

function isTrial(life: Life, history: History): boolean {
  const { now, policy } = history
  const { list } = newestList(history)
  if (now >= (endOfQuietTrial(life, policy) ?? -Infinity)) return false
  if (life.phase === 'resting') return now >= life.until
  if (life.phase !== 'switchedOff') return false
  const back = list.asOf >= life.since && list.isOnline && list.methodOnline
  return !back && now >= life.since + policy.refusedAtMostMs
}

/** The name a reason of the kit has in the model. */
export const nameReason = (reason: object): string =>
  ['status', 'because', 'scope', 'source']
    .flatMap((key): unknown[] => (key in reason ? [Reflect.get(reason, key)] : []))
    .join(' ')
