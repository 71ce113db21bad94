import { createHttpGateway, type Order } from '@tillkit/core'
import { createCheckout, type Checkout } from '../../src/client/checkout.ts'
import { createPaymentsClient } from '../../src/client/payments-client.ts'
import type { PaymentsEvent } from '../../src/client/events.ts'
import type { RedirectAction } from '../../src/client/attempt-state.ts'
import { createTestPage, type TestPage } from '../../src/testing/test-page.ts'
import { createPageClock, type PageClock, type WorldClock } from './clock.ts'
import type { PageId } from './knowledge.ts'
import { imojeUrl, orderId, shopUrl } from './shop.ts'
import { never } from './wire.ts'
import type { Home } from './home.ts'

/** One load of the shop's page in a tab: a real client with one checkout. */
export interface Tab {
  readonly id: PageId
  readonly home: Home
  readonly clock: PageClock
  readonly page: TestPage
  readonly checkout: Checkout
  readonly events: PaymentsEvent[]
  /** Whether a picker is on the page. */
  isMounted(): boolean
  mount(): void
  unmount(): void
  /** The page is gone; nothing on it ever runs again. */
  kill(): void
  isAlive(): boolean
}

export interface TabParts {
  readonly id: PageId
  readonly clock: WorldClock
  readonly home: Home
  readonly fallback: 'offer' | 'redirect' | 'none'
  /** What the page shows that the order costs. */
  readonly amount: number
  fetch(tab: Tab, ...words: Parameters<typeof fetch>): Promise<Response>
  onEvent(tab: Tab, event: PaymentsEvent): void
  /** The page goes to another address. */
  onFollow(tab: Tab, action: RedirectAction): void
}

export const orderOf = (amount: number): Order => ({ id: orderId, amount, currency: 'PLN' })

export function createTab(parts: TabParts): Tab {
  const clock = createPageClock(parts.clock, parts.home.machine)
  const page = createTestPage()
  const own = parts.home.browser.open()
  const events: PaymentsEvent[] = []
  let leaves: (() => void)[] = []
  let isMounted = false
  let isAlive = true
  let ids = 0
  const gateway = createHttpGateway({
    endpoint: `${shopUrl}/api/payments`,
    clock,
    trustedOrigins: [imojeUrl],
    isOnline: page.isOnline,
    // A dead page sends nothing.
    fetch: (input, init) => (isAlive ? parts.fetch(tab, input, init) : never),
  })
  const client = createPaymentsClient({
    gateway,
    clock,
    page,
    tabs: own,
    fallback: parts.fallback,
    randomId: () => `page-${parts.id}-${(ids += 1)}`,
  })
  const checkout = createCheckout(client, { order: orderOf(parts.amount), locale: 'en' })
  const tab: Tab = {
    id: parts.id,
    home: parts.home,
    clock,
    page,
    checkout,
    events,
    isMounted: () => isMounted,
    mount: () => {
      if (isMounted || !isAlive) return
      isMounted = true
      leaves = [
        checkout.view.subscribe(() => undefined),
        // As the pay hook does: who has unmounted is not taken anywhere.
        checkout.attempts.state.subscribe((next) => {
          if (next.status === 'redirecting' && isAlive) parts.onFollow(tab, next.action)
        }),
      ]
    },
    unmount: () => {
      isMounted = false
      for (const leave of leaves.splice(0)) leave()
    },
    kill: () => {
      tab.unmount()
      isAlive = false
      own.close()
      clock.kill()
    },
    isAlive: () => isAlive,
  }
  client.subscribe((event) => {
    events.push(event)
    parts.onEvent(tab, event)
  })
  return tab
}
