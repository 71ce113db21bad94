import {
  capOf,
  defaultPolicy,
  emptyCircuit,
  isSame,
  reduceCircuit,
  trialStart,
  type ChannelCircuit,
  type ChannelId,
  type CircuitState,
  type Clock,
} from '@tillkit/core'
import type { Emit } from './events.ts'
import { latestId, type Observation, type Observations } from './observations.ts'

/** Rests a channel for the shop's next shoppers once it has failed two of them, so that they don't meet the same error. */
export interface Breaker {
  /** Takes in how imoje answered a payment by a channel. Never rejects. */
  note(channel: ChannelId, payment: PaymentSeen): Promise<void>
  /** The channels that rest now, with what is left of it, in milliseconds. */
  rests(): ReadonlyMap<string, number>
}

export interface PaymentSeen {
  readonly outcome: 'succeeded' | 'failed'
  readonly orderId: string
  /** Epoch milliseconds. */
  readonly sentAt: number
}

/** One order that fails may be the fault of that order; two of them within this span, in milliseconds, are the channel's. */
const togetherMs = 2 * 60_000

export function createBreaker(parts: {
  readonly observations: Observations
  readonly clock: Clock
  readonly emit: Emit
}): Breaker {
  const { observations, clock, emit } = parts
  const folded = new WeakMap<readonly Observation[], ChannelCircuit>()

  const read = (from: readonly Observation[]): ChannelCircuit => {
    const circuit = folded.get(from) ?? fold(from)
    folded.set(from, circuit)
    return circuit
  }

  return {
    async note(channel, { outcome, orderId, sentAt }) {
      await observations.sync()
      const now = clock.now()
      const known = observations.about(channel)
      const { state } = read(known)
      const isOpen = isOpenAt(state, now)
      // A success is news only after a failure, and who failed while it rested hadn't heard of that yet.
      const isKnown =
        outcome === 'succeeded'
          ? !isOpen && known.at(-1)?.outcome !== 'failed'
          : isOpen && sentAt < trialStart(state, defaultPolicy)
      if (isKnown) return
      const observation = { about: channel, outcome, orderId, sentAt, at: now }
      const next = fold([...known, { ...observation, id: latestId }]).state
      const isNews = !isSame(state, next)
      if (isNews && next.state === 'open')
        emit({ type: 'channel-rests', channel, trip: next.trip, until: next.until })
      else if (isNews) emit({ type: 'channel-back', channel })
      await observations.add(observation)
    },

    rests() {
      const now = clock.now()
      const resting = new Map<string, number>()
      for (const about of observations.subjects()) {
        const { state } = read(observations.about(about))
        const leftMs = state.state === 'open' ? Math.min(state.until - now, capOf(defaultPolicy)) : 0
        if (leftMs > 0) resting.set(about, leftMs)
      }
      return resting
    },
  }
}

/**
 * Core's circuit, but while it is closed a failure counts only beside that of another order. So one shopper who tries again and
 * again rests no channel for the others.
 */
function fold(observations: readonly Observation[]): ChannelCircuit {
  let circuit: ChannelCircuit = emptyCircuit
  let failed: Observation[] = []
  for (const observation of observations) {
    const { about, outcome, orderId, at } = observation
    if (!isChannelId(about) || outcome === 'unanswered') continue
    const counts =
      outcome === 'succeeded' ||
      isOpenAt(circuit.state, at) ||
      failed.some((one) => one.orderId !== orderId && at - one.at <= togetherMs)
    failed = outcome === 'failed' ? [...failed, observation] : []
    if (counts) circuit = reduceCircuit(circuit, { ...observation, channel: about, outcome }, defaultPolicy)
  }
  return circuit
}

/** Resting, or in a trial that hasn't been quiet for so long that it is over. */
const isOpenAt = (state: CircuitState, at: number): boolean =>
  state.state !== 'closed' && at < trialStart(state, defaultPolicy) + defaultPolicy.quietTrialMs

const isChannelId = (about: string): about is ChannelId => about.includes('/')
