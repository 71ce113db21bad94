import {
  checkOrder,
  isSelectable,
  type Catalogue,
  type ChannelId,
  type MethodId,
  type Order,
  type PaymentChannel,
} from '@tillkit/core'
import { createSelectionStore, type SelectionStore } from '../store/selection-store.ts'
import { createAttempts, type Attempts } from './attempt.ts'
import type { BlockedBecause } from './attempt-state.ts'
import { buildCheckoutView, type CheckoutView } from './checkout-view.ts'
import { ListError } from './list-reader.ts'
import type { PaymentsClient } from './payments-client.ts'
import { isResting } from './observe.ts'

/** One order being paid: its list, what is chosen, its attempts. Lives as long as its provider. */
export interface Checkout {
  readonly client: PaymentsClient
  readonly selection: SelectionStore
  readonly attempts: Attempts
  getOrder(): Order
  /** Follows a changed order of the same id: limits are resolved again from the rows in hand. */
  setOrder(order: Order): void
  getView(): CheckoutView
  /** While somebody listens the list is read, timers run and events are sent. */
  subscribe(listener: () => void): () => void
  findChannel(id: ChannelId | undefined): PaymentChannel | undefined
  /** Chooses a channel if it can be used; says whether it did. */
  choose(id: ChannelId): boolean
  /** Opens a method; one with a single channel is that channel. Says whether it did. */
  open(method: MethodId): boolean
  /** Reads the list again unless imoje is resting; `fresh` past every cache. */
  refresh(fresh?: boolean): Promise<void>
  /** The shopper's own "check now"; works once in a while, see `policy.checkNowEveryMs`. Says whether it asked. */
  checkNow(): boolean
}

