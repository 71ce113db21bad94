import type { AnswerName, ChannelId } from '@tillkit/core'

/** An answer to a payment, as far as availability is concerned. Times are epoch milliseconds. */
export interface SeenOutcome {
  readonly channel: ChannelId
  readonly name: AnswerName
  readonly status?: number | undefined
  readonly sentAt: number
  readonly at: number
  readonly retryAfterMs?: number | undefined
}
