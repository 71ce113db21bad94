import {
  channelsOf,
  checkOrder,
  consequenceOf,
  type AnswerName,
  type Catalogue,
  type ChannelId,
  type Order,
  type PaymentChannel,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isResting } from '../store/availability-store.ts'
import { createAttempts, type Attempts } from './attempt.ts'
import type { BlockedBecause } from './attempt-state.ts'
import { buildCheckoutView, isUsable, type CheckoutView } from './checkout-view.ts'
import { observePayment, type SeenAnswer } from './observe.ts'
import type { PaymentsClient } from './payments-client.ts'
import { readList, type ListError } from './read-list.ts'
import { createSelection, type Chooser } from './selection.ts'

/** One order being paid: its list, what is chosen, its attempts. Lives as long as its provider. */
export interface Checkout extends Chooser {
  readonly client: PaymentsClient
  /** What is shown. While somebody listens the list is read, timers run and events are sent. */
  readonly view: StoreApi<CheckoutView>
  readonly attempts: Attempts
  getOrder(): Order
  /**
   * Follows a changed amount of the same order (limits are resolved again from the rows in hand) and a changed language (its
   * list is read; the one at hand stays meanwhile).
   */
  setOrder(order: Order, locale?: string): void
  findChannel(id: ChannelId | undefined): PaymentChannel | undefined
  /** Takes in an answer to a payment that was made through a channel. */
  report(channel: ChannelId, name: AnswerName, seen: SeenAnswer): void
  /** Reads the list again unless imoje is resting; `fresh` past every cache. */
  refresh(fresh?: boolean): Promise<void>
  /** The shopper's own "check now"; works once in a while, see `policy.checkNowEveryMs`. Says whether it asked. */
  checkNow(): boolean
}

export function createCheckout(client: PaymentsClient, firstOrder: Order, firstLocale: string): Checkout {
  const { internals } = client
  const { clock, events, gateway, page, policy, queryClient, store, ticker } = internals
  let order = checkOrder(firstOrder)
  let locale = firstLocale
  let shown: Catalogue | undefined
  let askedAt = -Infinity
  let lastLook = -Infinity
  let listening = 0
  let stop: (() => void) | undefined
  let cancelWait: (() => void) | undefined
  /** One list for each order, currency and language. */
  const queryKey = () => ['tillkit', gateway.key, order.id, order.currency, locale]
  const query = () => queryClient.getQueryState<Catalogue, ListError>(queryKey())
  const view = createStore<CheckoutView>(() => look())

  function look(before?: CheckoutView): CheckoutView {
    const { data, error } = query() ?? {}
    shown = data ?? shown
    const facts = {
      order,
      locale,
      catalogue: shown,
      failure: error?.failure,
      observed: store.getState(),
      isOnline: page.isOnline(),
    }
    return buildCheckoutView(internals, facts, clock.now(), before)
  }

  /** Looks at everything again, and tells those who listen. */
  function update(): CheckoutView {
    const now = clock.now()
    const jumpedBack = now < lastLook
    lastLook = now
    if (jumpedBack) store.forgetFuture(now)
    view.setState(look(view.getState()), true)
    return view.getState()
  }

  /** Tells the shop what changed, does what is due and waits for the next moment. */
  function act(after: CheckoutView, before: CheckoutView): void {
    for (const [channel, { status: to }] of after.channels) {
      const from = before.channels.get(channel)?.status
      if (from && from !== to)
        events.emit({ type: 'availability-changed', orderId: order.id, channel, from, to })
    }
    const { status: to } = after.gateway
    if (to !== before.gateway.status && to !== 'offline') events.emit({ type: 'gateway-changed', to })

    cancelWait?.()
    const now = clock.now()
    const due = nextReadAt(now)
    const next = Math.min(after.changesAt, due > now ? due : Infinity)
    cancelWait = next < Infinity ? ticker.waitUntil(next, update) : undefined
    // Last, because it looks at everything again.
    if (due <= now && page.isVisible() && !isAsking()) void read()
  }

  /** While imoje is away one question is enough, whichever order it is about. */
  const isAsking = (): boolean =>
    queryClient.isFetching({ queryKey: queryKey().slice(0, isResting(store.getState()) ? 2 : undefined) }) > 0

  /** When the list is next read by itself: the probe, the first list, or another look at what was off. */
  function nextReadAt(now: number): number {
    const { gateway: circuit, misconfigured } = store.getState()
    const { list, channels } = view.getState()
    if (misconfigured) return Infinity
    if (circuit.state.state === 'open') return circuit.state.checkAt
    if (list === 'loading' || !query()) return now
    const isOff = [...channels.values()].some(({ status }) => status === 'outage' || status === 'refused')
    return isOff ? freshUntil() : Infinity
  }

  /** A list from the future (the clock jumped back) is as good as old. */
  function freshUntil(): number {
    const readAt = Math.max(query()?.data?.requestedAt ?? -Infinity, askedAt)
    return readAt > clock.now() ? -Infinity : readAt + policy.listFreshMs
  }

  /** A failed read shows in the query's state. */
  async function read(fresh = false): Promise<void> {
    askedAt = clock.now()
    await readList(internals, queryKey(), { order, locale, fresh }).catch(() => undefined)
  }

  const refresh = async (fresh?: boolean): Promise<void> => {
    if (!isResting(store.getState())) await read(fresh)
  }

  function report(channel: ChannelId, name: AnswerName, seen: SeenAnswer): void {
    observePayment(internals, channel, name, seen)
    if (consequenceOf(name).refetch) void refresh(true)
  }

  async function freshen(): Promise<void> {
    if (clock.now() <= freshUntil()) return
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
    const isOld = clock.now() > freshUntil() || query()?.error?.failure.name === 'offline'
    if (isOld && page.isVisible() && page.isOnline()) void refresh()
  }

  function start(): () => void {
    let seen = query()
    const undo = [
      view.subscribe(act),
      store.subscribe(update),
      page.subscribe(notice),
      page.onRestored(() => void attempts.resume()),
      queryClient.getQueryCache().subscribe(() => {
        if (seen === query()) return
        seen = query()
        update()
      }),
      () => cancelWait?.(),
    ]
    update()
    return () => {
      for (const each of undo) each()
    }
  }

  const findChannel = (id: ChannelId | undefined): PaymentChannel | undefined =>
    channelsOf(view.getState()).find((channel) => channel.id === id)

  function findPayable(): PaymentChannel | BlockedBecause {
    const { method, channel: id } = selection.getState()
    const { channels, pausedUntil } = update()
    if (isResting(store.getState())) return 'gateway'
    if (pausedUntil) return 'paused'
    if (!id) return method ? 'channel-not-chosen' : 'nothing-chosen'
    return (isUsable(channels.get(id)) && findChannel(id)) || 'unavailable'
  }

  const { selection, choose, open } = createSelection(update)
  const getOrder = () => order
  const attempts = createAttempts({ internals, getOrder, findPayable, freshen, refresh, report })

  return {
    client,
    selection,
    attempts,
    view: {
      ...view,
      subscribe: (listener) => {
        if (listening === 0) stop = start()
        listening += 1
        const leave = view.subscribe(listener)
        return () => {
          leave()
          listening -= 1
          if (listening === 0) stop?.()
        }
      },
    },
    getOrder,
    setOrder: (next, nextLocale = locale) => {
      order = checkOrder(next)
      locale = nextLocale
      update()
    },
    findChannel,
    choose,
    open,
    refresh,
    report,
    checkNow: () => {
      if (clock.now() - askedAt < policy.checkNowEveryMs) return false
      void read()
      return true
    },
  }
}
