import { shiftCatalogue } from '@tillkit/core'
import type { QueryKey, QueryState } from '@tanstack/react-query'
import { isGatewayOpen, isResting } from '../store/availability-store.ts'
import type { CheckoutView } from './checkout-view.ts'
import type { ClientInternals } from './client-internals.ts'
import { readList, type KeptList, type ListError, type ListSubject } from './read-list.ts'

/** Reads the list of one order when it is due, and only then. Times are epoch milliseconds. */
export interface ListKeeper {
  state(): QueryState<KeptList, ListError> | undefined
  /** Puts a list in the cache that was read elsewhere, unless there is one. */
  seed(list: KeptList): void
  /** The clock jumped back: a list from the future is as old as it can be. */
  rewind(): void
  /** When the list is next read by itself: the probe, the first list, one for another amount, or another look at what was off. */
  nextReadAt(view: CheckoutView): number
  /** Reads what is due now, if the page is seen and nobody asks already. */
  readDue(view: CheckoutView): void
  isOld(): boolean
  /** Reads the list again unless imoje is resting; `fresh` past every cache. */
  refresh(fresh?: boolean): Promise<void>
  /** Asks for a fresher list if the one at hand is old, but doesn't wait for long. */
  freshen(): Promise<void>
  /** The shopper's own "check now"; works once in a while, see `policy.checkNowEveryMs`. Says whether it asked. */
  checkNow(): boolean
}

/** @param subject what the list is asked for at this moment */
export function createListKeeper(client: ClientInternals, subject: () => ListSubject): ListKeeper {
  const { clock, gateway, page, policy, queryClient, store } = client
  let askedAt = -Infinity

  /** One list for each order, currency and language. */
  const queryKey = (): QueryKey => {
    const { order, locale } = subject()
    return ['tillkit', gateway.key, order.id, order.currency, locale]
  }
  const state = () => queryClient.getQueryState<KeptList, ListError>(queryKey())

  /** While imoje is away one question is enough, whichever order it is about. */
  const isAsking = (): boolean =>
    queryClient.isFetching({ queryKey: queryKey().slice(0, isResting(store.getState()) ? 2 : undefined) }) > 0

  /** A list from the future (the clock jumped back) is as good as old. */
  function freshUntil(): number {
    const readAt = Math.max(state()?.data?.requestedAt ?? -Infinity, askedAt)
    return readAt > clock.now() ? -Infinity : readAt + policy.listFreshMs
  }

  /** A failed read shows in the query's state. */
  async function read(fresh = false, asksWhetherBack = false): Promise<void> {
    askedAt = clock.now()
    await readList(client, queryKey(), { ...subject(), fresh }, asksWhetherBack).catch(() => undefined)
  }

  const refresh = async (fresh?: boolean): Promise<void> => {
    if (!isResting(store.getState())) await read(fresh)
  }

  function nextReadAt({ order, list, channels }: CheckoutView): number {
    const { gateway: circuit, misconfigured } = store.getState()
    const { data, error } = state() ?? {}
    if (misconfigured) return Infinity
    if (circuit.state.state === 'open') return circuit.state.checkAt
    if (list === 'loading' || !state()) return -Infinity
    const isOutdated = data?.dependsOnAmount && data.forAmount !== order.amount
    // What could not be read is asked for again, but not at once.
    if (isOutdated && !error) return -Infinity
    const isOff = [...channels.values()].some(({ status }) => status === 'outage' || status === 'refused')
    return isOutdated || isOff ? freshUntil() : Infinity
  }

  return {
    state,
    seed: (list) => {
      queryClient.setQueryData<KeptList>(queryKey(), (known) => known ?? list)
    },
    rewind: () => {
      const ahead = (state()?.data?.requestedAt ?? 0) - clock.now()
      if (ahead > 0)
        queryClient.setQueryData<KeptList>(queryKey(), (known) => known && shiftCatalogue(known, -ahead))
    },
    nextReadAt,
    readDue: (view) => {
      if (nextReadAt(view) > clock.now() || !page.isVisible() || isAsking()) return
      // Past the shop's cache: an older list says nothing of an outage.
      if (!isGatewayOpen(store.getState())) void read()
      else if (page.isOnline()) client.probe(() => read(true, true))
    },
    isOld: () => clock.now() > freshUntil() || state()?.error?.failure.name === 'offline',
    refresh,
    freshen: async () => {
      if (clock.now() <= freshUntil()) return
      let cancel: (() => void) | undefined
      const enough = new Promise<void>((resolve) => {
        cancel = clock.setTimer(resolve, policy.listWaitBeforePayingMs)
      })
      await Promise.race([refresh(), enough])
      cancel?.()
    },
    checkNow: () => {
      // A question from the future (the clock jumped back) is no reason to refuse.
      if (Math.abs(clock.now() - askedAt) < policy.checkNowEveryMs) return false
      void read(true, true)
      return true
    },
  }
}
