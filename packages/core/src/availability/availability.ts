import type { PaymentChannel } from '../domain/catalogue.ts'
import { findAmountProblem, type AmountProblem } from '../domain/eligibility.ts'
import type { CircuitState, GatewayState } from './circuit.ts'
import { quietEnd } from './circuit.ts'
import type { Policy } from './policy.ts'

/** The merchant's own switch for a channel or a method. */
export interface Override {
  /** What the shopper reads instead of the kit's sentence. */
  readonly text?: string
  /** When it ends by itself, in epoch milliseconds. */
  readonly until?: number
}

/** All that a channel's availability follows from, but the time. */
export interface AvailabilityFacts {
  readonly channel: PaymentChannel
  /** `isOnline` of the method (the group) the channel stands in. */
  readonly methodOnline: boolean
  /** How fresh imoje's word on it is, in epoch milliseconds. */
  readonly asOf: number
  /** The order's amount in minor units. */
  readonly amount: number
  readonly circuit: CircuitState
  readonly gateway: GatewayState
  /** imoje answered 401 or 403: the same would come again. */
  readonly misconfigured: boolean
  /** Whether this device can use the channel at all. */
  readonly deviceSupported: boolean
  readonly override?: Override | undefined
}

/** One thing that bears on a channel. Times are epoch milliseconds, amounts minor units. */
export type AvailabilityReason =
  | { readonly status: 'hidden' }
  | { readonly status: 'off'; readonly text?: string; readonly until?: number }
  | { readonly status: 'misconfigured' }
  | { readonly status: 'ineligible'; readonly because: 'device' }
  | { readonly status: 'outage'; readonly scope: 'gateway'; readonly check: { readonly at: number } | 'due' }
  | { readonly status: 'outage'; readonly scope: 'method' | 'channel' }
  | ({ readonly status: 'ineligible'; readonly because: 'amount' } & AmountProblem)
  | { readonly status: 'refused'; readonly until: number }
  | {
      readonly status: 'coolingDown'
      readonly until: number
      readonly source: 'client'
      readonly trip: number
    }
  | { readonly status: 'coolingDown'; readonly until: number; readonly source: 'shop' }
  | { readonly status: 'trial'; readonly trip: number }
  | { readonly status: 'unconfirmed'; readonly asOf: number }
  | { readonly status: 'available' }

/** The folded answer for one channel at one moment: the reason that won, and beside it those that lost. */
export type Availability = AvailabilityReason & {
  /** The other reasons that hold at the same moment, strongest first. */
  readonly losing: readonly AvailabilityReason[]
  /** When the channel can be chosen if nothing else happens; missing while that can't be known, or when it can be now. */
  readonly selectableFrom?: number
}

export type AvailabilityStatus = AvailabilityReason['status']

/** Whether a channel may be chosen and paid with. */
export const isSelectable = (reason: { readonly status: AvailabilityStatus }): boolean =>
  reason.status === 'available' || reason.status === 'unconfirmed' || reason.status === 'trial'

const available: Availability = { status: 'available', losing: [] }

/** Folds everything known about a channel into one answer for the moment `now`. First hit of the chain wins. */
export function resolveAvailability(facts: AvailabilityFacts, now: number, policy: Policy): Availability {
  const reasons = findReasons(facts, now, policy)
  const [winner, ...losing] = reasons
  if (winner === undefined) return available
  const from = isSelectable(winner) ? undefined : latestEnd(reasons)
  return from === undefined ? { ...winner, losing } : { ...winner, losing, selectableFrom: from }
}

