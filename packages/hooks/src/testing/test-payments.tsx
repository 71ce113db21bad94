'use client'
import type { Order } from '@tillkit/core'
import type { ReactElement, ReactNode } from 'react'
import {
  createPaymentsClient,
  type PaymentsClient,
  type PaymentsClientOptions,
} from '../client/payments-client.ts'
import type { PaymentsEvent } from '../client/events.ts'
import { PaymentsProvider, type PaymentsProviderProps } from '../react/payments-provider.tsx'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { createTestBrowser } from './test-tabs.ts'
import { createTestGateway, type TestGateway } from './test-gateway.ts'
import { createTestPage, type TestPage } from './test-page.ts'

/** A shop's payments without a shop: nothing leaves the test, and time moves when it is told to. */
export interface TestPayments {
  /** What the shop gives to `<PaymentsProvider>`. */
  readonly client: PaymentsClient
  /** Moves time on. */
  readonly clock: FakeClock
  /** Says what imoje answers, and what it was asked. */
  readonly gateway: TestGateway
  /** Hides the page, cuts it off, and tells where it was sent. */
  readonly page: TestPage
  /** Everything the client told so far. */
  readonly events: PaymentsEvent[]
}

/** What the tests' provider pays unless told otherwise. */
export const testOrder: Order = { id: 'A-1001', amount: 12_999, currency: 'PLN' }

/** As for `createPaymentsClient`. Give two tabs the same clock, gateway and browser (`createTestBrowser().open()`). */
export interface TestPaymentsOptions
  extends
    Partial<Omit<PaymentsClientOptions, 'clock' | 'gateway' | 'page'>>,
    Partial<Pick<TestPayments, 'clock' | 'gateway' | 'page'>> {}

/**
 * Makes a client over a gateway in memory.
 * @example
 * ```tsx
 * const shop = createTestPayments()
 * shop.gateway.script.pay.push(500)
 * render(<TestPaymentsProvider payments={shop}><Checkout /></TestPaymentsProvider>)
 * ```
 */
export function createTestPayments(options: TestPaymentsOptions = {}): TestPayments {
  const {
    clock = createFakeClock(),
    gateway = createTestGateway(clock),
    page = createTestPage(),
    ...rest
  } = options
  const client = createPaymentsClient({
    tabs: createTestBrowser().open(),
    randomId: gateway.randomId,
    ...rest,
    gateway,
    clock,
    page,
  })
  const events: PaymentsEvent[] = []
  client.subscribe((event) => events.push(event))
  return { client, clock, gateway, page, events }
}

/** Props of {@link TestPaymentsProvider}: those of `PaymentsProvider`, all with a default. */
export interface TestPaymentsProviderProps extends Partial<Omit<PaymentsProviderProps, 'client'>> {
  /** From `createTestPayments`. */
  readonly payments: TestPayments
  readonly children?: ReactNode
}

/** A provider for a test's payments, with an order of its own unless one is given. */
export const TestPaymentsProvider = ({ payments, ...props }: TestPaymentsProviderProps): ReactElement => (
  <PaymentsProvider client={payments.client} order={testOrder} {...props} />
)
