import { describe, expect, it } from 'vitest'
import { orders } from '../lib/orders.ts'
import { beginOutage, expectOneAWindow, untilAll, untilLists, untilWindowIsOver } from './outage-steps.ts'
import { prepareShop } from './prepare-shop.ts'
import type { Tab } from './tab.ts'

const shop = prepareShop('start')

/** How long nothing is asked, in milliseconds: five minutes unless the page's address says otherwise. */
const hold = 1_000
const short = `/many?hold=${hold}`
const long = '/many?hold=60000'

const openThree = (): Promise<Tab[]> => Promise.all([1, 2, 3].map(() => shop.open(short)))

/** The tab that has asked for a list, and those that haven't. The backend may know of a request before the browser tells of it. */
async function split(tabs: readonly Tab[]): Promise<readonly [asking: Tab, others: readonly Tab[]]> {
  const asking = (): readonly Tab[] => tabs.filter((tab) => tab.listsAsked() > 0)
  await expect.poll(asking).toHaveLength(1)
  return [asking()[0]!, tabs.filter((tab) => tab !== asking()[0])]
}

describe('three tabs of ten pickers each', () => {
  it('ask once a window while imoje is away, and never by a payment', async () => {
    const tabs = await openThree()
    expect(await shop.desk.lists()).toEqual([])
    await beginOutage(shop.desk, tabs)
    await untilLists(shop.desk, 3)
    await shop.desk.change({ scenario: 'calm' })
    await untilAll(tabs, 'up')
    await untilWindowIsOver(hold)

    const lists = await shop.desk.lists()
    expectOneAWindow(lists, hold)
    expect(lists.map(({ status }) => status)).toEqual([...lists.slice(1).map(() => 503), 200])
    const payments = await shop.desk.payments()
    expect(payments).toHaveLength(1)
    expect(lists[0]!.at - payments[0]!.at).toBeGreaterThanOrEqual(hold)
  })

  it('aren’t harmed when the one that asks is closed or goes elsewhere: the next one asks', async () => {
    const tabs = await openThree()
    await shop.desk.change({ isShut: true })
    await beginOutage(shop.desk, tabs)
    await untilLists(shop.desk, 1)
    const [first, others] = await split(tabs)

    await first.page.close()
    await untilLists(shop.desk, 2)
    const [second, [third]] = await split(others)

    await second.page.goto(`${shop.origin}/away`)
    await untilLists(shop.desk, 3)
    await expect.poll(() => third!.listsAsked()).toBe(1)

    await shop.desk.change({ isShut: false })
    await untilLists(shop.desk, 5)
    expectOneAWindow((await shop.desk.lists()).slice(2), hold)
    await shop.desk.change({ scenario: 'calm' })
    await untilAll([third!], 'up')
    expect(await shop.desk.payments()).toHaveLength(1)
  })

  it('ask only from one that is seen, and a hidden one learns of the answer all the same', async () => {
    const tabs = await openThree()
    await shop.desk.change({ isShut: true })
    await beginOutage(shop.desk, tabs)
    await untilLists(shop.desk, 1)
    const [asking, others] = await split(tabs)
    await asking.setVisible(false)
    await shop.desk.change({ isShut: false })
    await untilLists(shop.desk, 3)
    expect(asking.listsAsked()).toBe(1)

    for (const tab of others) await tab.setVisible(false)
    await untilWindowIsOver(hold)
    const asked = (await shop.desk.lists()).length
    await untilWindowIsOver(hold)
    expect(await shop.desk.lists()).toHaveLength(asked)

    await shop.desk.change({ scenario: 'calm' })
    await others[1]!.setVisible(true)
    await untilAll(tabs, 'up')
    const lists = await shop.desk.lists()
    expect(lists).toHaveLength(asked + 1)
    expectOneAWindow(lists, hold)
  })
})

describe('a page that is loaded in an outage', () => {
  it('asks for nothing until it is due, and then once a window', async () => {
    const tab = await shop.open(long)
    await beginOutage(shop.desk, [tab])
    await tab.reload()
    await untilAll([tab], 'down')
    await tab.page.evaluate(() => window.dispatchEvent(new Event('focus')))
    expect(await shop.desk.lists()).toEqual([])

    await tab.goto(shop.origin + short)
    await untilLists(shop.desk, 2)
    await shop.desk.change({ scenario: 'calm' })
    await untilAll([tab], 'up')
    expectOneAWindow(await shop.desk.lists(), hold)
  })

  it('asks, once imoje is back, for the lists that it has none of, each once', async () => {
    const before = await shop.open(short)
    await beginOutage(shop.desk, [before])
    const tab = await shop.open(short)
    await untilAll([tab], 'down')
    expect(await tab.countLists('waiting')).toBe(orders.length)

    await shop.desk.change({ scenario: 'calm' })
    await expect.poll(() => tab.countLists('ready')).toBe(orders.length)
    const lists = await shop.desk.lists()
    expectOneAWindow(lists, hold)
    // The answer that ended it was for one of ten orders, asked by either tab; the other has its lists.
    const read = lists.filter(({ status }) => status === 200)
    expect([orders.length, orders.length + 1]).toContain(read.length)
  })
})
