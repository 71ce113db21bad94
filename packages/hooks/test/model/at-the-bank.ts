import type { Tab } from './tab.ts'
import { parse } from './traffic.ts'
import { tellLooks } from './watcher.ts'
import type { BankPage, Slot, World } from './world-parts.ts'

/** What the shopper does at the bank, and the way back. */
export async function visit(
  world: World,
  slot: Slot | undefined,
  how: 'pay' | 'refuse' | 'cancel' | 'back',
  nth: number,
): Promise<void> {
  if (!slot?.bank) return
  const { tab, bank } = slot
  if (how !== 'back') await finish(world, bank, how, nth)
  goBack(world, slot, how === 'back' ? tab : undefined)
}

/** The page that was left, where the browser kept it; else the shop's page anew. */
export function goBack(world: World, slot: Slot, kept: Tab | undefined): void {
  if (!kept) {
    slot.tab?.kill()
    return world.open(slot)
  }
  slot.bank = undefined
  if (kept.isMounted()) tellLooks(world, kept)
  kept.clock.thaw()
  kept.page.set({ visible: true })
  kept.page.restore()
}

/** Presses a button of a bank's page. On imoje's own page the shopper chooses a channel first. */
export async function finish(
  world: World,
  { url, key }: BankPage,
  outcome: 'pay' | 'refuse' | 'cancel',
  nth: number,
): Promise<void> {
  const start = world.started.find((each) => each.url === url)
  const shown = start?.visible.map((method) => pageChannels[method] ?? '') ?? []
  const channel = shown[nth % Math.max(shown.length, 1)]
  const form = new URLSearchParams({ outcome, ...(channel !== undefined && { channel }) })
  world.note(`the shopper presses ${outcome} on the page of ${key} ${channel ?? ''}`)
  // Not waited for: the answer comes when the shop has been told, and that may take its time.
  const pressed = world.mock.fetch(url, { method: 'POST', body: form }).then((answer) => answer.text())
  void pressed.then(parse)
  await world.clock.settle()
}

const pageChannels: Readonly<Record<string, string>> = {
  blik: 'blik/blik',
  pbl: 'pbl/mtransfer',
  card: 'card/ecom3ds',
  imoje_paylater: 'imoje_paylater/paypo',
  wt: 'wt/wt',
}
