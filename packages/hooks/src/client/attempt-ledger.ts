import type { AnswerName, ChannelId, MethodId, Order, PaymentChannel } from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { OpenAttempt } from '../store/memory.ts'
import { summarise, type AttemptState, type BlockedBecause } from './attempt-state.ts'
import type { ClientInternals } from './client-internals.ts'
import { runInTurn } from './in-turn.ts'
import type { SeenAnswer } from './observe.ts'

/** What attempts need of the checkout they belong to. */
export interface AttemptContext {
  readonly internals: ClientInternals
  getOrder(): Order
  /** The chosen channel, checked for this very moment, or why it can't be paid with. */
  findChosen(): PaymentChannel | BlockedBecause
  /** Why nothing at all can be paid right now. */
  findBlock(): BlockedBecause | undefined
  /** What imoje's page may show after a channel of this method failed. */
  findFallback(failed: MethodId): readonly string[]
  findChannel(id: ChannelId): PaymentChannel | undefined
  freshen(): Promise<void>
  refresh(): Promise<void>
  /** Takes in what an answer says of imoje, and of a channel where one was paid with. */
  report(channel: ChannelId | undefined, name: AnswerName, seen: SeenAnswer): void
}

/** Where the attempts of one order stand. */
export interface AttemptLedger {
  readonly state: StoreApi<AttemptState>
  to(next: AttemptState): AttemptState
  /** The latest attempt without a known end, of this tab or of another. */
  findOpen(): OpenAttempt | undefined
  keep(attempt: OpenAttempt): OpenAttempt
  /** An attempt has ended: the latest, unless it is named. Another may have begun meanwhile, here or in another tab. */
  forget(attempt?: OpenAttempt): void
  /** What the shopper chose for an attempt, also where the list doesn't hold it any more. */
  channelOf(attempt: OpenAttempt): PaymentChannel
  /** Whether anybody looks. While nobody does nothing is asked, and what is open stays open for whoever looks next. */
  isWatched(): boolean
  watch(isWatched: boolean): void
  /** What the state became while nobody looked, given once. */
  takeMissed(): AttemptState | undefined
  /** Runs while no other tab sends a payment of this order. */
  exclusively<T>(run: () => Promise<T>): Promise<T>
}

/** Stands for imoje's own page, where the shopper chooses again. */
export const hostedPage: PaymentChannel = {
  id: 'imoje/page',
  method: 'imoje',
  code: 'page',
  label: 'imoje',
  isActive: true,
  isOnline: true,
  limits: {},
}

export function createAttemptLedger({ internals, getOrder, findChannel }: AttemptContext): AttemptLedger {
  const { events, memory, shared } = internals
  const state = createStore<AttemptState>(() => ({ status: 'idle' }))
  // Beside the memory, which keeps nothing where the browser lets it keep nothing.
  let own: OpenAttempt | undefined
  let isKept = false
  /** Keys whose end this tab has learnt; a memory that failed meanwhile may still hold one. */
  const ended = new Set<string>()
  let isWatched = true
  let missed: AttemptState | undefined

  /** What was kept and is gone has ended in another tab; but what may charge by itself is asked about once too often. */
  function findOpen(): OpenAttempt | undefined {
    const kept = memory.findAttempt(getOrder().id)
    if (own && !isKept && own.at >= (kept?.at ?? -Infinity)) return own
    if (kept && !ended.has(kept.key)) return kept
    return own?.immediate ? own : undefined
  }

  return {
    state,
    to: (next) => {
      missed = isWatched ? undefined : next
      state.setState(next, true)
      events.emit({ type: 'attempt', orderId: getOrder().id, attempt: summarise(next) })
      return next
    },
    findOpen,
    keep: (attempt) => {
      own = attempt
      memory.keepAttempt(attempt)
      isKept = memory.findAttempt(attempt.orderId)?.key === attempt.key
      return attempt
    },
    forget: (known = findOpen() ?? own) => {
      if (!known) return
      if (own?.key === known.key) own = undefined
      ended.add(known.key)
      memory.forgetAttempt(known.orderId, known.key)
    },
    channelOf: ({ channel }) =>
      channel.id === hostedPage.id ? hostedPage : (findChannel(channel.id) ?? { ...hostedPage, ...channel }),
    isWatched: () => isWatched,
    watch: (next) => {
      isWatched = next
    },
    takeMissed: () => {
      const taken = missed
      missed = undefined
      return taken
    },
    exclusively: (run) => runInTurn(internals, `${shared}/pay/${getOrder().id}`, run),
  }
}