/** The chain, in order of strength. */
function findReasons(facts: AvailabilityFacts, now: number, policy: Policy): AvailabilityReason[] {
  const { channel, gateway, override } = facts
  const reasons: AvailabilityReason[] = []
  if (!channel.isActive) reasons.push({ status: 'hidden' })
  if (override && !(override.until !== undefined && override.until <= now))
    reasons.push({ status: 'off', ...override })
  if (facts.misconfigured) reasons.push({ status: 'misconfigured' })
  if (!facts.deviceSupported) reasons.push({ status: 'ineligible', because: 'device' })
  if (gateway.state === 'open') {
    const check = gateway.checkAt > now ? { at: gateway.checkAt } : 'due'
    reasons.push({ status: 'outage', scope: 'gateway', check })
  }
  if (!facts.methodOnline) reasons.push({ status: 'outage', scope: 'method' })
  else if (!channel.isOnline) reasons.push({ status: 'outage', scope: 'channel' })
  const amount = findAmountProblem(channel.limits, facts.amount)
  if (amount) reasons.push({ status: 'ineligible', because: 'amount', ...amount })
  pushObserved(reasons, facts, now, policy)
  if (facts.asOf + policy.maxAgeMs <= now) reasons.push({ status: 'unconfirmed', asOf: facts.asOf })
  return reasons
}

/** What failures say: ours (the circuit) and the shop's (`restsUntil`). */
function pushObserved(
  reasons: AvailabilityReason[],
  facts: AvailabilityFacts,
  now: number,
  policy: Policy,
): void {
  const { circuit } = facts
  const shopUntil = facts.channel.restsUntil ?? -Infinity
  if (circuit.state === 'refused' && now < refusedUntil(facts, circuit.since, policy))
    reasons.push({ status: 'refused', until: refusedUntil(facts, circuit.since, policy) })
  if (circuit.state === 'open' && circuit.until > now && circuit.until >= shopUntil)
    reasons.push({ status: 'coolingDown', until: circuit.until, source: 'client', trip: circuit.trip })
  else if (shopUntil > now) reasons.push({ status: 'coolingDown', until: shopUntil, source: 'shop' })
  const trialFrom = trialStart(facts, policy)
  if (circuit.state !== 'closed' && trialFrom <= now && now < quietEnd(circuit, policy))
    reasons.push({ status: 'trial', trip: circuit.trip })
}

/** Whether imoje has said "online" since it refused. */
const isConfirmedSince = (facts: AvailabilityFacts, since: number): boolean =>
  facts.asOf > since && facts.channel.isOnline && facts.methodOnline

const refusedUntil = (facts: AvailabilityFacts, since: number, policy: Policy): number =>
  since + (isConfirmedSince(facts, since) ? policy.refusedAtLeastMs : policy.refusedAtMostMs)

/** When the trial begins; never for a refusal that a newer list has lifted. */
export function trialStart(facts: AvailabilityFacts, policy: Policy): number {
  const { circuit } = facts
  if (circuit.state === 'open') return circuit.until
  if (circuit.state === 'refused' && !isConfirmedSince(facts, circuit.since))
    return circuit.since + policy.refusedAtMostMs
  return Infinity
}

/** Every moment at which time alone may change the answer. */
export function changeMoments(facts: AvailabilityFacts, policy: Policy): readonly number[] {
  const moments = [facts.asOf + policy.maxAgeMs]
  if (facts.override?.until !== undefined) moments.push(facts.override.until)
  if (facts.gateway.state === 'open') moments.push(facts.gateway.checkAt)
  if (facts.channel.restsUntil !== undefined) moments.push(facts.channel.restsUntil)
  if (facts.circuit.state === 'open') moments.push(facts.circuit.until)
  if (facts.circuit.state === 'refused') moments.push(refusedUntil(facts, facts.circuit.since, policy))
  if (facts.circuit.state !== 'closed') moments.push(quietEnd(facts.circuit, policy))
  return moments
}

/** The latest end among all blocking reasons, or nothing when one of them has no known end. */
function latestEnd(reasons: readonly AvailabilityReason[]): number | undefined {
  let latest = -Infinity
  for (const reason of reasons) {
    if (isSelectable(reason)) continue
    if (!('until' in reason) || reason.until === undefined) return undefined
    latest = Math.max(latest, reason.until)
  }
  return latest
}
