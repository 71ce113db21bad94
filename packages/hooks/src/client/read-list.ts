import {
  inDevelopment,
  listConsequenceOf,
  TillkitError,
  type Catalogue,
  type Failure,
  type ListRequest,
} from '@tillkit/core'
import type { QueryKey } from '@tanstack/react-query'
import { isGatewayOpen } from '../store/availability-store.ts'
import type { ClientInternals } from './client-internals.ts'
import { integrationErrorOf } from './events.ts'
import { loseAnswer } from './lost-answer.ts'
import { observe } from './observe.ts'

/** A list as it is kept: with the order's amount that it was asked for, in minor units. */
export interface KeptList extends Catalogue {
  readonly forAmount: number
}

/** What a list is asked for. */
export type ListSubject = Omit<ListRequest, 'fresh'>

/** Why there is no list; `failure` holds the answer. */
export class ListError extends TillkitError {
  readonly failure: Failure

  constructor(failure: Failure) {
    super('list-failed', inDevelopment && `The list of payment methods could not be read (${failure.name}).`)
    this.failure = failure
  }
}

/**
 * Reads a list into the query cache. A request for the same that is already on its way is shared, unless a `fresh` one asks
 * past every cache. Rejects with a {@link ListError}.
 * @param asksWhetherBack this request may be sent while imoje is away: it is the probe, or the shopper's own "check now"
 */
export async function readList(
  client: ClientInternals,
  queryKey: QueryKey,
  request: ListRequest,
  asksWhetherBack: boolean,
): Promise<void> {
  const { queryClient, store } = client
  // One already on its way may have left before the refusal that asks for a fresh one.
  if (request.fresh)
    await queryClient
      .getQueryCache()
      .find({ queryKey })
      ?.promise?.catch(() => undefined)
  if (isGatewayOpen(store.getState()) && !asksWhetherBack) return
  await queryClient.query({
    queryKey,
    queryFn: () => ask(client, request),
    retry: false,
    staleTime: 0,
    // Nothing observes the query in TanStack's sense, so it must not be collected under a mounted picker.
    gcTime: Infinity,
    networkMode: 'always',
  })
}

/** Asks until there is an answer worth keeping; each one is also word of imoje as a whole. */
async function ask(client: ClientInternals, request: ListRequest): Promise<KeptList> {
  const { gateway, policy, clock, events, store, memory, randomId } = client
  const isOpen = (): boolean => isGatewayOpen(store.getState())
  for (let tries = 0; ; tries += 1) {
    const answer = await gateway.listPaymentMethods(request).catch(loseAnswer(client))
    const wasOpen = isOpen()
    const { sentAt, at } = answer
    const name = answer.ok ? 'accepted' : answer.name
    const does = listConsequenceOf(name)
    observe(client, does, answer.ok ? { ...answer, sentAt: answer.value.catalogue.asOf } : answer)
    if (wasOpen) events.emit({ type: 'probe', answer: name })
    // No word of imoje's, or one from before the outage: the hold starts again. Offline nobody was asked.
    if (does.gateway !== 'down' && name !== 'offline' && isOpen())
      memory.report({ id: randomId(), outcome: 'unanswered', sentAt, at })
    if (answer.ok) {
      const { catalogue, discarded: rows } = answer.value
      if (rows.length > 0) events.emit({ type: 'rows-discarded', rows })
      return { ...catalogue, forAmount: request.order.amount }
    }
    if (does.integrationError) events.emit(integrationErrorOf('list', answer))
    const pause = policy.listRetryPausesMs[tries]
    if (pause === undefined || isOpen() || !does.retries) throw new ListError(answer)
    await new Promise<void>((resolve) => {
      clock.setTimer(resolve, pause)
    })
    // Another tab, or a payment, may have found it away meanwhile.
    if (isOpen()) throw new ListError(answer)
  }
}
