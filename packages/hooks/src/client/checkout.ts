import {
  checkOrder,
  consequenceOf,
  isSelectable,
  type AnswerName,
  type Availability,
  type Catalogue,
  type ChannelId,
  type MethodId,
  type Order,
  type PaymentChannel,
} from '@tillkit/core'
import type { QueryState } from '@tanstack/react-query'
import { createSelectionStore, type SelectionStore } from '../store/selection-store.ts'
import { createAttempts, type Attempts } from './attempt.ts'
import { buildCheckoutView, type CheckoutView } from './checkout-view.ts'
import { ListError } from './list-reader.ts'
import type { PaymentsClient } from './payments-client.ts'

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
  findChannel(id: ChannelId): PaymentChannel | undefined
  /** The answer for this very moment, not for the last look at the clock. */
  resolveNow(id: ChannelId): Availability | undefined
  /** Takes in what an answer to a payment says of its channel and of imoje as a whole. */
  observe(seen: SeenOutcome): void
  /** Chooses a channel if it can be used; says whether it did. */
  choose(id: ChannelId): boolean
  /** Opens a method; one with a single channel is that channel. Says whether it did. */
  open(method: MethodId): boolean
  /** Whether the list was asked for longer ago than `policy.listFreshMs`. */
  isListOld(): boolean
  /** Reads the list again unless imoje is resting. */
  refresh(options?: { readonly fresh?: boolean }): Promise<void>
  /** The shopper's own "check now"; works once in a while, see `policy.checkNowEveryMs`. Says whether it asked. */
  checkNow(): boolean
}

/** An answer to a payment, as far as availability is concerned. Times are epoch milliseconds. */
export interface SeenOutcome {
  readonly channel: ChannelId
  readonly name: AnswerName
  readonly status?: number | undefined
  readonly sentAt: number
  readonly at: number
  readonly retryAfterMs?: number | undefined
}

