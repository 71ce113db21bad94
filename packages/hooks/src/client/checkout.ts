import {
  channelsOf,
  checkOrder,
  consequenceOf,
  inDevelopment,
  pickFallbackMethods,
  shiftCatalogue,
  TillkitError,
  type AnswerName,
  type Catalogue,
  type ChannelId,
  type MethodId,
  type Order,
  type PaymentChannel,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isGatewayOpen, isResting } from '../store/availability-store.ts'
import { createAttempts, type Attempts } from './attempt.ts'
import type { BlockedBecause } from './attempt-state.ts'
import { listAvailabilityChanges } from './availability-changes.ts'
import { countListeners } from './count-listeners.ts'
import { buildCheckoutView, buildFirstView, isUsable, type CheckoutView } from './checkout-view.ts'
import { createListKeeper } from './list-keeper.ts'
import { observe, type SeenAnswer } from './observe.ts'
import type { PaymentsClient } from './payments-client.ts'
import { createSelection, type Chooser, type Preselect } from './selection.ts'

/** One order being paid: its list, what is chosen, its attempts. Lives as long as its provider. */
export interface Checkout extends Chooser {
  readonly client: PaymentsClient
  /** What is shown. While somebody listens the list is read, timers run and events are sent. */
  readonly view: StoreApi<CheckoutView>
  readonly attempts: Attempts
  getOrder(): Order
  /**
   * Follows a changed amount of the same order (limits are resolved again from the rows in hand; a list that depends on the
   * amount is read again) and a changed language (its list is read). The list at hand stays meanwhile.
   */
  setOrder(order: Order, locale?: string): void
  findChannel(id: ChannelId | undefined): PaymentChannel | undefined
  /** What imoje's own page may show after a channel of this method failed; nothing when it can't be offered. */
  findFallback(failed: MethodId): readonly string[]
  /** Takes in an answer to a payment, made through a channel or by a link. */
  report(channel: ChannelId | undefined, name: AnswerName, seen: SeenAnswer): void
  /** Reads the list again unless imoje is resting; `fresh` past every cache. */
  refresh(fresh?: boolean): Promise<void>
  /** The shopper's own "check now"; works once in a while, see `policy.checkNowEveryMs`. Says whether it asked. */
  checkNow(): boolean
}

export interface CheckoutOptions {
  readonly order: Order
  readonly locale: string
  readonly preselect?: Preselect | undefined
  /** The list that the page was rendered with. */
  readonly initialCatalogue?: Catalogue | undefined
}

