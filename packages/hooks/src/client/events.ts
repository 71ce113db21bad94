import type { AnswerName, AvailabilityStatus, ChannelId, DiscardedRow, Failure } from '@tillkit/core'
import type { AttemptSummary } from './attempt-state.ts'

/** What happens, for the shop's own records. Never holds personal data. */
export type PaymentsEvent =
  /**
   * A channel's availability changed by itself or by an answer; not sent for the first list. One that isn't listed any more, or
   * wasn't before, is `hidden`; one whose list has grown old (`unconfirmed`) is `available` here.
   */
  | {
      readonly type: 'availability-changed'
      readonly orderId: string
      readonly channel: ChannelId
      /** Its name as the list has it. */
      readonly label: string
      readonly from: AvailabilityStatus
      readonly to: AvailabilityStatus
    }
  | { readonly type: 'gateway-changed'; readonly to: 'up' | 'down' | 'misconfigured' }
  /** The one request that asks whether imoje is back. */
  | { readonly type: 'probe'; readonly answer: AnswerName }
  /** Where an attempt to pay stands now. */
  | { readonly type: 'attempt'; readonly orderId: string; readonly attempt: AttemptSummary }
  /** Something the shop's developers must mend. */
  | {
      readonly type: 'integration-error'
      readonly during: 'list' | 'pay' | 'status'
      readonly answer: AnswerName
      readonly code: string | undefined
      readonly detail: string | undefined
      readonly traceId: string | undefined
    }
  /** Parts of a list that could not be used; the rest is shown. */
  | { readonly type: 'rows-discarded'; readonly rows: readonly DiscardedRow[] }
  /** What storage held, or another tab said, could not be read and counts for nothing. */
  | {
      readonly type: 'content-discarded'
      readonly source: 'storage' | 'tab'
      readonly detail: string
    }

/** Hears every event of a client, as `client.subscribe` takes it. */
export type PaymentsListener = (event: PaymentsEvent) => void

export interface Events {
  emit(event: PaymentsEvent): void
  subscribe(listener: PaymentsListener): () => void
}

/** Calls what the shop wrote. Where it throws, the page is told (a rejection nobody handles), and the payment under way goes on. */
export const callHost = (run: () => void): void => void new Promise<void>(run)

export function createEvents(): Events {
  const listeners = new Set<PaymentsListener>()
  return {
    emit: (event) => {
      for (const listener of listeners) callHost(() => listener(event))
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export const integrationErrorOf = (
  during: 'list' | 'pay' | 'status',
  { name: answer, code, detail, traceId }: Failure,
): PaymentsEvent => ({ type: 'integration-error', during, answer, code, detail, traceId })
