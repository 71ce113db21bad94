import {
  buildPolicy,
  capOf,
  createHttpGateway,
  createTicker,
  systemClock,
  TillkitError,
  type ChannelId,
  type Clock,
  type MethodId,
  type Override,
  type PaymentChannel,
  type PaymentGateway,
  type Policy,
  type Ticker,
} from '@tillkit/core'
import { QueryClient } from '@tanstack/react-query'
import { createAvailabilityStore, type AvailabilityStore } from '../store/availability-store.ts'
import { createEvents, type Events, type PaymentsListener } from './events.ts'
import { createListReader, type ListReader } from './list-reader.ts'
import { browserPage, type Page } from './page.ts'

export interface PaymentsClientOptions {
  /** Where the shop's backend serves the payment routes, such as `/api/payments`. Needed unless `gateway` is given. */
  readonly endpoint?: string
  /** Another way to reach the shop's backend. @defaultValue `createHttpGateway({ endpoint })` */
  readonly gateway?: PaymentGateway
  /** Full origins, beside imoje's and the page's own, that redirects and images may lead to. @defaultValue none */
  readonly trustedOrigins?: readonly string[]
  /** Figures that differ from the rules' defaults. Spans in milliseconds. */
  readonly policy?: Partial<Policy>
  /** Channels (`pbl/mtransfer`) or whole methods (`pbl`) that the shop itself switches off. @defaultValue none */
  readonly overrides?: Readonly<Record<ChannelId | MethodId, Override>>
  /** Whether this device can pay with a channel. @defaultValue Apple Pay needs Apple Pay, everything else works */
  readonly supportsChannel?: (channel: PaymentChannel) => boolean
  /** Shares the host's cache. @defaultValue one of the client's own */
  readonly queryClient?: QueryClient
  /** @defaultValue the machine's clock */
  readonly clock?: Clock
  /** @defaultValue the browser's page */
  readonly page?: Page
  /** Makes ids for reports and idempotency keys; must never repeat. @defaultValue `crypto.randomUUID` */
  readonly randomId?: () => string
}

/** Everything that pickers on a page share. Made once, outside React. */
export interface PaymentsClient {
  /** Reports every event until the returned function is called. */
  subscribe(listener: PaymentsListener): () => void
  /** Forgets all failures observed, `misconfigured` included. */
  reset(): void
  /** @internal */
  readonly internals: ClientInternals
}

/** @internal */
export interface ClientInternals {
  readonly gateway: PaymentGateway
  readonly policy: Policy
  readonly clock: Clock
  readonly ticker: Ticker
  readonly page: Page
  readonly events: Events
  readonly queryClient: QueryClient
  readonly store: AvailabilityStore
  readonly lists: ListReader
  readonly overrideOf: (channel: PaymentChannel) => Override | undefined
  readonly supportsChannel: (channel: PaymentChannel) => boolean
  readonly randomId: () => string
}

const optionNames: ReadonlySet<string> = new Set([
  'endpoint',
  'gateway',
  'trustedOrigins',
  'policy',
  'overrides',
  'supportsChannel',
  'queryClient',
  'clock',
  'page',
  'randomId',
] satisfies (keyof PaymentsClientOptions)[])

/**
 * Makes a client. Like a QueryClient it is created once, outside React; several on a page don't know of each other.
 * @throws TillkitError `options-invalid`
 * @example
 * const payments = createPaymentsClient({ endpoint: '/api/payments' })
 */
export function createPaymentsClient(options: PaymentsClientOptions): PaymentsClient {
  for (const name of Object.keys(options))
    if (!optionNames.has(name))
      throw new TillkitError('options-invalid', `createPaymentsClient does not know the option "${name}".`)
  const policy = buildPolicy(options.policy)
  const clock = options.clock ?? systemClock
  const page = options.page ?? browserPage
  const gateway =
    options.gateway ??
    createHttpGateway({
      endpoint: options.endpoint ?? '',
      clock,
      isOnline: page.isOnline,
      longestRestMs: capOf(policy),
      ...(options.trustedOrigins && { trustedOrigins: options.trustedOrigins }),
    })
  const overrides = new Map(Object.entries(options.overrides ?? {}))
  const events = createEvents()
  const store = createAvailabilityStore(policy)
  const randomId = options.randomId ?? (() => crypto.randomUUID())
  const queryClient = options.queryClient ?? new QueryClient()
  const lists = createListReader({ gateway, policy, clock, events, store, queryClient, randomId })

  return {
    subscribe: events.subscribe,
    reset: store.reset,
    internals: {
      gateway,
      policy,
      clock,
      ticker: createTicker(clock),
      page,
      events,
      queryClient,
      store,
      lists,
      overrideOf: (channel) => overrides.get(channel.id) ?? overrides.get(channel.method),
      supportsChannel: options.supportsChannel ?? supportsChannel,
      randomId,
    },
  }
}

const supportsChannel = (channel: PaymentChannel): boolean =>
  channel.code !== 'applepay' || 'ApplePaySession' in globalThis
