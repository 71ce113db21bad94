import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()
const resting = '[data-channel="pbl/mtransfer"][data-availability="coolingDown"]'

test('reload: the bank that failed is still greyed out, with the same moment to try it again', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  await page.locator(resting).waitFor()
  const readUntil = async (): Promise<string | undefined> =>
    / od (\d\d?:\d\d)/.exec(await readText(page.locator(resting)))?.[1] // not the countdown before it
  const until = await readUntil()
  expect(until).toBeDefined()
  await page.reload()
  await shopper.open('pbl')
  await page.locator(resting).waitFor()
  expect(await readUntil()).toBe(until)
})

test('two tabs: a bank that fails in one is greyed out in the other, which asked nothing', async () => {
  const first = await shop.open('/', 'bank-down')
  const second = await shop.open()
  await createShopper(second).open('pbl')
  const asked = shop.listRequests().shop
  await createShopper(first).chooseBank('mtransfer')
  await createShopper(first).payButton.click()
  await second.locator(resting).waitFor()
  expect(shop.listRequests().shop).toBe(asked)
  expect(shop.transactionRequests()).toBe(1)
})

test('reload in an outage: the banner is there at once, and nothing is asked', async () => {
  const page = await shop.open('/', 'gateway-down')
  await page.locator('.till-root[data-gateway="down"]').waitFor()
  const asked = shop.listRequests().shop
  await page.reload()
  await page.locator('.till-root[data-gateway="down"]').waitFor()
  const second = await shop.open()
  await second.locator('.till-root[data-gateway="down"]').waitFor()
  expect(shop.listRequests().shop).toBe(asked)
})

test('the bank’s page is open in one tab: another tab says so, and is paid as soon as the shopper looks at it again', async () => {
  const first = await shop.open()
  const shopper = createShopper(first)
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  const second = await shop.open()
  await second.locator('.till-root[data-attempt="open"]').waitFor()
  expect(await readText(createShopper(second).picker)).toContain('mBank')
  await first.getByRole('button', { name: 'Zapłać' }).click()
  await first.getByRole('heading', { name: 'Zapłacone, dziękujemy' }).waitFor()
  await second.evaluate(() => window.dispatchEvent(new Event('focus')))
  await second.getByRole('heading', { name: 'Zapłacone, dziękujemy' }).waitFor()
  expect(shop.transactionRequests()).toBe(1)
})
