import { finish, visit } from './at-the-bank.ts'
import { nextCode } from './blik-codes.ts'
import type { Action, Step } from './steps.ts'
import { orderOf, type Tab } from './tab.ts'
import { tellLooks } from './watcher.ts'
import type { Slot, World } from './world-parts.ts'

/** Does one step, and lets its time pass. A step that makes no sense here does nothing. */
export async function perform(world: World, step: Step): Promise<void> {
  await act(world, step)
  await pass(world, step.waitMs)
}

/** Time passes. imoje does what falls due on its side meanwhile. */
export async function pass(world: World, ms: number): Promise<void> {
  if (ms === 0) return
  const end = world.clock.now() + ms
  for (let beat = 2_000; world.clock.now() < end; beat = Math.min(beat * 2, 60_000)) {
    await world.clock.advance(Math.min(beat, end - world.clock.now()))
    void world.mock.catchUp()
    await world.clock.settle()
  }
}

async function act(world: World, step: Action): Promise<void> {
  switch (step.do) {
    case 'pay':
    case 'link':
      return press(world, pick(world, step.slot, hasShop), step.do === 'pay' ? step : undefined)
    case 'bank':
      return visit(
        world,
        pick(world, step.slot, ({ bank }) => bank !== undefined),
        step.act,
        step.pick,
      )
    case 'open': {
      const slot = pick(world, step.slot, ({ tab, bank }) => !tab && !bank)
      return slot && world.open(slot)
    }
    case 'close': {
      const slot = pick(world, step.slot, ({ tab, bank }) => !!(tab ?? bank))
      slot?.tab?.kill()
      if (slot) Object.assign(slot, { tab: undefined, bank: undefined })
      return
    }
    case 'page': {
      const page = world.pages[step.nth % Math.max(world.pages.length, 1)]
      return page && finish(world, page, step.act, step.pick)
    }
    case 'time':
      return pass(world, step.ms)
    case 'jump':
      return jump(world, step.ms, step.looks)
    case 'blik':
      return world.mock.setBlik(step.plan)
    case 'shopFault':
      return world.shopFaults.add(step.fault)
    case 'imojeFault':
      return world.imojeFaults.add(step.fault)
    case 'away':
      world.away = step.fault
      return
    case 'back':
      world.away = undefined
      return
    case 'flag': {
      const [method = '', code = ''] = step.channel.split('/')
      return world.mock.setChannel(method, code, { isOnline: step.online })
    }
    case 'break':
      if (step.status) world.broken.set(step.channel, step.status)
      else world.broken.delete(step.channel)
      return
    case 'cart':
      world.shop.amount = step.amount
      return
    case 'storage':
      return setStorage(world, step.how)
    case 'channel':
    case 'locks':
      world.homes[0].ways[step.do] = step.on
      return world.homes[0].browser.set({ [step.do]: step.on })
    case 'notices':
      world.notices.push(...Array.from({ length: step.times }, () => step.how))
      return
    default:
      return changeTab(world, pick(world, step.slot, hasShop), step.do)
  }
}

type TabChange = Extract<Action, { readonly slot: number }>['do']
type Apart = 'pay' | 'link' | 'bank' | 'open' | 'close'

function changeTab(world: World, slot: Slot | undefined, change: Exclude<TabChange, Apart>): void {
  const tab = slot && liveOf(slot)
  if (!tab) return
  if (tab.isMounted() ? looks.has(change) : change === 'mount') tellLooks(world, tab)
  switch (change) {
    case 'reload':
      tab.kill()
      return world.open(slot)
    case 'hide':
      return tab.page.set({ visible: false })
    case 'show':
      return tab.page.set({ visible: true })
    case 'offline':
      return tab.page.set({ online: false })
    case 'online':
      return tab.page.set({ online: true })
    case 'unmount':
      for (const watcher of world.watchers) watcher.unmounted?.(tab)
      return tab.unmount()
    case 'mount':
      return tab.mount()
    case 'dismiss':
      return tab.checkout.attempts.dismiss()
    case 'checkNow':
      for (const watcher of world.watchers) watcher.checksNow?.(tab)
      tab.checkout.checkNow()
      return
    case 'readCart':
      return tab.checkout.setOrder(orderOf(world.shop.amount))
  }
}

/** What the page is told by its browser. */
const looks: ReadonlySet<string> = new Set(['hide', 'show', 'online', 'offline'])

/** The nth of those places that fit; nothing where none does. */
function pick(world: World, n: number, fits: (slot: Slot) => boolean): Slot | undefined {
  const fitting = world.slots.filter(fits)
  return fitting[n % Math.max(fitting.length, 1)]
}

/** The shop's page that the shopper sees there. */
const liveOf = ({ tab, bank }: Slot): Tab | undefined => (bank ? undefined : tab)
const hasShop = (slot: Slot): boolean => liveOf(slot) !== undefined

/** Presses "pay", or the button of the link that is offered instead. */
function press(
  world: World,
  slot: Slot | undefined,
  step: Extract<Action, { readonly do: 'pay' }> | undefined,
): void {
  const tab = slot && liveOf(slot)
  // Only what is on the page can be pressed.
  if (!tab?.isMounted()) return
  const { attempts, choose } = tab.checkout
  for (const watcher of world.watchers) watcher.presses?.(tab)
  if (!step) {
    void attempts.payByLink()
    return
  }
  if (step.meets) world[step.meets.do === 'shopFault' ? 'shopFaults' : 'imojeFaults'].add(step.meets.fault)
  choose(step.channel)
  world.leaving.set(tab, step.leaves)
  const request = step.channel === 'blik/blik' && step.code ? { blikCode: nextCode(world) } : {}
  void attempts.pay(request)
  if (step.twice) void attempts.pay(request)
}

async function jump(world: World, ms: number, looks: boolean): Promise<void> {
  const [home] = world.homes
  const before = world.clock.now() + home.machine.offsetMs
  home.machine.offsetMs += ms
  for (const watcher of world.watchers) watcher.jumped?.(home, before, before + ms)
  for (const slot of looks ? world.slots : []) {
    const tab = liveOf(slot)
    if (!tab?.isMounted()) continue
    tellLooks(world, tab)
    tab.page.set({})
  }
  await world.clock.settle()
}

function setStorage(world: World, how: 'works' | 'full' | 'blocked' | 'spoil'): void {
  const [home] = world.homes
  for (const watcher of world.watchers) watcher.storage?.(home, how)
  if (how === 'spoil') {
    for (const name of home.browser.kept.keys()) home.browser.kept.set(name, `{"resets":0,${name}`)
    return
  }
  home.ways.storage = how
  home.browser.set({ storage: how })
}
