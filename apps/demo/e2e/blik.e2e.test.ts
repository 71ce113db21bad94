import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { expectHeading } from './expect-heading.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

async function payWithCode(page: Page, code = '777123'): Promise<void> {
  await createShopper(page).open('blik')
  await page.getByLabel('Kod BLIK', { exact: true }).fill(code)
  await createShopper(page).payButton.click()
}

test('BLIK with a code: confirmed in the app, and the page says paid without leaving', async () => {
  const page = await shop.open()
  await payWithCode(page)
  await page.locator('.till-root[data-attempt="confirming"]').waitFor()
  await expectHeading(page, 'Zapłacone, dziękujemy')
  expect(shop.transactionRequests()).toBe(1)
})

test('BLIK declined: says why, that nothing was charged, and takes a new code', async () => {
  const page = await shop.open()
  shop.mock.setBlik({ outcome: 'refused', statusCode: 'BLK-ERROR-210005', afterMs: 0 })
  await payWithCode(page)
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
  expect(await readText(createShopper(page).picker)).toContain('Nic nie zostało pobrane.')
  shop.mock.setBlik({ outcome: 'confirmed', afterMs: 0 })
  await page.getByLabel('Kod BLIK', { exact: true }).fill('777456')
  await createShopper(page).payButton.click()
  await expectHeading(page, 'Zapłacone, dziękujemy')
})

test('gateway-slow-death with a BLIK code: pressed again and reloaded, it is one transaction, and the page ends on paid', async () => {
  const page = await shop.open()
  await createShopper(page).open('blik')
  await page.getByLabel('Kod BLIK', { exact: true }).fill('777123')
  shop.mock.setScenario('gateway-slow-death')
  await createShopper(page).payButton.dblclick()
  await page.locator('.till-root[data-attempt="checking"]').waitFor()
  expect(await readText(createShopper(page).picker)).not.toContain('Nic nie zostało pobrane.')
  await page.reload()
  await page.locator('.till-root[data-attempt="checking"]').waitFor()
  await expectHeading(page, 'Zapłacone, dziękujemy')
  expect(shop.transactionRequests()).toBe(1)
})

test('gateway-slow-death with a bank: the shopper can pay again, and exactly one charge is made', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  shop.mock.setScenario('gateway-slow-death')
  await shopper.payButton.click()
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
  shop.mock.setScenario('calm')
  await shopper.waitMinutes(5)
  await page.locator('.till-root[data-gateway="up"]').waitFor()
  await shopper.payAtBank()
  await page.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(page, 'Zapłacone, dziękujemy')
  const settled = (await shop.readTransactions()).filter(
    (each) => (each as { readonly status?: string }).status === 'settled',
  )
  expect(settled).toHaveLength(1)
})

test('a bank that fails: imoje’s own page is offered, without bank transfers, and pays', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
  await page.getByRole('button', { name: 'Zapłać na bezpiecznej stronie imoje' }).click()
  await page.waitForURL(/\/s\//)
  expect(await readText(page.locator('main'))).not.toContain('mBank')
})