export function createCheckout(client: PaymentsClient, order: Order, locale: string): Checkout {
  const { internals } = client
  const { clock, lists, page, policy, queryClient, store, ticker } = internals
  let current = checkOrder(order)
  const queryKey = lists.keyOf({ order, locale })
  const listeners = new Set<() => void>()
  const selection = createSelectionStore()
  let view = look()
  let stop: (() => void) | undefined
  let askedAt = -Infinity

  function state(): QueryState<Catalogue> | undefined {
    return queryClient.getQueryState<Catalogue>(queryKey)
  }

  function look(before?: CheckoutView): CheckoutView {
    const { data, error } = state() ?? {}
    return buildCheckoutView(
      internals,
      {
        order: current,
        catalogue: data,
        failure: error instanceof ListError ? error.failure : undefined,
        observed: store.get(),
        isOnline: page.isOnline(),
      },
      clock.now(),
      before,
    )
  }

  /** Looks at everything again, tells what changed, does what is due and waits for the next moment. */
  function update(): void {
    const before = view
    view = look(before)
    if (stop) {
      announce(before)
      act()
    }
    for (const listener of listeners) listener()
  }

  function announce(before: CheckoutView): void {
    const { events } = internals
    for (const [channel, { status: to }] of view.channels) {
      const from = before.channels.get(channel)?.status
      if (from !== undefined && from !== to)
        events.emit({ type: 'availability-changed', orderId: current.id, channel, from, to })
    }
    const { status } = view.gateway
    if (status !== before.gateway.status && status !== 'offline')
      events.emit({ type: 'gateway-changed', to: status })
  }

  let cancelWait: (() => void) | undefined
  function act(): void {
    const now = clock.now()
    const due = nextReadAt(now)
    cancelWait?.()
    if (due <= now && page.isVisible() && !isAsking()) {
      cancelWait = undefined
      void refreshNow({})
      return
    }
    const next = Math.min(view.changesAt, due > now ? due : Infinity)
    cancelWait = next < Infinity ? ticker.waitUntil(next, update) : undefined
  }

  /** While imoje is away one question is enough, whichever order it is about. */
  function isAsking(): boolean {
    const isOpen = store.get().gateway.state.state === 'open'
    return queryClient.isFetching({ queryKey: isOpen ? queryKey.slice(0, 2) : queryKey }) > 0
  }

  /** When the list is next read by itself: the probe, the first list, or a look at what was off. */
  function nextReadAt(now: number): number {
    const { gateway, misconfigured } = store.get()
    if (misconfigured) return Infinity
    if (gateway.state.state === 'open') return gateway.state.checkAt
    if (view.list === 'loading') return now
    const hasWaiting = [...view.channels.values()].some(
      ({ status }) => status === 'outage' || status === 'refused',
    )
    return hasWaiting ? lastAskedAt() + policy.listFreshMs : Infinity
  }

  const lastAskedAt = (): number => Math.max(state()?.data?.requestedAt ?? -Infinity, askedAt)
  const isListOld = (): boolean => clock.now() - lastAskedAt() > policy.listFreshMs

  async function refreshNow(options: { readonly fresh?: boolean }): Promise<void> {
    askedAt = clock.now()
    await lists.read({ order: current, locale }, options).catch(() => undefined)
  }

  async function refresh(options: { readonly fresh?: boolean } = {}): Promise<void> {
    const { gateway, misconfigured } = store.get()
    if (gateway.state.state !== 'open' && !misconfigured) await refreshNow(options)
  }

  function observe({ channel, name, retryAfterMs, ...times }: SeenOutcome): void {
    const does = consequenceOf(name)
    const seen = { id: internals.randomId(), ...times }
    if (does.channel) store.reportChannel({ ...seen, channel, outcome: does.channel })
    if (does.gateway === 'down') store.reportGateway({ ...seen, outcome: 'failed', retryAfterMs })
    if (does.gateway === 'up' && store.get().gateway.state.state === 'open')
      store.reportGateway({ ...seen, outcome: 'succeeded' })
    if (does.gateway === 'misconfigured') store.setMisconfigured()
    if (does.pauses) store.pauseUntil(seen.at + (retryAfterMs ?? policy.payingPauseMs))
    if (does.refetch) void refresh({ fresh: true })
  }

  /** The page was seen, hidden, focused, or its connection changed. */
  function notice(): void {
    ticker.check()
    update()
    if (isListOld() && page.isVisible() && page.isOnline()) void refresh()
  }

  function start(): () => void {
    let seen = state()
    const undo = [
      store.subscribe(update),
      page.subscribe(notice),
      page.onRestored(() => void checkout.attempts.resume()),
      queryClient.getQueryCache().subscribe(() => {
        if (seen === state()) return
        seen = state()
        update()
      }),
      () => cancelWait?.(),
    ]
    return () => {
      for (const each of undo) each()
    }
  }

  const checkout: Checkout = {
    client,
    selection,
    attempts: createAttempts(() => checkout),
    getOrder: () => current,
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
        listeners.delete(listener)
        if (listeners.size > 0) return
        stop?.()
        stop = undefined
      }
    },
    findChannel: (id) => {
      for (const method of view.methods) {
        const found = method.channels.find((channel) => channel.id === id)
        if (found) return found
      }
      return undefined
    },
    resolveNow: (id) => {
      view = look(view)
      return view.channels.get(id)
    },
    observe,
    choose: (id) => {
      const method = view.methods.find(({ channels }) => channels.some((channel) => channel.id === id))
      const availability = checkout.resolveNow(id)
      if (!method || !availability || !isSelectable(availability)) return false
      selection.setState({ method: method.id, channel: id }, true)
      return true
    },
    open: (id) => {
      const method = view.methods.find((each) => each.id === id)
      const [first, ...others] = method?.channels ?? []
      if (!method || !first) return false
      if (others.length === 0) return checkout.choose(first.id)
      if (
        !method.channels.some(({ id: each }) =>
          isSelectable(checkout.resolveNow(each) ?? { status: 'hidden' }),
        )
      )
        return false
      if (selection.getState().method !== id) selection.setState({ method: id }, true)
      return true
    },
    isListOld,
    refresh,
    checkNow: () => {
      if (clock.now() - askedAt < policy.checkNowEveryMs) return false
      void refreshNow({})
      return true
    },
  }
  return checkout
}
