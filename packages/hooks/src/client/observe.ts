import type { ChannelId, Consequence } from '@tillkit/core'
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

/** Takes in what an answer does; word of imoje being there matters only while it rests. */
export function observe(
  { store, memory, policy, randomId }: ClientInternals,
  { channel: outcome, gateway, pauses }: Consequence,
  { status, sentAt, at, retryAfterMs }: SeenAnswer,
  channel?: ChannelId,
): void {
  const seen = () => ({ id: randomId(), status, sentAt, at, retryAfterMs })
  if (channel && outcome) memory.report({ ...seen(), channel, outcome })
  if (pauses)
    store.setState({
      pausedUntil: at + Math.min(retryAfterMs ?? policy.payingPauseMs, policy.gatewayHoldAtMostMs),
    })
  if (gateway === 'misconfigured') store.setState({ misconfigured: true })
  if (gateway === 'down') memory.report({ ...seen(), outcome: 'failed' })
  if (gateway === 'up' && isGatewayOpen(store.getState())) memory.report({ ...seen(), outcome: 'succeeded' })
}
