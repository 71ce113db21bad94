import {
  defaultPolicy as policy,
  emptyCircuit,
  nextChangeAt,
  reduceCircuit,
  resolveAvailability,
  type ChannelCircuit,
  type ChannelReport,
} from '../../../packages/core/src/index.ts'
import { quietFacts } from './quiet-facts.ts'
import { findTransitions, type Scene, type Transition } from './transitions.ts'

/** What a channel's own reports make of it. */
export type ChannelState = 'available' | 'coolingDown' | 'refused' | 'trial'
export type ChannelOutcome = ChannelReport['outcome']

const reduce = (circuit: ChannelCircuit, outcome: ChannelOutcome, at: number): ChannelCircuit =>
  reduceCircuit(
    circuit,
    { id: `${outcome} ${at}`, channel: quietFacts.channel.id, outcome, sentAt: at, at },
    policy,
  )

const failed = reduce(emptyCircuit, 'failed', 0)
const refused = reduce(emptyCircuit, 'refused', 0)
const trialAt = nextChangeAt({ ...quietFacts, circuit: failed.state }, 0, policy) ?? 0

const scene = (circuit: ChannelCircuit, enteredAt: number): Scene<ChannelOutcome> => ({
  enteredAt,
  cases: [{ facts: { ...quietFacts, circuit: circuit.state } }],
  moments: [enteredAt + 1],
  report: (outcome, at) => ({ ...quietFacts, circuit: reduce(circuit, outcome, at).state }),
})

const scenes: Readonly<Record<ChannelState, Scene<ChannelOutcome>>> = {
  available: scene(emptyCircuit, 0),
  coolingDown: scene(failed, 0),
  refused: {
    ...scene(refused, 0),
    // At once, and when a second 406 would be a new one.
    moments: [1, policy.refusedAtLeastMs],
    cases: [
      { facts: { ...quietFacts, circuit: refused.state }, provided: 'a newer list says that it is online' },
      { facts: { ...quietFacts, circuit: refused.state, asOf: -1 }, provided: 'there is no newer list' },
    ],
  },
  trial: scene(failed, trialAt),
}

export const channelTransitions: readonly Transition<ChannelState, ChannelOutcome>[] = findTransitions(
  scenes,
  ['failed', 'refused', 'succeeded'],
  // Nothing else is known of this channel, so no other status can come out.
  (facts, now) => resolveAvailability(facts, now, policy).status as ChannelState,
)
