import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { expectHeading } from './expect-heading.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

async function speakEnglish(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await page.getByRole('heading', { name: 'Checkout', exact: true }).waitFor()
}

test('a language switched after choosing keeps the choice', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await speakEnglish(page)
  await expect.poll(() => readText(shopper.payButton)).toBe('Pay PLN 216.69')
  expect(await shopper.channel('pbl/mtransfer').getByRole('radio').isChecked()).toBe(true)
  await shopper.payAtBank()
  await page.getByText('mBank').waitFor()
})

test('a language switched after a failure keeps the choice and says the message in the other language', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  const message = shopper.picker.locator('.till-message')
  await expect.poll(() => readText(message)).toMatch(/mBank chwilowo nie odpowiada.*Nic nie zostało pobrane/)
  await speakEnglish(page)
  await expect.poll(() => readText(message)).toMatch(/mBank isn't answering.*You haven't been charged/)
  expect(await shopper.channel('pbl/mtransfer').getByRole('radio').isChecked()).toBe(true)
})

test('the picker speaks, stands and looks as chosen in the panel, and still does after a reload', async () => {
  const page = await shop.open()
  const { picker, payButton } = createShopper(page)
  await page.getByRole('button', { name: 'Break it' }).click()
  await page.getByRole('combobox', { name: 'Language' }).selectOption('German')
  await page.getByRole('combobox', { name: 'Layout' }).selectOption('grid')
  await page.getByRole('combobox', { name: 'Theme' }).selectOption('soft')
  for (const _ of ['as chosen', 'after a reload']) {
    await expect.poll(() => readText(payButton)).toBe('216,69 PLN bezahlen')
    expect(await picker.getAttribute('lang')).toBe('de')
    expect(await picker.locator('[data-layout]').first().getAttribute('data-layout')).toBe('grid')
    expect(await picker.getAttribute('data-theme')).toBe('soft')
    await page.reload()
  }
})

test('a traditional transfer shows account, amount and title, and the order is not paid by that', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.open('wt')
  await shopper.channel('wt/wt').locator('.till-row').click()
  await shopper.payButton.click()
  const details = shopper.picker.locator('.till-transfer')
  await details.waitFor()
  const [made] = await shop.readTransactions()
  expect(made).toMatchObject({ paymentMethodCode: 'wt', amount: 21_669 })
  const text = await readText(details)
  expect(text).toMatch(/Numer rachunku (PL ?)?\d\d( \d{4}){6}/)
  expect(text).toContain('Kwota 216,69 zł')
  expect(text).toMatch(/Tytuł \S+/)

  // The cart may change; what is to be transferred stays what was asked for.
  await page.getByRole('button', { name: 'Więcej: Etiopia Guji' }).click()
  await page.locator('[data-total="26359"]').waitFor()
  expect(await readText(details)).toContain('Kwota 216,69 zł')
  const order = (await readText(page.getByText('Numer zamówienia'))).replace('Numer zamówienia: ', '')
  await page.goto(`${shop.demo.origin}/result?order=${order}`)
  await expectHeading(page, 'Zamówienie nie jest jeszcze opłacone')
})

test('a card is paid by a link, on the page it leads to', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.open('card')
  await shopper.payAtBank()
  await page.getByText('Visa / Mastercard').waitFor()
  expect(await readText(page.locator('main'))).toContain('216,69 zł')
  await page.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(page, 'Zapłacone, dziękujemy')
  expect(shop.transactionRequests()).toBe(0)
  expect(await shop.readTransactions()).toEqual([
    expect.objectContaining({ paymentMethod: 'card', status: 'settled', amount: 21_669 }),
  ])
})
