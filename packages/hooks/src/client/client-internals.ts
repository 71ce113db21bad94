import type { Clock, Override, PaymentChannel, PaymentGateway, Policy, Ticker } from '@tillkit/core'
import type { QueryClient } from '@tanstack/react-query'
import type { AvailabilityStore } from '../store/availability-store.ts'
import type { Memory } from '../store/memory.ts'
import type { Tabs } from '../store/tabs.ts'
import type { Events } from './events.ts'
import type { FallbackPolicy } from './attempt-state.ts'
import type { Page } from './page.ts'

/** What everything in a client is made of, and what a checkout needs of it. */
export interface ClientInternals {
  readonly gateway: PaymentGateway
  readonly policy: Policy
  readonly clock: Clock
  /** One timer for all checkouts of the client. */
  readonly ticker: Ticker
  readonly page: Page
  readonly events: Events
  readonly queryClient: QueryClient
  readonly store: AvailabilityStore
  /** What a reload and the other tabs know too. */
  readonly memory: Memory
  readonly tabs: Tabs
  /** Names what tabs of this shop share. */
  readonly shared: string
  /** Asks whether imoje is back, once for all tabs. */
  readonly probe: (read: () => Promise<void>) => void
  readonly fallback: FallbackPolicy
  readonly overrideOf: (channel: PaymentChannel) => Override | undefined
  readonly supportsChannel: (channel: PaymentChannel) => boolean
  readonly randomId: () => string
}
