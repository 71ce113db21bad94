import type { ControlState } from '@tillkit/mock-api'
import type { PaymentsEvent } from '../../src/client/events.ts'
import type { Home } from './home.ts'
import type { Tab } from './tab.ts'
import type { Answered, Asked, Json } from './traffic.ts'

/** Is told of everything that can be seen from outside. */
export interface Watcher {
  asked?(tab: Tab, asked: Asked): void
  answered?(tab: Tab, asked: Asked, answer: Answered): void
  told?(tab: Tab, event: PaymentsEvent): void
  upstreamAsked?(asked: Upstream): void
  /** A POST of the shop's leaves; so stands imoje at that moment. */
  upstreamPays?(asked: Upstream, mock: ControlState): void
  /** What came back, as far as anything did. */
  upstreamAnswered?(asked: Upstream, sentAt: number, answer: Partial<UpstreamAnswer>): void
  /** A page looks at what is kept, at once: it is opened, shown, hidden. */
  looks?(tab: Tab): void
  opened?(tab: Tab): void
  unmounted?(tab: Tab): void
  /** Somebody presses "pay" or a link; or "check now". */
  presses?(tab: Tab): void
  checksNow?(tab: Tab): void
  jumped?(home: Home, before: number, after: number): void
  storage?(home: Home, how: 'works' | 'full' | 'blocked' | 'spoil'): void
}

/** A request of the shop's to imoje. */
export interface Upstream {
  readonly method: string
  readonly path: string
  readonly key?: string | undefined
  readonly body?: Json | undefined
}

export interface UpstreamAnswer {
  readonly status: number
  readonly json: Json | undefined
  readonly retryAfterMs: number | undefined
}

/** What the shop started at imoje. */
export interface Started {
  readonly id: string
  readonly key: string
  readonly by: 'transaction' | 'link'
  /** It charges without a page: a BLIK code. */
  readonly immediate: boolean
  readonly url?: string | undefined
  /** The methods that a link shows. */
  readonly visible: readonly string[]
}

/** A page is about to look at what is kept. */
export function tellLooks({ watchers }: { readonly watchers: readonly Watcher[] }, tab: Tab): void {
  for (const watcher of watchers) watcher.looks?.(tab)
}
