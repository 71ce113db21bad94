import type { Clock, Override, PaymentChannel, PaymentGateway, Policy, Ticker } from '@tillkit/core'
import type { QueryClient } from '@tanstack/react-query'
import type { AvailabilityStore } from '../store/availability-store.ts'
import type { Events } from './events.ts'
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
  readonly overrideOf: (channel: PaymentChannel) => Override | undefined
  readonly supportsChannel: (channel: PaymentChannel) => boolean
  readonly randomId: () => string
}
