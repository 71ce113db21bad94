import { listConsequenceOf, type AnswerName, type Failure } from '@tillkit/core'
import { isGatewayOpen } from '../store/availability-store.ts'
import type { OpenAttempt } from '../store/memory.ts'
import type { ClientInternals } from './client-internals.ts'
import { integrationErrorOf } from './events.ts'
import { loseAnswer } from './lost-answer.ts'
import { observe } from './observe.ts'

/** How an attempt ended; `none`: it never began, and can't any more. */
export type AttemptEnd =
  | { readonly status: 'paid'; readonly transactionId?: string | undefined }
  | { readonly status: 'failed' | 'none'; readonly statusCode?: string | undefined }

/** Asks once how an attempt ended; nothing while that isn't known. */
export interface AttemptInquiry {
  /**
   * Of a payment without a page imoje's own word is asked for, as long as it isn't resting, because it says why a payment was
   * refused; else the shop's record.
   */
  askAttempt(attempt: OpenAttempt): Promise<AttemptEnd | undefined>
  /** Asks the shop's record of the whole order: only a payment, or the failure of what was open, is an end. */
  askOrder(orderId: string): Promise<AttemptEnd | undefined>
}

export function createAttemptInquiry(client: ClientInternals): AttemptInquiry {
  const { gateway, events, store } = client
  /** The shop's developers are told once what to mend, however often it is asked. */
  const told = new Set<AnswerName>()

  const tell = (failure: Failure): void => {
    if (!listConsequenceOf(failure.name).integrationError || told.has(failure.name)) return
    told.add(failure.name)
    events.emit(integrationErrorOf('status', failure))
  }

  async function askRecord(orderId: string, key?: string): Promise<AttemptEnd | undefined> {
    const answer = await gateway.getOrderPayment({ orderId, idempotencyKey: key }).catch(loseAnswer(client))
    if (!answer.ok) {
      tell(answer)
      return undefined
    }
    const { status, transactionId } = answer.value
    if (status === 'paid') return { status, transactionId }
    return status === 'failed' || (status === 'none' && key) ? { status } : undefined
  }

  return {
    askOrder: (orderId) => askRecord(orderId),
    askAttempt: async ({ orderId, key, immediate, transactionId }) => {
      if (!immediate || !transactionId || isGatewayOpen(store.getState())) return askRecord(orderId, key)
      const answer = await gateway.getTransaction({ id: transactionId }).catch(loseAnswer(client))
      observe(client, listConsequenceOf(answer.ok ? 'accepted' : answer.name), answer)
      if (!answer.ok) {
        tell(answer)
        return askRecord(orderId, key)
      }
      const { status, statusCode } = answer.value
      if (status === 'settled') return { status: 'paid', transactionId }
      return status === 'rejected' || status === 'cancelled' || status === 'error'
        ? { status: 'failed', statusCode }
        : undefined
    },
  }
}
