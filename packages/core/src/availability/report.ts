import type { ChannelId } from '../domain/ids.ts'

interface Observed {
  /** Unique; a repeat with the same id counts once. */
  readonly id: string
  /** The HTTP status, where there was one. */
  readonly status?: number | undefined
  /** When the request left, in epoch milliseconds. For a list: how fresh its word is (`asOf`). */
  readonly sentAt: number
  /** When the answer was known, in epoch milliseconds. */
  readonly at: number
}

/** One observed outcome of an attempt on one channel: paid (or on its way), a failure like 500, or 406. */
export interface ChannelReport extends Observed {
  /** The channel that was tried. */
  readonly channel: ChannelId
  /** `refused` is 406: it holds until imoje's list says otherwise, and is no failure. */
  readonly outcome: 'succeeded' | 'failed' | 'refused'
}

/**
 * One observation of imoje as a whole. `unanswered`: the probe brought no word of imoje's. It and `succeeded` are reported only
 * while imoje is held for away.
 */
export interface GatewayReport extends Observed {
  readonly outcome: 'succeeded' | 'failed' | 'unanswered'
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined
}
