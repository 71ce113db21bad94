import { consequenceOf, type AnswerName, type ChannelId, type Consequence } from '@tillkit/core'
import type { ClientParts } from './client-parts.ts'

/** An answer, as far as availability is concerned. Times are epoch milliseconds. */
export interface SeenAnswer {
  readonly status?: number | undefined
  /** When the request left. For a list: how fresh its word is. */
  readonly sentAt: number
  readonly at: number
  readonly retryAfterMs?: number | undefined
}

type Parts = Pick<ClientParts, 'store' | 'policy' | 'randomId'>

/** Takes in what an answer to a payment says of its channel and of imoje as a whole. */
export function observePayment(parts: Parts, channel: ChannelId, name: AnswerName, seen: SeenAnswer): void {
  const { channel: outcome, gateway, pauses } = consequenceOf(name)
  const { status, sentAt, at, retryAfterMs } = seen
  const { store, policy, randomId } = parts
  if (outcome) store.reportChannel({ id: randomId(), channel, outcome, status, sentAt, at })
  if (pauses) store.setState({ pausedUntil: at + (retryAfterMs ?? policy.payingPauseMs) })
  observeGateway(parts, gateway, seen)
}

/** Takes in what an answer says of imoje as a whole; word of it being there matters only while it rests. */
export function observeGateway(
  { store, randomId }: Parts,
  word: Consequence['gateway'],
  { status, sentAt, at, retryAfterMs }: SeenAnswer,
): void {
  const report = (outcome: 'succeeded' | 'failed'): void =>
    store.reportGateway({ id: randomId(), outcome, status, sentAt, at, retryAfterMs })
  if (word === 'misconfigured') store.setState({ misconfigured: true })
  if (word === 'down') report('failed')
  if (word === 'up' && isGatewayOpen({ store })) report('succeeded')
}

export const isGatewayOpen = ({ store }: Pick<ClientParts, 'store'>): boolean =>
  store.getState().gateway.state.state === 'open'

/** Whether nothing is asked: imoje is away, or would only say 401 again. */
export const isResting = (parts: Pick<ClientParts, 'store'>): boolean =>
  isGatewayOpen(parts) || parts.store.getState().misconfigured
