import { expect, it } from 'vitest'
import { beginOutage, expectOneAWindow, untilAll, untilLists } from './outage-steps.ts'
import { prepareShop } from './prepare-shop.ts'

/** In milliseconds. */
const hold = 1_000

const shop = prepareShop('start', { keepsPages: true })

it('a page that is left in an outage works after Back, and nothing in it keeps browsers from keeping it', async () => {
  const tab = await shop.open(`/many?hold=${hold}`)
  const { page } = tab
  const obstacles: unknown[] = []
  const devtools = await shop.session.newCDPSession(page)
  await devtools.send('Page.enable')
  devtools.on('Page.backForwardCacheNotUsed', ({ notRestoredExplanations }) => {
    // Other reasons are the browser's own: one without windows keeps no page at all.
    obstacles.push(...notRestoredExplanations.filter(({ type }) => type === 'PageSupportNeeded'))
  })
  await beginOutage(shop.desk, [tab])
  await page.goto(`${shop.origin}/away`)

  await page.evaluate(() => history.back())
  await expect.poll(() => page.url()).toContain('/many')
  await untilAll([tab], 'down')
  expect(obstacles).toEqual([])
  await shop.desk.change({ scenario: 'calm' })
  await untilAll([tab], 'up')
  expectOneAWindow(await shop.desk.lists(), hold)
})

it('a page that was kept while others met an outage knows of it when it is shown again, and hears its end', async () => {
  const tab = await shop.open('/many?hold=60000')
  const kept = await shop.open('/many?hold=60000')
  await kept.setKept(true)
  await beginOutage(shop.desk, [tab])
  expect(await kept.countGateway('down')).toBe(0)

  await kept.setKept(false)
  await untilAll([kept], 'down')
  expect(await shop.desk.lists()).toEqual([])

  await tab.goto(`${shop.origin}/many?hold=${hold}`)
  await untilLists(shop.desk, 1)
  await shop.desk.change({ scenario: 'calm' })
  await untilAll([tab, kept], 'up')
  expect(kept.listsAsked()).toBe(0)
})