export function createCheckout(client: PaymentsClient, options: CheckoutOptions): Checkout {
  const { internals } = client
  const { clock, events, memory, page, queryClient, store, ticker } = internals
  const initialCatalogue = checkCatalogue(options.initialCatalogue)
  let order = checkOrder(options.order)
  let { locale } = options
  let shown = initialCatalogue
  let lastLook = -Infinity
  let cancelWait: (() => void) | undefined
  const list = createListKeeper(internals, () => ({ order, locale }))
  const view = createStore<CheckoutView>(() => buildFirstView(internals, order, locale, shown))

  /** Looks at everything again, and tells those who listen. */
  function update(): CheckoutView {
    const now = clock.now()
    const jumpedBack = now < lastLook
    lastLook = now
    if (jumpedBack) {
      store.forgetFuture(now)
      list.rewind()
    }
    const { data, error } = list.state() ?? {}
    shown = data ?? shown
    const facts = { order, locale, catalogue: shown, failure: error?.failure }
    const observed = { observed: store.getState(), isOnline: page.isOnline() }
    view.setState(buildCheckoutView(internals, { ...facts, ...observed }, now, view.getState()), true)
    return view.getState()
  }

  /** Tells the shop what changed, does what is due and waits for the next moment. */
  function act(after: CheckoutView, before: CheckoutView): void {
    for (const change of listAvailabilityChanges(before, after))
      events.emit({ type: 'availability-changed', orderId: order.id, ...change })

    cancelWait?.()
    const now = clock.now()
    const due = list.nextReadAt(after)
    const next = Math.min(after.changesAt, due > now ? due : Infinity)
    cancelWait = next < Infinity ? ticker.waitUntil(next, update) : undefined
    // Last, because they look at everything again.
    list.readDue(after)
    if (after.list === 'ready') preselect()
  }

  /** The page was seen, hidden, focused, or its connection changed. */
  function notice(): void {
    memory.recall()
    ticker.check()
    update()
    if (!page.isVisible() || !page.isOnline()) return
    if (list.isOld()) void list.refresh()
    if (attempts.state.getState().status === 'open') attempts.resume()
  }

  function start(): () => void {
    const leave = memory.start()
    // The server's clock is not ours: what it rendered is as old now as it was then.
    if (initialCatalogue)
      list.seed({
        ...shiftCatalogue(initialCatalogue, clock.now() - initialCatalogue.requestedAt),
        forAmount: options.order.amount,
      })
    update()
    let seen = list.state()
    const undo = [
      view.subscribe(act),
      store.subscribe(update),
      page.subscribe(notice),
      page.onRestored(notice),
      page.onRestored(attempts.resume),
      queryClient.getQueryCache().subscribe(() => {
        if (seen === list.state()) return
        seen = list.state()
        update()
      }),
      () => cancelWait?.(),
      leave,
    ]
    act(view.getState(), view.getState())
    // Left here by a page of this order that is long gone.
    if (page.isVisible() && list.isOld()) void list.refresh()
    undo.push(attempts.state.subscribe(() => undefined))
    return () => {
      for (const each of undo) each()
    }
  }

  function report(channel: ChannelId | undefined, name: AnswerName, seen: SeenAnswer): void {
    const does = consequenceOf(name)
    observe(internals, does, seen, channel)
    if (does.refetch) void list.refresh(true)
  }

  const findChannel = (id: ChannelId | undefined): PaymentChannel | undefined =>
    channelsOf(view.getState()).find((channel) => channel.id === id)

  function findBlock(): BlockedBecause | undefined {
    const { pausedUntil } = update()
    if (!page.isOnline()) return 'offline'
    if (isResting(store.getState())) return 'gateway'
    return pausedUntil ? 'paused' : undefined
  }

  function findChosen(): PaymentChannel | BlockedBecause {
    const { method, channel: id } = selection.getState()
    const { channels } = update()
    if (!id) return method ? 'channel-not-chosen' : 'nothing-chosen'
    return (isUsable(channels.get(id)) && findChannel(id)) || 'unavailable'
  }

  const findFallback = (failedMethod: MethodId): readonly string[] => {
    const { methods, channels } = view.getState()
    return pickFallbackMethods({
      channels: channelsOf({ methods }).flatMap(({ id, method }) => {
        const availability = channels.get(id)
        return availability ? { method, availability } : []
      }),
      failedMethod,
      gatewayDown: isGatewayOpen(store.getState()),
    })
  }

  const { selection, choose, open, preselect } = createSelection(
    update,
    options.preselect ?? 'none',
    memory.findLastUsed,
  )
  const { freshen, refresh, checkNow } = list
  const shared = { getOrder: () => order, findChannel, findFallback, refresh, report }
  const attempts = createAttempts({ ...shared, internals, findChosen, findBlock, freshen })
  // Read before, for another page of this order.
  if (list.state()?.data) update()

  return {
    client,
    selection,
    attempts,
    view: countListeners(view, start),
    ...shared,
    setOrder: (next, nextLocale = locale) => {
      order = checkOrder(next)
      locale = nextLocale
      update()
    },
    choose,
    open,
    checkNow,
  }
}

/**
 * A catalogue comes over the page's own wire: what is none is asked for like any other.
 * @throws TillkitError `options-invalid`, in development
 */
function checkCatalogue(given: Catalogue | undefined): Catalogue | undefined {
  if (!given || (Array.isArray(given.methods) && given.requestedAt >= given.asOf)) return given
  if (inDevelopment)
    throw new TillkitError(
      'options-invalid',
      'initialCatalogue must be what loadCatalogue() of @tillkit/server gave.',
    )
  return undefined
}
