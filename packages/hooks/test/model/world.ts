import { createMockImoje, type ControlState } from '@tillkit/mock-api'
import type { RedirectAction } from '../../src/client/attempt-state.ts'
import { createTestBrowser } from '../../src/testing/test-tabs.ts'
import { askImoje } from './ask-imoje.ts'
import { askShop } from './ask-shop.ts'
import { createWorldClock } from './clock.ts'
import { createShop, imojeUrl } from './shop.ts'
import type { Setting } from './steps.ts'
import { createTab, type Tab } from './tab.ts'
import type { Home } from './home.ts'
import type { Slot, World } from './world-parts.ts'
import { createFaultBox } from './wire.ts'

/** @param isBusy whether something runs outside of the event loop */
export function createWorld(setting: Setting, isBusy: () => boolean): World {
  const clock = createWorldClock(isBusy)
  const startedAt = clock.now()
  const here = createHome()
  const elsewhere = createHome()
  let pageIds = 0
  const mock = createMockImoje({
    clock,
    origin: imojeUrl,
    fetch: (input, init) => deliver(world, input, init),
  })

  const world: World = {
    setting,
    clock,
    mock,
    shop: createShop(clock, mock, (input, init) => askImoje(world, input, init)),
    homes: [here, elsewhere],
    slots: [{ home: here }, { home: here }, { home: setting.hasTwoMachines ? elsewhere : here }],
    shopFaults: createFaultBox(),
    imojeFaults: createFaultBox(),
    away: undefined,
    broken: new Map(),
    notices: [],
    started: [],
    pages: [],
    leaving: new Map(),
    watchers: [],
    log: [],
    requests: 0,
    codes: 0,
    open: (slot) => {
      const tab = createTab({
        id: (pageIds += 1),
        clock,
        home: slot.home,
        fallback: setting.fallback,
        amount: world.shop.amount,
        fetch: (asking, ...words) => askShop(world, asking, ...words),
        onEvent: (teller, event) => {
          if (event.type === 'attempt') world.note(`page ${teller.id} ${JSON.stringify(event.attempt)}`)
          for (const watcher of world.watchers) watcher.told?.(teller, event)
        },
        onFollow: (leaver, action) => follow(world, slot, leaver, action),
      })
      Object.assign(slot, { tab, bank: undefined })
      for (const watcher of world.watchers) watcher.opened?.(tab)
      tab.mount()
    },
    state: async () => (await (await mock.fetch(`${imojeUrl}/__control/state`)).json()) as ControlState,
    note: (line) => world.log.push(`${((clock.now() - startedAt) / 1_000).toFixed(2)} s: ${line}`),
  }
  return world
}

const createHome = (): Home => ({
  machine: { offsetMs: 0 },
  browser: createTestBrowser(),
  ways: { storage: 'works', channel: true, locks: true },
})

/** A page is told to go to a bank's. */
function follow(world: World, slot: Slot, tab: Tab, { url }: RedirectAction): void {
  const start = world.started.find((each) => each.url === url)
  if (!start) return world.note(`page ${tab.id} is sent to an unknown address`)
  const bank = { url, key: start.key }
  if (!world.pages.some((page) => page.url === url)) world.pages.push(bank)
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

/** imoje's way to tell the shop. */
async function deliver(
  world: World,
  input: string | URL | Request,
  init: RequestInit | undefined,
): Promise<Response> {
  const url = String(input instanceof Request ? input.url : input)
  const how = world.notices.shift()
  world.note(`imoje notifies${how ? ` (${how})` : ''}`)
  if (how === 'fail') throw new TypeError('fetch failed')
  const send = () => world.shop.handle(new Request(url, { ...init, signal: null }))
  const first = await send()
  if (how === 'twice') return send()
  return how === 'unheard' ? new Response('busy', { status: 500 }) : first
}
