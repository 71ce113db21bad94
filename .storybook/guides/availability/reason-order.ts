import {
  defaultPolicy as policy,
  emptyCircuit,
  isSelectable,
  reduceCircuit,
  resolveAvailability,
  type AvailabilityFacts,
  type AvailabilityReason,
  type ChannelReport,
} from '../../../packages/core/src/index.ts'
import { quietFacts } from './quiet-facts.ts'

const now = policy.maxAgeMs + 1
const reportOf = (outcome: ChannelReport['outcome'], at: number): ChannelReport => ({
  id: outcome,
  channel: quietFacts.channel.id,
  outcome,
  sentAt: at,
  at,
})

/** A channel that has everything against it at once. */
const hopeless: AvailabilityFacts = {
  ...quietFacts,
  channel: { ...quietFacts.channel, isActive: false, restsUntil: now + 1, limits: { min: 100_000 } },
  methodOnline: false,
  asOf: 0,
  circuit: reduceCircuit(emptyCircuit, reportOf('refused', now - 1), policy).state,
  gateway: { state: 'open', checkAt: now + 1 },
  misconfigured: true,
  deviceSupported: false,
  override: {},
}

const reasonsOf = (facts: AvailabilityFacts): readonly AvailabilityReason[] => {
  const { losing, ...winner } = resolveAvailability(facts, now, policy)
  return [winner, ...losing]
}

/** What a reason is called here: its status, and where one status has two places in the order, which of them. */
export type ReasonName =
  | Exclude<AvailabilityReason['status'], 'ineligible' | 'outage'>
  | `ineligible: ${'device' | 'amount'}`
  | `outage: ${'imoje' | 'method or channel'}`

const name = (reason: AvailabilityReason): ReasonName =>
  reason.status === 'ineligible'
    ? `ineligible: ${reason.because}`
    : reason.status === 'outage'
      ? reason.scope === 'gateway'
        ? 'outage: imoje'
        : 'outage: method or channel'
      : reason.status

/** A trial and a refusal exclude each other, so the order is put together from two channels. */
const onTrial: AvailabilityFacts = {
  ...hopeless,
  circuit: reduceCircuit(emptyCircuit, reportOf('failed', now - (policy.coolDownsMs[0] ?? 0)), policy).state,
}

export interface OrderedReason {
  readonly name: ReasonName
  readonly status: AvailabilityReason['status']
  readonly isSelectable: boolean
}

/** All reasons, strongest first, as the rules themselves put them. */
export const reasonOrder: readonly OrderedReason[] = putTogether(reasonsOf(hopeless), reasonsOf(onTrial))
  .concat(reasonsOf(quietFacts))
  .map((reason) => ({ name: name(reason), status: reason.status, isSelectable: isSelectable(reason) }))

/** What the first order lacks stands after what it follows in the second. */
function putTogether(
  first: readonly AvailabilityReason[],
  second: readonly AvailabilityReason[],
): readonly AvailabilityReason[] {
  const whole = [...first]
  let before = -1
  for (const reason of second) {
    const known = whole.findIndex((other) => name(other) === name(reason))
    if (known < 0) whole.splice(before + 1, 0, reason)
    else before = known
  }
  return whole
}
