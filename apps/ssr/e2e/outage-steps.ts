import { expect } from 'vitest'
import type { Arrival } from '../lib/front-door.ts'
import { orders } from '../lib/orders.ts'
import type { ShopDesk } from './shop-desk.ts'
import type { Tab } from './tab.ts'

/** Resolves when every picker of every tab says this of imoje as a whole. */
export const untilAll = (tabs: readonly Tab[], status: 'up' | 'down'): Promise<void> =>
  expect
    .poll(() => Promise.all(tabs.map((tab) => tab.countGateway(status))))
    .toEqual(tabs.map(() => orders.length))

/** imoje goes away, and one shopper meets it while paying. Resolves when every tab knows. */
export async function beginOutage(desk: ShopDesk, tabs: readonly Tab[]): Promise<void> {
  await desk.change({ scenario: 'gateway-down' })
  await tabs[0]?.payWith('SSR-1', 'pbl/mtransfer')
  await untilAll(tabs, 'down')
}

export const untilLists = (desk: ShopDesk, count: number): Promise<void> =>
  expect.poll(async () => (await desk.lists()).length).toBeGreaterThanOrEqual(count)

/** Resolves when a whole window and a half have passed from now: whoever wanted to ask has asked. */
export async function untilWindowIsOver(holdMs: number): Promise<void> {
  const from = Date.now()
  await expect.poll(() => Date.now()).toBeGreaterThan(from + 1.5 * holdMs)
}

/** While imoje is away, and up to the answer that it is back, it has its rest between two requests, whoever sends them. */
export function expectOneAWindow(lists: readonly Arrival[], holdMs: number): void {
  const back = lists.findIndex(({ status }) => status === 200)
  const asked = lists.slice(0, back === -1 ? undefined : back + 1)
  expect(asked).not.toEqual([])
  for (const [index, { at }] of asked.slice(1).entries())
    expect(at - (asked[index]?.at ?? at)).toBeGreaterThanOrEqual(holdMs)
}
