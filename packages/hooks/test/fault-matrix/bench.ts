import { createHttpGateway, type ChannelId, type Order } from '@tillkit/core'
import { createCheckout, type Checkout } from '../../src/client/checkout.ts'
import type { AttemptState, FallbackPolicy } from '../../src/client/attempt-state.ts'
import type { PaymentsEvent } from '../../src/client/events.ts'
import { createPaymentsClient, type PaymentsClient } from '../../src/client/payments-client.ts'
import { createFakeClock, type FakeClock } from '../../src/testing/fake-clock.ts'
import { createTestBrowser } from '../../src/testing/test-tabs.ts'
import { createTestPage, type TestPage } from '../../src/testing/test-page.ts'
import { createShop, type Shop } from './shop.ts'

/** A shopper's browser on a shop's page: the real gateway, client and checkout over a backend that can be broken. */
export interface Bench {
  readonly shop: Shop
  readonly clock: FakeClock
  readonly page: TestPage
  readonly events: PaymentsEvent[]
  checkout(): Checkout
  /** Where the attempt to pay stands. */
  state(): AttemptState
  /** Shows the picker: somebody listens, and follows where a payment leads to. */
  mount(): Promise<void>
  /** Takes it away: nobody listens. */
  unmount(): void
  /** Shows the picker on another page of the same app: a new checkout of the same client. */
  openPage(): Promise<void>
  reload(): Promise<void>
  /** Chooses the channel where that can be, and presses "Pay"; the answer may come later. */
  press(channel: ChannelId, blikCode?: string): Promise<void>
  /** Lets time pass, and what is under way be answered. */
  pass(ms: number): Promise<void>
}

const order: Order = { id: 'A-1001', amount: 12_999, currency: 'PLN' }

export function createBench(fallback: FallbackPolicy = 'offer'): Bench {
  const clock = createFakeClock()
  const shop = createShop(clock)
  const page = createTestPage()
  const browser = createTestBrowser()
  const events: PaymentsEvent[] = []
  let ids = 0
  let tab = browser.open()
  let client = open()
  let checkout = createCheckout(client, { order, locale: 'en' })
  let leave: (() => void) | undefined

  function open(): PaymentsClient {
    const gateway = createHttpGateway({
      endpoint: '/api/payments',
      fetch: shop.fetch,
      clock,
      isOnline: page.isOnline,
    })
    const randomId = (): string => `id-${(ids += 1)}`
    const opened = createPaymentsClient({ gateway, clock, page, tabs: tab, fallback, randomId })
    opened.subscribe((event) => events.push(event))
    return opened
  }

  async function mount(): Promise<void> {
    const undo = [
      checkout.view.subscribe(() => undefined),
      checkout.attempts.state.subscribe((next) => {
        if (next.status === 'redirecting') page.follow(next.action)
      }),
    ]
    leave = () => {
      for (const each of undo) each()
    }
    await clock.advance(0)
  }

  function unmount(): void {
    leave?.()
    leave = undefined
  }

  async function openPage(): Promise<void> {
    unmount()
    checkout = createCheckout(client, { order, locale: 'en' })
    await mount()
  }

  return {
    shop,
    clock,
    page,
    events,
    checkout: () => checkout,
    state: () => checkout.attempts.state.getState(),
    mount,
    unmount,
    openPage,
    reload: async () => {
      unmount()
      tab.close()
      tab = browser.open()
      client = open()
      await openPage()
    },
    press: async (channel, blikCode) => {
      checkout.choose(channel)
      void checkout.attempts.pay({ blikCode })
      await clock.advance(0)
    },
    pass: clock.advance,
  }
}