export function createCheckout(client: PaymentsClient, order: Order, locale: string): Checkout {
  const { internals } = client
  const { clock, events, lists, page, policy, queryClient, store, ticker } = internals
  const queryKey = lists.keyOf({ order, locale })
  const selection = createSelectionStore()
  const listeners = new Set<() => void>()
  let current = checkOrder(order)
  let askedAt = -Infinity
  let lastLook = -Infinity
  let stop: (() => void) | undefined
  let cancelWait: (() => void) | undefined
  let view = look()

  const query = () => queryClient.getQueryState<Catalogue>(queryKey)
  /** A list from the future (the clock jumped back) is as good as old. */
  const listAge = () => {
    const age = clock.now() - Math.max(query()?.data?.requestedAt ?? -Infinity, askedAt)
    return age < 0 ? Infinity : age
  }

  function look(before?: CheckoutView): CheckoutView {
    const { data, error } = queryClient.getQueryState<Catalogue>(queryKey) ?? {}
    const facts = {
      order: current,
      catalogue: data,
      failure: error instanceof ListError ? error.failure : undefined,
      observed: store.getState(),
      isOnline: page.isOnline(),
    }
    return buildCheckoutView(internals, facts, clock.now(), before)
  }

  /** Looks at everything again, tells what changed, does what is due and waits for the next moment. */
  function update(): void {
    const now = clock.now()
    const jumpedBack = now < lastLook
    lastLook = now
    if (jumpedBack) store.forgetFuture(now)
    const before = view
    view = look(before)
    if (stop) {
      announce(before)
      act()
    }
    for (const listener of listeners) listener()
  }

  function announce(before: CheckoutView): void {
    for (const [channel, { status: to }] of view.channels) {
      const from = before.channels.get(channel)?.status
      if (from && from !== to)
        events.emit({ type: 'availability-changed', orderId: current.id, channel, from, to })
    }
    const { status: to } = view.gateway
    if (to !== before.gateway.status && to !== 'offline') events.emit({ type: 'gateway-changed', to })
  }

  function act(): void {
    cancelWait?.()
    cancelWait = undefined
    const now = clock.now()
    const due = nextReadAt(now)
    if (due <= now && page.isVisible() && !isAsking()) return void read()
    const next = Math.min(view.changesAt, due > now ? due : Infinity)
    if (next < Infinity) cancelWait = ticker.waitUntil(next, update)
  }

  /** While imoje is away one question is enough, whichever order it is about. */
  const isAsking = (): boolean =>
    queryClient.isFetching({ queryKey: isResting(internals) ? queryKey.slice(0, 2) : queryKey }) > 0

  /** When the list is next read by itself: the probe, the first list, or another look at what was off. */
  function nextReadAt(now: number): number {
    const { gateway, misconfigured } = store.getState()
    if (misconfigured) return Infinity
    if (gateway.state.state === 'open') return gateway.state.checkAt
    if (view.list === 'loading') return now
    const isOff = [...view.channels.values()].some(
      ({ status }) => status === 'outage' || status === 'refused',
    )
    return isOff ? now - listAge() + policy.listFreshMs : Infinity
  }

  /** A failed read shows in the query's state. */
  async function read(fresh?: boolean): Promise<void> {
    askedAt = clock.now()
    await lists.read({ order: current, locale }, fresh).catch(() => undefined)
  }

  const refresh = async (fresh?: boolean): Promise<void> => {
    if (!isResting(internals)) await read(fresh)
  }

  async function freshen(): Promise<void> {
    if (listAge() <= policy.listFreshMs) return
    let cancel: (() => void) | undefined
    const enough = new Promise<void>((resolve) => {
      cancel = clock.setTimer(resolve, policy.listWaitBeforePayingMs)
    })
    await Promise.race([refresh(), enough])
    cancel?.()
  }

  /** The page was seen, hidden, focused, or its connection changed. */
  function notice(): void {
    ticker.check()
    update()
    if (listAge() > policy.listFreshMs && page.isVisible() && page.isOnline()) void refresh()
  }

  function start(): () => void {
    let seen = query()
    const undo = [
      store.subscribe(update),
      page.subscribe(notice),
      page.onRestored(() => void attempts.resume()),
      queryClient.getQueryCache().subscribe(() => {
        if (seen === query()) return
        seen = query()
        update()
      }),
    ]
    return () => {
      for (const each of undo) each()
      cancelWait?.()
      cancelWait = undefined
    }
  }

  /** Whether a channel can be used at this very moment, not at the last look at the clock. */
  function isUsable(id: ChannelId): boolean {
    update()
    const availability = view.channels.get(id)
    return !!availability && isSelectable(availability)
  }

  const findChannel = (id: ChannelId | undefined): PaymentChannel | undefined =>
    view.methods.flatMap(({ channels }) => channels).find((channel) => channel.id === id)

  function findPayable(): PaymentChannel | BlockedBecause {
    const { method, channel: id } = selection.getState()
    const usable = id && isUsable(id)
    const channel = findChannel(id)
    if (isResting(internals)) return 'gateway'
    if (view.pausedUntil) return 'paused'
    if (!id) return method ? 'channel-not-chosen' : 'nothing-chosen'
    return usable && channel ? channel : 'unavailable'
  }

  function choose(id: ChannelId): boolean {
    const method = view.methods.find(({ channels }) => channels.some((channel) => channel.id === id))
    if (!method || !isUsable(id)) return false
    selection.setState({ method: method.id, channel: id }, true)
    return true
  }

  function open(id: MethodId): boolean {
    const channels = view.methods.find((method) => method.id === id)?.channels ?? []
    const [only, ...others] = channels
    if (only && others.length === 0) return choose(only.id)
    if (!channels.some((channel) => isUsable(channel.id))) return false
    if (selection.getState().method !== id) selection.setState({ method: id }, true)
    return true
  }

  const getOrder = () => current
  const attempts = createAttempts({ internals, getOrder, findPayable, freshen, refresh })

  return {
    client,
    selection,
    attempts,
    getOrder,
    setOrder: (next) => {
      current = checkOrder(next)
      update()
    },
    getView: () => view,
    subscribe: (listener) => {
      listeners.add(listener)
      if (!stop) {
        stop = start()
        update()
      }
      return () => {
        if (!listeners.delete(listener) || listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
    findChannel,
    choose,
    open,
    refresh,
    checkNow: () => {
      if (clock.now() - askedAt < policy.checkNowEveryMs) return false
      void read()
      return true
    },
  }
}
