import {
  defaultPolicy as policy,
  emptyCircuit,
  reduceGatewayCircuit,
  resolveAvailability,
  type GatewayCircuit,
  type GatewayReport,
} from '../../../packages/core/src/index.ts'
import { quietFacts } from './quiet-facts.ts'
import { findTransitions, type Scene, type Transition } from './transitions.ts'

/** imoje as a whole: there, left alone, about to be asked. */
export type GatewayPhase = 'up' | 'down' | 'due'
export type GatewayOutcome = GatewayReport['outcome']

const reduce = (circuit: GatewayCircuit, outcome: GatewayOutcome, at: number): GatewayCircuit =>
  reduceGatewayCircuit(circuit, { id: `${outcome} ${at}`, outcome, sentAt: at, at }, policy)

const failed = reduce(emptyCircuit, 'failed', 0)

const scene = (circuit: GatewayCircuit, enteredAt: number): Scene<GatewayOutcome> => ({
  enteredAt,
  cases: [{ facts: { ...quietFacts, gateway: circuit.state } }],
  moments: [enteredAt + 1],
  report: (outcome, at) => ({ ...quietFacts, gateway: reduce(circuit, outcome, at).state }),
})

export const gatewayTransitions: readonly Transition<GatewayPhase, GatewayOutcome>[] = findTransitions(
  {
    // It has answered before: of silence after that nobody makes an outage.
    up: scene(reduce(emptyCircuit, 'succeeded', 0), 0),
    down: scene(failed, 0),
    due: scene(failed, failed.state.state === 'open' ? failed.state.checkAt : 0),
  },
  ['failed', 'unanswered', 'succeeded'],
  (facts, now) => {
    const availability = resolveAvailability(facts, now, policy)
    if (availability.status !== 'outage' || availability.scope !== 'gateway') return 'up'
    return availability.check === 'due' ? 'due' : 'down'
  },
)
