import { reduceGatewayCircuit, type ChannelId, type Consequence } from '@tillkit/core'
import { isGatewayOpen } from '../store/availability-store.ts'
import type { ClientInternals } from './client-internals.ts'

/** An answer, as far as availability is concerned. Times are epoch milliseconds. */
export interface SeenAnswer {
  readonly status?: number | undefined
  /** When the request left. For a list: how fresh its word is. */
  readonly sentAt: number
  readonly at: number
  readonly retryAfterMs?: number | undefined
}

/** Takes in what an answer does; word of imoje being there matters only where it ends an outage. */
export function observe(
  { store, memory, policy, randomId }: ClientInternals,
  { channel: outcome, gateway, pauses }: Consequence,
  { status, sentAt, at, retryAfterMs }: SeenAnswer,
  channel?: ChannelId,
): void {
  const seen = () => ({ id: randomId(), status, sentAt, at, retryAfterMs })
  if (channel && outcome) memory.report({ ...seen(), channel, outcome })
  if (pauses) {
    const pauseMs = Math.min(retryAfterMs ?? policy.payingPauseMs, policy.gatewayHoldAtMostMs)
    store.setState({ pausedUntil: at + pauseMs, pauseMs })
  }
  if (gateway === 'misconfigured') store.setState({ misconfigured: true })
  if (gateway === 'down') memory.report({ ...seen(), outcome: 'failed' })
  if (gateway !== 'up' || !isGatewayOpen(store.getState())) return
  const success = { ...seen(), outcome: 'succeeded' } as const
  const { state } = reduceGatewayCircuit(store.getState().gateway, success, policy)
  // One from before the outage would be kept, and outlive what says that it counts for nothing.
  if (state.state === 'closed') memory.report(success)
}
