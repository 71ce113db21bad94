import { createMockImoje, type ControlState, type MockImoje } from '@tillkit/mock-api'
import type { RedirectAction } from '../../src/client/attempt-state.ts'
import type { PaymentsEvent } from '../../src/client/events.ts'
import { createTestBrowser, type TestBrowser } from '../../src/testing/test-tabs.ts'
import { createWorldClock, type Machine, type WorldClock } from './clock.ts'
import { createShop, imojeUrl, type Shop } from './shop.ts'
import { channels, type Setting } from './steps.ts'
import { createTab, type Tab } from './tab.ts'
import { describeAnswer, describeAsked, parse, type Answered, type Asked, type Json } from './traffic.ts'
import { carry, createFaultBox, never, toResponse, untilGivenUp, type Fault, type FaultBox } from './wire.ts'

/** A page of a bank's, or of imoje's, that the shopper was sent to; or a transfer that the shopper was asked for. */
export interface BankPage {
  readonly url: string
  /** Of the attempt it belongs to. */
  readonly key: string
}

/** A place for a tab: the shop's page in it, and the bank's before that. */
export interface Slot {
  tab?: Tab | undefined
  bank?: BankPage | undefined
}

/** What the shop started at imoje. */
export interface Started {
  readonly id: string
  readonly key: string
  readonly by: 'transaction' | 'link'
  readonly immediate: boolean
  readonly amount: number
  readonly url?: string | undefined
  readonly visible: readonly string[]
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
  started?(started: Started): void
  /** The page looks at what is kept, at once. */
  looks?(tab: Tab): void
  jumped?(before: number, after: number): void
  storage?(how: 'works' | 'full' | 'blocked' | 'spoil'): void
  /** Somebody presses "pay" or a link; or "check now". */
  presses?(tab: Tab): void
  checksNow?(tab: Tab): void
}

export interface World {
  readonly setting: Setting
  readonly clock: WorldClock
  readonly machine: Machine
  readonly mock: MockImoje
  readonly shop: Shop
  readonly browser: TestBrowser
  readonly slots: readonly [Slot, Slot, Slot]
  readonly shopFaults: FaultBox
  readonly imojeFaults: FaultBox
  /** What every request to imoje meets. */
  away: Fault | undefined
  readonly ways: { storage: 'works' | 'full' | 'blocked'; channel: boolean; locks: boolean }
  /** How the next notifications fare. */
  readonly notices: ('fail' | 'twice' | 'unheard')[]
  readonly started: Started[]
  /** The pages the shopper has been to, or been sent to. */
  readonly pages: BankPage[]
  /** How a page leaves for a bank when it is told to. */
  readonly leaving: Map<Tab, 'gone' | 'kept' | 'stays'>
  readonly watchers: Watcher[]
  /** What happened, for who has to understand a failure. */
  readonly log: string[]
  /** How many BLIK codes the shopper has typed. */
  codes: number
  open(slot: Slot): void
  /** Before the page is shown, hidden, mounted and the like. */
  look(tab: Tab): void
  state(): Promise<ControlState>
  note(line: string): void
}

