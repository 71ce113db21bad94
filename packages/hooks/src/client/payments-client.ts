// Before the core, whose index says why.
import { QueryClient } from '@tanstack/react-query'
import {
  buildPolicy,
  createHttpGateway,
  createTicker,
  inDevelopment,
  systemClock,
  TillkitError,
  type Clock,
  type Override,
  type PaymentChannel,
  type PaymentGateway,
  type Policy,
} from '@tillkit/core'
import { createAvailabilityStore, isGatewayOpen, type Observed } from '../store/availability-store.ts'
import { createMemory, placeOf } from '../store/memory.ts'
import { createBrowserTabs, type Tabs } from '../store/tabs.ts'
import type { FallbackPolicy } from './attempt-state.ts'
import type { ClientInternals } from './client-internals.ts'
import { createEvents, type PaymentsListener } from './events.ts'
import { browserPage, type Page } from './page.ts'
import { createProbe } from './probe.ts'

/** What a client is made with; `endpoint` or `gateway` is needed, all else has a default. */
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
  readonly overrides?: Readonly<Record<string, Override>>
  /** Whether this device can pay with a channel. @defaultValue Apple Pay needs Apple Pay, everything else works */
  readonly supportsChannel?: (channel: PaymentChannel) => boolean
  /**
   * What follows a channel that doesn't answer: a link to imoje's page with what still works is offered, opened at once, or
   * neither. @defaultValue 'offer'
   */
  readonly fallback?: FallbackPolicy
  /** Shares the host's cache. @defaultValue one of the client's own */
  readonly queryClient?: QueryClient
  /** Tells the time, in epoch milliseconds, and runs timers. @defaultValue the machine's clock */
  readonly clock?: Clock
  /** The page it stands on: whether it is seen and online, and how it is left. @defaultValue the browser's page */
  readonly page?: Page
  /** What this tab keeps and shares with others of the same shop. @defaultValue the browser's storage, channel and locks */
  readonly tabs?: Tabs
  /** Makes ids for reports and idempotency keys; must never repeat. @defaultValue 128 random bits */
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

/**
 * Makes a client. Like a QueryClient it is created once, outside React; several on a page don't know of each other.
 * @throws TillkitError `options-invalid`
 * @example
 * const payments = createPaymentsClient({ endpoint: '/api/payments' })
 */
export function createPaymentsClient(options: PaymentsClientOptions): PaymentsClient {
  if (inDevelopment) checkNames(options)
  const own = {
    clock: systemClock,
    page: browserPage,
    tabs: createBrowserTabs(),
    fallback: 'offer' as const,
    queryClient: new QueryClient(),
    supportsChannel: needsApplePay,
    // Not `randomUUID`: a page that is tried on a phone over http hasn't got it.
    randomId: () => crypto.getRandomValues(new Uint32Array(4)).join('-'),
    ...options,
    policy: buildPolicy(options.policy),
  }
  const { clock, page, policy, tabs } = own
  const gateway = options.gateway ?? createHttpGateway({ endpoint: '', ...own, isOnline: page.isOnline })
  const shared = placeOf(gateway.key)
  const store = createAvailabilityStore(policy)
  const events = createEvents()
  const memory = createMemory({
    shop: gateway.key,
    tabs,
    store,
    clock,
    policy,
    onDiscarded: (source, detail) => events.emit({ type: 'content-discarded', source, detail }),
  })
  store.subscribe((now, before) => {
    const to = nameGateway(now)
    if (to !== nameGateway(before)) events.emit({ type: 'gateway-changed', to })
  })
  const switches = new Map(Object.entries(options.overrides ?? {}))

  return {
    subscribe: events.subscribe,
    reset: () => {
      memory.clear()
      store.setState(store.getInitialState(), true)
    },
    internals: {
      ...own,
      gateway,
      store,
      events,
      memory,
      shared,
      probe: createProbe({ name: `${shared}/probe`, tabs, memory, store, clock, page }),
      ticker: createTicker(clock),
      overrideOf: ({ id, method }) => switches.get(id) ?? switches.get(method),
    },
  }
}

const nameGateway = (observed: Observed): 'up' | 'down' | 'misconfigured' =>
  observed.misconfigured ? 'misconfigured' : isGatewayOpen(observed) ? 'down' : 'up'

const needsApplePay = ({ code }: PaymentChannel): boolean =>
  code !== 'applepay' || 'ApplePaySession' in globalThis

function checkNames(options: PaymentsClientOptions): void {
  const known: Record<keyof PaymentsClientOptions, true> = {
    endpoint: true,
    gateway: true,
    trustedOrigins: true,
    policy: true,
    overrides: true,
    supportsChannel: true,
    queryClient: true,
    clock: true,
    page: true,
    tabs: true,
    fallback: true,
    randomId: true,
  }
  for (const name of Object.keys(options))
    if (!Object.hasOwn(known, name))
      throw new TillkitError('options-invalid', `createPaymentsClient has no option "${name}".`)
}
