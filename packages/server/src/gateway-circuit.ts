import {
  defaultPolicy,
  emptyCircuit,
  isSame,
  reduceGatewayCircuit,
  type Clock,
  type GatewayCircuit as Circuit,
} from '@tillkit/core'
import type { Emit } from './events.ts'
import type { UpstreamAnswer } from './imoje-client.ts'
import { latestId, type Observation, type Observations } from './observations.ts'
import { readRetryAfter } from './retry-after.ts'
import type { SharedStore } from './shared-store.ts'
import { isGatewayDown } from './upstream-reply.ts'

/** Whether imoje as a whole may be asked, by what all processes of the shop have seen. Its promises never reject. */
export interface GatewayCircuit {
  /**
   * How long nothing is asked, in milliseconds: 0 from when a probe is due until its answer is known, and nothing where this
   * request may be sent.
   * @param asProbe this request may be the probe. Whoever is let through then has to send it.
   */
  heldForMs(asProbe?: boolean): Promise<number | undefined>
  /** Takes in an answer of imoje's. */
  note(answer: UpstreamAnswer, sentAt: number): Promise<void>
  /** When imoje was last seen to be away, as far as is known here: what it said before no longer holds. */
  lastAwayAt(): number | undefined
}

/** A process that took the probe and died has this long; longer than a list is waited for. In milliseconds. */
const probeTakesMs = 15_000

const subject = 'imoje'

export function createGatewayCircuit(parts: {
  readonly observations: Observations
  readonly store: SharedStore
  readonly clock: Clock
  readonly emit: Emit
}): GatewayCircuit {
  const { observations, store, clock, emit } = parts
  let folded: { readonly from: readonly Observation[]; readonly circuit: Circuit } | undefined
  /** The check whose probe this process has taken or is asking for. */
  let takenAt: number | undefined

  const read = (): Circuit => {
    const from = observations.about(subject)
    if (folded?.from !== from) folded = { from, circuit: from.reduce(insert, emptyCircuit) }
    return folded.circuit
  }

  return {
    async heldForMs(asProbe = false) {
      await observations.sync()
      const { state } = read()
      if (state.state === 'closed') return undefined
      const { checkAt } = state
      const leftMs = Math.min(checkAt - clock.now(), defaultPolicy.gatewayHoldAtMostMs)
      if (leftMs > 0) return leftMs
      if (!asProbe || takenAt === checkAt) return 0
      takenAt = checkAt
      // Without the store each process asks once for itself.
      const isMine = await store.claim(`probe:${checkAt}`, '1', probeTakesMs).catch(() => true)
      if (isMine) return undefined
      takenAt = undefined
      return 0
    },

    async note(answer, sentAt) {
      const circuit = read()
      const seen = describe(answer)
      // A probe's silence starts the hold again; any other means nothing.
      if (seen.outcome === 'unanswered' && circuit.state.state === 'closed') return
      const observation = { about: subject, ...seen, sentAt, at: clock.now() }
      const next = insert(circuit, { ...observation, id: latestId }).state
      // Most answers only say again what is known.
      if (isSame(circuit.state, next)) return
      if (next.state === 'open') emit({ type: 'gateway-away', until: next.checkAt })
      else emit({ type: 'gateway-back' })
      await observations.add(observation)
    },

    lastAwayAt: () => observations.about(subject).findLast(({ outcome }) => outcome !== 'succeeded')?.at,
  }
}

const insert = (circuit: Circuit, observation: Observation): Circuit =>
  reduceGatewayCircuit(circuit, observation, defaultPolicy)

function describe(answer: UpstreamAnswer): Pick<Observation, 'outcome' | 'retryAfterMs'> {
  if (answer.outcome !== 'answered') return { outcome: 'unanswered' }
  const { status, headers, body } = answer
  if (isGatewayDown(status)) return { outcome: 'failed', retryAfterMs: readRetryAfter(headers) }
  // A page in place of a success is the word of something in between.
  return { outcome: status < 300 && body === undefined ? 'unanswered' : 'succeeded' }
}
