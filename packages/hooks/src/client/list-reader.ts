import {
  inDevelopment,
  listConsequenceOf,
  TillkitError,
  type Answer,
  type Catalogue,
  type DecodedCatalogue,
  type Failure,
  type Order,
} from '@tillkit/core'
import type { QueryKey } from '@tanstack/react-query'
import type { ClientParts } from './client-parts.ts'
import { integrationErrorOf } from './events.ts'
import { isGatewayOpen, observeGateway } from './observe.ts'

/** Which list is meant: one for each order, currency and language. */
export interface ListSubject {
  readonly order: Order
  readonly locale: string
}

/** Reads lists into the query cache and reports what their answers say about imoje as a whole. */
export interface ListReader {
  keyOf(subject: ListSubject): QueryKey
  /**
   * Asks for the list; a request for the same that is already on its way is shared, unless `fresh` asks past every cache.
   * Rejects with a {@link ListError}.
   */
  read(subject: ListSubject, fresh?: boolean): Promise<Catalogue>
}

/** Why there is no list; `failure` holds the answer. */
export class ListError extends TillkitError {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('list-failed', inDevelopment && `The list of payment methods could not be read (${failure.name}).`)
    this.failure = failure
  }
}

export function createListReader(parts: ClientParts): ListReader {
  const { gateway, policy, clock, events, queryClient } = parts

  /** Every answer is also word of imoje as a whole; only word newer than an outage ends it. */
  const observe = (answer: Answer<DecodedCatalogue>): void => {
    const wasOpen = isGatewayOpen(parts)
    const name = answer.ok ? 'accepted' : answer.name
    const { gateway: word, integrationError } = listConsequenceOf(name)
    const { sentAt, at } = answer
    observeGateway(parts, word, answer.ok ? { sentAt: answer.value.catalogue.asOf, at } : answer)
    if (wasOpen) events.emit({ type: 'probe', answer: name })
    // No word of imoje's, or one from before the outage: the hold starts again.
    if (wasOpen && word !== 'down' && isGatewayOpen(parts))
      parts.store.reportGateway({ id: parts.randomId(), outcome: 'unanswered', sentAt, at })
    if (integrationError && !answer.ok) events.emit(integrationErrorOf('list', answer))
  }

  const ask = async (subject: ListSubject, fresh: boolean): Promise<Catalogue> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await gateway.listPaymentMethods({ ...subject, fresh })
      observe(answer)
      if (answer.ok) {
        const { catalogue, discarded: rows } = answer.value
        if (rows.length > 0) events.emit({ type: 'rows-discarded', rows })
        return catalogue
      }
      const pause = policy.listRetryPausesMs[tries]
      if (pause === undefined || isGatewayOpen(parts) || !listConsequenceOf(answer.name).retries)
        throw new ListError(answer)
      await new Promise<void>((resolve) => {
        clock.setTimer(resolve, pause)
      })
    }
  }

  const keyOf: ListReader['keyOf'] = ({ order, locale }) => [
    'tillkit',
    gateway.key,
    order.id,
    order.currency,
    locale,
  ]

  return {
    keyOf,
    read: async (subject, fresh = false) => {
      const queryKey = keyOf(subject)
      // One already on its way may have left before the refusal that asks for a fresh one.
      if (fresh)
        await queryClient
          .getQueryCache()
          .find({ queryKey })
          ?.promise?.catch(() => undefined)
      return queryClient.query({
        queryKey,
        queryFn: () => ask(subject, fresh),
        retry: false,
        staleTime: 0,
        // Nothing observes the query in TanStack's sense, so it must not be collected under a mounted picker.
        gcTime: Infinity,
        networkMode: 'always',
      })
    },
  }
}
