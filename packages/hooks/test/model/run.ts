import { catchRejections } from './host.ts'
import { goBack } from './at-the-bank.ts'
import { pass, perform } from './perform.ts'
import { readImoje } from './read-imoje.ts'
import { show, type Setting, type ShopChannel, type Step } from './steps.ts'
import { orderOf, type Tab } from './tab.ts'
import { tellLooks } from './watcher.ts'
import { watchImoje } from './watch-imoje.ts'
import { watchAttempts } from './watch-attempts.ts'
import { watchCharges } from './watch-charges.ts'
import { watchOffers } from './watch-offers.ts'
import { createWorld } from './world.ts'
import type { World } from './world-parts.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/**
 * Lives through one history and throws at the first moment that breaks a rule.
 * @param isBusy whether something runs outside of the event loop
 */
export async function liveThrough(
  [setting, steps]: readonly [Setting, readonly Step[]],
  isBusy: () => boolean,
): Promise<void> {
  const world = createWorld(setting, isBusy)
  const breaches: string[] = []
  const breach = (what: string): void => {
    breaches.push(what)
    world.note(`BREACH: ${what}`)
  }
  const offers = world.homes.map((home) => watchOffers(world, home, breach))
  const attempts = watchAttempts(world, breach)
  const charges = watchCharges(world, attempts, breach)
  world.watchers.push(...offers, attempts, charges, watchImoje(world, breach))
  const stop = catchRejections((reason) => breach(`a rejection nobody handles: ${String(reason)}`))
  const check = async (after: string): Promise<void> => {
    for (const each of offers) each.check()
    await charges.check()
    if (breaches.length > 0)
      throw new Error(`${after}: ${breaches.join('; ')}\n\n${world.log.slice(-80).join('\n')}\n`)
  }
  try {
    if (setting.oldShop) {
      await world.shop.handle(new Request('https://shop.test/api/payments/orders/A-1/payment'))
      await pass(world, 20 * MINUTE)
    }
    world.open(world.slots[0])
    await pass(world, SECOND)
    for (const [n, step] of steps.entries()) {
      world.note(`STEP ${n + 1} ${show(step)}`)
      await perform(world, step)
      if (step.waitMs > 0) await check(`after step ${n + 1}, ${show(step)}`)
    }
    await end(world, breach, check)
    await charges.checkEnd()
    await check('at the end')
  } finally {
    stop()
    for (const { tab } of world.slots) tab?.kill()
    world.clock.end()
  }
}

/** Faults stop, tabs are visible, and an hour passes: then everything must be well. */
async function end(
  world: World,
  breach: (what: string) => void,
  check: (after: string) => Promise<void>,
): Promise<void> {
  world.note('THE END: faults stop')
  world.shopFaults.clear()
  world.imojeFaults.clear()
  world.broken.clear()
  world.notices.length = 0
  for (const step of calm) await perform(world, step)
  // Nobody is on the way to a bank any more.
  for (const tab of world.leaving.keys()) world.leaving.set(tab, 'stays')
  for (const slot of world.slots) if (slot.bank) goBack(world, slot, slot.tab)
  if (world.slots.every(({ tab }) => !tab)) world.open(world.slots[0])
  const tabs = world.slots.flatMap(({ tab }) => tab ?? [])
  for (const tab of tabs) {
    tellLooks(world, tab)
    tab.mount()
    tab.page.set({ visible: true, online: true })
    tab.checkout.setOrder(orderOf(world.shop.amount))
  }
  for (let minutes = 5; minutes <= 60; minutes += 5) {
    await pass(world, 5 * MINUTE)
    await check(`after ${minutes} calm minutes`)
  }
  // The button under a list that could not be read.
  for (const { checkout } of tabs) if (checkout.view.getState().list === 'failed') void checkout.refresh()
  await pass(world, 10 * SECOND)
  for (const { id: page, checkout } of tabs)
    for (const [id, { status }] of checkout.view.getState().channels)
      if (isOfferable(world, id) && !['available', 'trial', 'unconfirmed'].includes(status))
        breach(`page ${page} still withholds ${id} (${status}) after a calm hour`)
  for (const tab of tabs) await checkNoDeadEnd(world, tab, breach)
  await check('paying at the end')
  for (const tab of tabs) tab.unmount()
  await pass(world, MINUTE)
  const left = tabs.reduce((sum, tab) => sum + tab.clock.timers(), 0)
  if (left > 0) breach(`${left} timers are left though nobody looks`)
  if (world.clock.timers() > left) breach(`${world.clock.timers() - left} timers are left at the shop`)
}

const calm: readonly Step[] = [
  { do: 'back', waitMs: 0 },
  { do: 'storage', how: 'works', waitMs: 0 },
  { do: 'channel', on: true, waitMs: 0 },
  { do: 'locks', on: true, waitMs: 0 },
  { do: 'flag', channel: 'blik/blik', online: true, waitMs: 0 },
  { do: 'flag', channel: 'pbl/mtransfer', online: true, waitMs: 0 },
  { do: 'flag', channel: 'pbl/alior', online: true, waitMs: 0 },
  { do: 'flag', channel: 'ing/ing', online: true, waitMs: 0 },
  { do: 'flag', channel: 'card/ecom3ds', online: true, waitMs: 0 },
  { do: 'flag', channel: 'imoje_paylater/paypo', online: true, waitMs: 0 },
  { do: 'flag', channel: 'wt/wt', online: true, waitMs: 0 },
  { do: 'blik', plan: { outcome: 'confirmed' }, waitMs: 0 },
]

const isOfferable = ({ shop }: World, id: string): boolean =>
  id !== 'imoje_paylater/paypo' || (shop.amount >= 1_000 && shop.amount <= 300_000)

/** Whoever wants to pay can, or is told that it is done; where one bank fails (an old answer may be repeated), by another. */
async function checkNoDeadEnd(world: World, tab: Tab, breach: (what: string) => void): Promise<void> {
  const { attempts } = tab.checkout
  world.leaving.set(tab, 'stays')
  await pressOnce(world, tab, 'pbl/mtransfer')
  const first = attempts.state.getState()
  if (first.status === 'failed' && first.end === 'notCharged') await pressOnce(world, tab, 'pbl/alior')
  const { status } = attempts.state.getState()
  const { paid } = await readImoje(world)
  if (status === 'paid' || status === 'transfer') return
  if (paid.length > 0) breach(`page ${tab.id} is ${status}, though the order is paid`)
  // Who doesn't leave for the bank is told after a while that its page is still open.
  else if (status !== 'redirecting' && status !== 'open')
    breach(`page ${tab.id} can't pay in the end: ${JSON.stringify(attempts.state.getState())}`)
}

async function pressOnce(world: World, tab: Tab, channel: ShopChannel): Promise<void> {
  tab.checkout.choose(channel)
  for (const watcher of world.watchers) watcher.presses?.(tab)
  void tab.checkout.attempts.pay()
  await pass(world, MINUTE)
}
