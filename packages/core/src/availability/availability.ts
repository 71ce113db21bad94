import type { PaymentChannel } from '../domain/catalogue.ts'
import { findAmountProblem, type AmountProblem } from '../domain/eligibility.ts'
import { quietEnd, trialStart, type CircuitState, type GatewayState } from './circuit.ts'
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
  /** The channel as imoje's list has it. */
  readonly channel: PaymentChannel
  /** `isOnline` of the method (the group) the channel stands in. */
  readonly methodOnline: boolean
  /** How fresh imoje's word on it is, in epoch milliseconds. */
  readonly asOf: number
  /** The order's amount in minor units. */
  readonly amount: number
  /** What attempts on it have shown. */
  readonly circuit: CircuitState
  /** What has been seen of imoje as a whole. */
  readonly gateway: GatewayState
  /** imoje answered 401 or 403: the same would come again. */
  readonly misconfigured: boolean
  /** Whether this device can use the channel at all. */
  readonly deviceSupported: boolean
  /** The shop's own word, if it has one. */
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

/** The name of a reason why a channel can or can't be used. */
export type AvailabilityStatus = AvailabilityReason['status']

/** Whether a channel may be chosen and paid with. */
export const isSelectable = (reason: { readonly status: AvailabilityStatus }): boolean =>
  reason.status === 'available' || reason.status === 'unconfirmed' || reason.status === 'trial'

const available: AvailabilityReason = { status: 'available' }

/** An answer, and when time alone changes it: epoch milliseconds, `Infinity` for never. */
export interface TimedAvailability {
  /** What holds now. */
  readonly availability: Availability
  /** When to ask again. */
  readonly changesAt: number
}

/** Folds everything known about a channel into one answer for the moment `now`. First hit of the chain wins. */
export const resolveAvailability = (facts: AvailabilityFacts, now: number, policy: Policy): Availability =>
  resolveTimed(facts, now, policy).availability

/**
 * The first moment after `now` (epoch milliseconds) at which the whole answer, losing reasons included, differs by itself;
 * nothing when time alone never changes it.
 */
export function nextChangeAt(facts: AvailabilityFacts, now: number, policy: Policy): number | undefined {
  const { changesAt } = resolveTimed(facts, now, policy)
  return changesAt < Infinity ? changesAt : undefined
}

/** Both at once: each reason holds from one moment until another. */
export function resolveTimed(facts: AvailabilityFacts, now: number, policy: Policy): TimedAvailability {
  const { channel, circuit, gateway, override, methodOnline, asOf } = facts
  let winner: AvailabilityReason | undefined
  const losing: AvailabilityReason[] = []
  let changesAt = Infinity
  /** The latest end among the blocking reasons. */
  let blockedUntil = -Infinity
  const hold = (reason: AvailabilityReason, until = Infinity, from = -Infinity): void => {
    if (until <= now || until <= from) return
    changesAt = Math.min(changesAt, from > now ? from : until)
    if (from > now) return
    if (winner) losing.push(reason)
    else winner = reason
    if (!isSelectable(reason)) blockedUntil = Math.max(blockedUntil, until)
  }

  if (!channel.isActive) hold({ status: 'hidden' })
  if (override) hold({ status: 'off', ...override }, override.until)
  if (facts.misconfigured) hold({ status: 'misconfigured' })
  if (!facts.deviceSupported) hold({ status: 'ineligible', because: 'device' })
  if (gateway.state === 'open') {
    const { checkAt } = gateway
    hold({ status: 'outage', scope: 'gateway', check: checkAt > now ? { at: checkAt } : 'due' })
    if (checkAt > now) changesAt = Math.min(changesAt, checkAt)
  }
  const isOnline = methodOnline && channel.isOnline
  if (!isOnline) hold({ status: 'outage', scope: methodOnline ? 'channel' : 'method' })
  const amount = findAmountProblem(channel.limits, facts.amount)
  if (amount) hold({ status: 'ineligible', because: 'amount', ...amount })

  let trialFrom = trialStart(circuit, policy)
  if (circuit.state === 'refused') {
    // Usually read because of the refusal, in the same millisecond.
    const isConfirmed = isOnline && asOf >= circuit.since
    const until = isConfirmed ? circuit.since + policy.refusedAtLeastMs : trialFrom
    hold({ status: 'refused', until }, until)
    if (isConfirmed) trialFrom = Infinity
  }
  const coolUntil = circuit.state === 'open' ? circuit.until : -Infinity
  const { restsUntil = -Infinity } = channel
  if (restsUntil > coolUntil) hold({ status: 'coolingDown', until: restsUntil, source: 'shop' }, restsUntil)
  else if (circuit.state === 'open')
    hold({ status: 'coolingDown', until: coolUntil, source: 'client', trip: circuit.trip }, coolUntil)
  if (circuit.state !== 'closed')
    hold({ status: 'trial', trip: circuit.trip }, quietEnd(circuit, policy), trialFrom)
  hold({ status: 'unconfirmed', asOf }, Infinity, asOf + policy.maxAgeMs)

  const first = winner ?? available
  const availability = Number.isFinite(blockedUntil)
    ? { ...first, losing, selectableFrom: blockedUntil }
    : { ...first, losing }
  return { availability, changesAt }
}
