import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'
import { createTestBrowser, type TestBrowser, type TestTab } from '../testing/test-tabs.ts'
import { createCheckout } from './checkout.ts'

const MINUTE = 60_000

interface Tabs {
  readonly browser: TestBrowser
  readonly kits: readonly CheckoutKit[]
  readonly tabs: readonly TestTab[]
  readonly stops: readonly (() => void)[]
}

/** Tabs of one browser, each with ten pickers of ten orders, in an outage that all know of. */
async function outage(count = 3): Promise<Tabs> {
  const browser = createTestBrowser()
  const first = createCheckoutKit({ tabs: browser.open() })
  const { clock, gateway } = first
  const tabs = Array.from({ length: count }, () => browser.open())
  const kits = tabs.map((each) => createCheckoutKit({ clock, gateway, tabs: each }))
  const stops: (() => void)[] = []
  for (const kit of kits) {
    stops.push(await kit.mount())
    for (let n = 1; n < 10; n += 1) {
      const order = { ...testOrder, id: `order-${n}` }
      createCheckout(kit.client, { order, locale: 'en' }).view.subscribe(() => undefined)
    }
  }
  await clock.advance(0)
  const at = clock.now()
  kits[0]?.checkout.report('blik/blik', '503', { sentAt: at, at })
  await clock.advance(0)
  return { browser, kits, tabs, stops }
}

const lists = (kit: CheckoutKit | undefined): number =>
  kit?.gateway.requests.filter(({ kind }) => kind === 'list').length ?? 0

const isDown = (kit: CheckoutKit): boolean => kit.checkout.view.getState().gateway.status === 'down'