export function createWorld(setting: Setting, isBusy: () => boolean): World {
  const clock = createWorldClock(isBusy)
  const mock = createMockImoje({ clock, origin: imojeUrl, fetch: deliver })
  const shop = createShop(clock, mock, askImoje)
  const started: Started[] = []
  let requests = 0
  let pageIds = 0

  const world: World = {
    setting,
    clock,
    machine: { offsetMs: 0 },
    mock,
    shop,
    browser: createTestBrowser(),
    slots: [{}, {}, {}],
    shopFaults: createFaultBox(),
    imojeFaults: createFaultBox(),
    away: undefined,
    ways: { storage: 'works', channel: true, locks: true },
    notices: [],
    started,
    pages: [],
    leaving: new Map(),
    watchers: [],
    log: [],
    codes: 0,
    open,
    look: (tab) => {
      for (const watcher of world.watchers) watcher.looks?.(tab)
    },
    state: async () => (await (await mock.fetch(`${imojeUrl}/__control/state`)).json()) as ControlState,
    note: (line) => world.log.push(`${((clock.now() - startedAt) / 1_000).toFixed(2)} s: ${line}`),
  }
  const startedAt = clock.now()

  function open(slot: Slot): void {
    slot.bank = undefined
    slot.tab = createTab({
      id: (pageIds += 1),
      clock,
      machine: world.machine,
      browser: world.browser,
      fallback: setting.fallback,
      amount: shop.amount,
      fetch: askShop,
      onEvent: (tab, event) => {
        if (event.type === 'attempt') world.note(`page ${tab.id} ${JSON.stringify(event.attempt)}`)
        for (const watcher of world.watchers) watcher.told?.(tab, event)
      },
      onFollow: (tab, action) => follow(slot, tab, action),
    })
    world.look(slot.tab)
    slot.tab.mount()
  }

  function follow(slot: Slot, tab: Tab, action: RedirectAction): void {
    const start = started.find(({ url }) => url === action.url)
    if (!start) return world.note(`page ${tab.id} is sent to an unknown address ${action.url}`)
    const bank: BankPage = { url: action.url, key: start.key }
    if (!world.pages.some(({ url }) => url === bank.url)) world.pages.push(bank)
    const how = world.leaving.get(tab) ?? 'stays'
    if (how === 'stays') return
    // The browser leaves once the page has said its word.
    void Promise.resolve().then(() => {
      slot.bank = bank
      tab.page.set({ visible: false })
      tab.clock.freeze()
      if (how === 'kept') return
      tab.kill()
      slot.tab = undefined
    })
  }

  /** The page's `fetch`. */
  function askShop(tab: Tab): typeof fetch {
    return async (input, init) => {
      const n = (requests += 1)
      const url = String(input instanceof Request ? input.url : input)
      const asked = describeAsked(n, tab.id, tab.clock.now(), url, init)
      const fault = world.shopFaults.take(init?.method ?? 'GET')
      world.note(
        `page ${tab.id} asks ${n} ${asked.route} ${asked.key ?? ''} ${asked.rawBody ?? ''}${fault ? ` meets ${JSON.stringify(fault)}` : ''}`,
      )
      for (const watcher of world.watchers) watcher.asked?.(tab, asked)
      const told = (answer: Answered): void => {
        const { is } = answer
        world.note(
          `page ${tab.id} hears ${n}: ${is === 'answer' ? `${answer.status} ${answer.problem ?? ''}` : is}`,
        )
        for (const watcher of world.watchers) watcher.answered?.(tab, asked, answer)
      }
      const giveUp = (): void => told({ is: 'none', at: tab.clock.now() })
      init?.signal?.addEventListener('abort', giveUp, { once: true })
      const work = carry(clock, fault, 20 + (n % 11), () =>
        shop.handle(new Request(url, { ...init, signal: null })),
      )
      const arrive = async (): Promise<Response> => {
        try {
          const text = await work
          await tab.clock.awake()
          if (init?.signal?.aborted) return await never
          told(describeAnswer(text, tab.clock.now()))
          return toResponse(text)
        } catch (error) {
          await tab.clock.awake()
          if (!init?.signal?.aborted) giveUp()
          throw error
        }
      }
      return untilGivenUp(init?.signal, arrive())
    }
  }

  /** The shop's `fetch`. */
  async function askImoje(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = String(input instanceof Request ? input.url : input)
    const { pathname } = new URL(url)
    const method = init?.method ?? 'GET'
    const body = init?.body === undefined ? undefined : parse(String(init.body))
    const key = new Headers(init?.headers).get('idempotency-key') ?? undefined
    const asked: Upstream = { method, path: pathname.split('/').slice(4).join('/'), key, body }
    const fault = world.away ?? world.imojeFaults.take(method)
    const sentAt = clock.now()
    for (const watcher of world.watchers) watcher.upstreamAsked?.(asked)
    if (method === 'POST') {
      const now = await world.state()
      for (const watcher of world.watchers) watcher.upstreamPays?.(asked, now)
    }
    const n = (requests += 1)
    world.note(
      `shop asks imoje ${n} ${method} ${asked.path}${fault ? ` meets ${JSON.stringify(fault)}` : ''}`,
    )
    const carryOut = async (): Promise<Response> => {
      const answer = await mock.fetch(url, { ...init, signal: null })
      const text = await answer.text()
      if (method === 'POST' && key !== undefined) noteStarted(key, body, parse(text))
      const { status, headers } = answer
      return new Response(asked.path.startsWith('service') && status === 200 ? cutToContract(text) : text, {
        status,
        headers,
      })
    }
    const hear = (answer: Partial<UpstreamAnswer>): void => {
      for (const watcher of world.watchers) watcher.upstreamAnswered?.(asked, sentAt, answer)
    }
    try {
      const text = await untilGivenUp(init?.signal, carry(clock, fault, 8 + (n % 5), carryOut))
      const seconds = text.headers.get('retry-after')
      const retryAfterMs = seconds === null ? undefined : Number(seconds) * 1_000
      hear({ status: text.status, json: parse(text.text), retryAfterMs })
      return toResponse(text)
    } catch (error) {
      hear({})
      throw error
    }
  }

  function noteStarted(key: string, body: Json | undefined, made: Json | undefined): void {
    const { transaction, action, payment } = (made ?? {}) as {
      readonly transaction?: { readonly id: string }
      readonly action?: { readonly url?: string }
      readonly payment?: { readonly id: string; readonly url: string }
    }
    const id = transaction?.id ?? payment?.id
    if (id === undefined) return
    const { visibleMethod = [], amount = 0 } = body as {
      readonly visibleMethod?: readonly string[]
      readonly amount?: number
    }
    const start: Started = {
      id,
      key,
      by: payment ? 'link' : 'transaction',
      immediate: transaction !== undefined && action === undefined,
      amount,
      url: payment?.url ?? (action?.url || undefined),
      visible: visibleMethod,
    }
    started.push(start)
    for (const watcher of world.watchers) watcher.started?.(start)
  }

  /** imoje's way to tell the shop. */
  async function deliver(input: string | URL | Request, init?: RequestInit): Promise<Response> {
    const url = String(input instanceof Request ? input.url : input)
    const how = world.notices.shift()
    world.note(`imoje notifies${how ? ` (${how})` : ''}`)
    if (how === 'fail') throw new TypeError('fetch failed')
    const send = () => shop.handle(new Request(url, { ...init, signal: null }))
    const first = await send()
    if (how === 'twice') return send()
    return how === 'unheard' ? new Response('busy', { status: 500 }) : first
  }

  return world
}

/** The shop has few channels, so that a run is short. */
function cutToContract(text: string): string {
  const list = JSON.parse(text) as { readonly service: { readonly paymentMethods: readonly ListRow[] } }
  const rows = list.service.paymentMethods.filter(
    ({ paymentMethod, paymentMethodCode, currency }) =>
      currency === 'PLN' && (channels as readonly string[]).includes(`${paymentMethod}/${paymentMethodCode}`),
  )
  return JSON.stringify({ service: { ...list.service, paymentMethods: rows } })
}

interface ListRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly currency: string
}
