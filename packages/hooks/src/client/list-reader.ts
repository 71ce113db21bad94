import {
  listConsequenceOf,
  TillkitError,
  type Answer,
  type Catalogue,
  type Clock,
  type DecodedCatalogue,
  type Failure,
  type Order,
  type PaymentGateway,
  type Policy,
} from '@tillkit/core'
import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { AvailabilityStore } from '../store/availability-store.ts'
import { integrationErrorOf, type Events } from './events.ts'

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
  read(subject: ListSubject, options?: { readonly fresh?: boolean }): Promise<Catalogue>
}

/** Why there is no list; `failure` holds the answer. */
export class ListError extends TillkitError {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('list-failed', `The list of payment methods could not be read (${failure.name}).`)
    this.failure = failure
  }
}

interface Parts {
  readonly gateway: PaymentGateway
  readonly policy: Policy
  readonly clock: Clock
  readonly events: Events
  readonly store: AvailabilityStore
  readonly queryClient: QueryClient
  readonly randomId: () => string
}

export function createListReader(parts: Parts): ListReader {
  const { gateway, policy, clock, events, store, queryClient } = parts
  const isGatewayOpen = (): boolean => store.get().gateway.state.state === 'open'

  const keyOf = ({ order, locale }: ListSubject): QueryKey => [
    'tillkit',
    gateway.key,
    order.id,
    order.currency,
    locale,
  ]

  /** Every answer is also word of imoje as a whole; only word newer than an outage ends it. */
  const observe = (answer: Answer<DecodedCatalogue>): void => {
    const wasOpen = isGatewayOpen()
    const id = parts.randomId()
    const { sentAt, at } = answer
    const { gateway: word, integrationError } = answer.ok ? { gateway: 'up' } : listConsequenceOf(answer.name)
    if (word === 'misconfigured') store.setMisconfigured()
    if (!answer.ok && word === 'down')
      store.reportGateway({ id, outcome: 'failed', sentAt, at, retryAfterMs: answer.retryAfterMs })
    else if (wasOpen) {
      const asOf = answer.ok ? answer.value.catalogue.asOf : sentAt
      if (word) store.reportGateway({ id, outcome: 'succeeded', sentAt: asOf, at })
      // No word of imoje's, or one from before the outage: the hold starts again.
      if (isGatewayOpen()) store.reportGateway({ id: `${id}+`, outcome: 'unanswered', sentAt, at })
    }
    if (wasOpen) events.emit({ type: 'probe', answer: answer.ok ? 'accepted' : answer.name })
    if (integrationError && !answer.ok) events.emit(integrationErrorOf('list', answer))
  }

  const ask = async (subject: ListSubject, fresh: boolean): Promise<Catalogue> => {
    for (let tries = 0; ; tries += 1) {
      const answer = await gateway.listPaymentMethods({ ...subject, fresh })
      observe(answer)
      if (answer.ok) {
        const { catalogue, discarded } = answer.value
        if (discarded.length > 0) events.emit({ type: 'rows-discarded', rows: discarded })
        return catalogue
      }
      const pause = policy.listRetryPausesMs[tries]
      if (pause === undefined || isGatewayOpen() || !listConsequenceOf(answer.name).retries)
        throw new ListError(answer)
      await new Promise<void>((resolve) => {
        clock.setTimer(resolve, pause)
      })
    }
  }

  return {
    keyOf,
    read: async (subject, { fresh = false } = {}) => {
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