describe('three tabs of ten pickers in an outage', () => {
  it('send exactly one request a window, whatever it answers, and all are back with one good answer', async () => {
    const { kits } = await outage()
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    expect(kits.every(isDown)).toBe(true)
    const before = lists(kit)
    kit.gateway.script.list.push(503, 'lost', 'rate-limited', 504)
    await kit.clock.advance(5 * MINUTE - 1)
    expect(lists(kit) - before).toBe(0)
    for (let window = 1; window <= 4; window += 1) {
      await kit.clock.advance(window === 1 ? 1 : 5 * MINUTE)
      expect(lists(kit) - before).toBe(window)
      expect(kits.every(isDown)).toBe(true)
    }
    await kit.clock.advance(5 * MINUTE)
    expect(lists(kit) - before).toBe(5)
    expect(kits.some(isDown)).toBe(false)
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('lose nothing when the tab that asks is closed: the next one asks', async () => {
    const { kits, tabs } = await outage()
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const list = kit.gateway.listPaymentMethods
    let asked = 0
    kit.gateway.listPaymentMethods = (request) => {
      asked += 1
      return asked === 1 ? new Promise(() => undefined) : list(request)
    }
    await kit.clock.advance(5 * MINUTE)
    expect(asked).toBe(1)
    tabs[0]?.close()
    await kit.clock.advance(0)
    expect(asked).toBe(2)
    expect(kits.slice(1).some(isDown)).toBe(false)
  })

  it('lose nothing when the tab that asks is frozen with its turn', async () => {
    const { kits } = await outage()
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const list = kit.gateway.listPaymentMethods
    let asked = 0
    kit.gateway.listPaymentMethods = (request) => {
      asked += 1
      return asked === 1 ? new Promise(() => undefined) : list(request)
    }
    await kit.clock.advance(5 * MINUTE + 30_000)
    expect(asked).toBe(2)
    expect(kits.some(isDown)).toBe(false)
  })

  it('lose nothing when the tab that would ask is hidden', async () => {
    const { kits } = await outage()
    kits[0]?.page.set({ visible: false })
    const before = lists(kits[0])
    await kits[0]?.clock.advance(5 * MINUTE)
    expect(lists(kits[0]) - before).toBe(1)
    expect(kits.some(isDown)).toBe(false)
  })

  it('lose nothing when those that would ask are offline: they ask nobody, and the next one does', async () => {
    const { kits } = await outage()
    for (const { page } of kits) page.set({ online: false })
    kits[2]?.page.set({ online: true })
    await kits[0]?.clock.advance(5 * MINUTE)
    const asked = kits.map(({ events }) => events.filter(({ type }) => type === 'probe').length)
    expect(asked).toEqual([0, 0, 1])
    expect(kits.some(isDown)).toBe(false)
  })

  it('ask as soon as one of them is online, and a check by hand before that holds nothing up', async () => {
    const { kits } = await outage(2)
    const [kit, other] = kits
    if (!kit || !other) throw new Error('no tab')
    for (const { page } of kits) page.set({ online: false })
    await kit.clock.advance(6 * MINUTE)
    kit.gateway.script.list.push('offline')
    kit.checkout.checkNow()
    await kit.clock.advance(0)
    expect(kits.every(isDown)).toBe(true)
    other.page.set({ online: true })
    await kit.clock.advance(0)
    expect(kits.some(isDown)).toBe(false)
  })

  it('ask as soon as one of them is seen, where all were hidden when it was due', async () => {
    const { kits } = await outage()
    for (const kit of kits) kit.page.set({ visible: false })
    const before = lists(kits[0])
    await kits[0]?.clock.advance(20 * MINUTE)
    expect(lists(kits[0]) - before).toBe(0)
    kits[1]?.page.set({ visible: true })
    await kits[1]?.clock.advance(0)
    expect(lists(kits[0]) - before).toBe(1)
    expect(kits.some(isDown)).toBe(false)
  })

  it('announce the end once each', async () => {
    const { kits } = await outage()
    await kits[0]?.clock.advance(5 * MINUTE)
    for (const kit of kits)
      expect(
        kit.events.filter((event) => event.type === 'gateway-changed' && event.to === 'up'),
      ).toHaveLength(1)
  })

  it.each([
    ['no channel between them', { channel: false }],
    ['no storage', { storage: 'blocked' }],
    ['a full storage', { storage: 'full' }],
  ] as const)('still send one request a window with %s', async (_, faults) => {
    const { kits, browser } = await outage()
    browser.set(faults)
    const before = lists(kits[0])
    kits[0]?.gateway.script.list.push(503)
    await kits[0]?.clock.advance(5 * MINUTE)
    expect(lists(kits[0]) - before).toBe(1)
  })

  it('send at most one each without locks', async () => {
    const { kits, browser } = await outage()
    browser.set({ locks: false })
    const before = lists(kits[0])
    kits[0]?.gateway.script.list.push(503, 503, 503)
    await kits[0]?.clock.advance(5 * MINUTE)
    expect(lists(kits[0]) - before).toBeLessThanOrEqual(3)
    expect(lists(kits[0]) - before).toBeGreaterThanOrEqual(1)
  })
})

describe('the probe', () => {
  it('asks past the shop’s cache, whose list may be older than the outage', async () => {
    const { kits } = await outage(1)
    await kits[0]?.clock.advance(5 * MINUTE)
    expect(kits[0]?.gateway.requests.at(-1)).toMatchObject({ kind: 'list', detail: { fresh: true } })
  })

  it('is sent again when the next hold is over by the time the last one is known', async () => {
    const { kits } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const list = kit.gateway.listPaymentMethods
    kit.gateway.listPaymentMethods = async (request) => {
      kit.gateway.listPaymentMethods = list
      const answer = await list(request)
      kit.clock.jump(6 * MINUTE)
      return answer
    }
    kit.gateway.script.list.push(503)
    await kit.clock.advance(5 * MINUTE)
    expect(isDown(kit)).toBe(false)
  })
})

describe('a probe that brings no word of imoje', () => {
  it('closes nothing in a tab that knows that the outage is over', async () => {
    const { kits, browser } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    browser.set({ storage: 'full' })
    await kit.clock.advance(5 * MINUTE)
    expect(isDown(kit)).toBe(false)
    const { clock, gateway } = kit
    gateway.script.list.push('lost')
    const late = createCheckoutKit({ clock, gateway, tabs: browser.open() })
    await late.mount()
    expect([isDown(late), isDown(kit)]).toEqual([true, false])
    await clock.advance(5 * MINUTE)
    expect(isDown(late)).toBe(false)
  })

  it('leaves imoje away for as long as there is none', async () => {
    const { kits, browser } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const { clock, gateway } = kit
    gateway.script.list.push(...Array.from({ length: 40 }, () => 'lost' as const))
    for (let window = 1; window <= 40; window += 1) {
      await clock.advance(5 * MINUTE)
      expect(isDown(kit)).toBe(true)
    }
    kit.page.set({ visible: false })
    const late = createCheckoutKit({ clock, gateway, tabs: browser.open() })
    await late.mount()
    expect(isDown(late)).toBe(true)
    await clock.advance(5 * MINUTE)
    expect([isDown(late), isDown(kit)]).toEqual([false, false])
  })

  it('leaves it away also where an answer from before the outage came after it', async () => {
    const { kits } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const { clock, gateway, checkout } = kit
    const at = clock.now() + 1
    await clock.advance(1)
    checkout.report('blik/blik', 'accepted', { status: 201, sentAt: at - 1_000, at })
    gateway.script.list.push(...Array.from({ length: 40 }, () => 'lost' as const))
    for (let window = 1; window <= 40; window += 1) {
      await clock.advance(5 * MINUTE)
      expect(isDown(kit)).toBe(true)
    }
  })
})

describe('a page that starts in an outage', () => {
  it('shows it at once and asks nothing until it is due', async () => {
    const { kits, browser } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const { clock, gateway } = kit
    await clock.advance(MINUTE)
    const before = lists(kit)
    kit.page.set({ visible: false })
    const next = createCheckoutKit({ clock, gateway, tabs: browser.open() })
    await next.mount()
    expect(next.checkout.view.getState()).toMatchObject({ list: 'waiting', gateway: { status: 'down' } })
    await clock.advance(4 * MINUTE - 1)
    expect(lists(kit)).toBe(before)
    await clock.advance(1)
    expect(lists(kit)).toBe(before + 1)
    expect(next.checkout.view.getState().list).toBe('ready')
  })

  it('of another shop knows nothing of it', async () => {
    const { kits, browser } = await outage(1)
    const [kit] = kits
    if (!kit) throw new Error('no tab')
    const other = createCheckoutKit({ clock: kit.clock, tabs: browser.open() })
    Object.assign(other.gateway, { key: 'another shop' })
    const elsewhere = createCheckoutKit({ clock: kit.clock, gateway: other.gateway, tabs: browser.open() })
    await elsewhere.mount()
    expect(elsewhere.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  })
})
