import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { expectHeading } from './expect-heading.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

test('two tabs: paid in one, the other says paid, and starts no second payment', async () => {
  const first = await shop.open()
  const second = await shop.open()
  await createShopper(second).chooseBank('ipko')

  const shopper = createShopper(first)
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  await first.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(first, 'Zapłacone, dziękujemy')

  await createShopper(second).payButton.click()
  await expectHeading(second, 'Zapłacone, dziękujemy')
  expect(shop.transactionRequests()).toBe(1)
})

test('two tabs: a cart that grows while the bank’s page is open is never paid for by the old amount', async () => {
  const atBank = await shop.open()
  const shopper = createShopper(atBank)
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()

  const other = await shop.open()
  await other.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click()
  await other.locator('[data-total="56569"]').waitFor()

  await atBank.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(atBank, 'Zapłacone, dziękujemy')
  const paid = await readText(atBank.locator('main'))
  expect(paid).toContain('216,69 zł')
  expect(paid).not.toContain('565,69 zł')
  expect(paid).not.toContain('Młynek')
  expect(paid).toContain('czekają w koszyku')

  // The tab that still shows the grown cart learns it as well, and charges nothing more.
  await createShopper(other).chooseBank('ipko')
  await createShopper(other).payButton.click()
  await expectHeading(other, 'Zapłacone, dziękujemy')
  expect(await readText(other.locator('main'))).not.toContain('565,69 zł')
  expect(await shop.readTransactions()).toEqual([
    expect.objectContaining({ status: 'settled', amount: 21_669 }),
  ])

  await other.getByRole('link', { name: 'Wróć do koszyka' }).click()
  await expectHeading(other, 'Zamówienie')
  await other.locator('[data-total="36299"]').waitFor() // the grinder and its delivery
  expect(await readText(other.locator('.cart'))).not.toContain('Więcej: Etiopia')
  await createShopper(other).chooseBank('ipko')
  await createShopper(other).payAtBank()
  await other.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(other, 'Zapłacone, dziękujemy')
  expect(await readText(other.locator('main'))).toContain('362,99 zł')
})

test('two tabs: paid at two banks, the order counts once, and the second payment is said to be given back', async () => {
  const first = await shop.open()
  await createShopper(first).chooseBank('mtransfer')
  await createShopper(first).payAtBank()
  const second = await shop.open()
  await second.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click()
  await second.locator('[data-total="56569"]').waitFor()
  await createShopper(second).chooseBank('ipko')
  await createShopper(second).payAtBank()

  for (const page of [first, second]) {
    await page.getByRole('button', { name: 'Zapłać' }).click()
    await expectHeading(page, 'Zapłacone, dziękujemy')
  }
  expect(await readText(first.locator('main'))).not.toContain('565,69')
  const text = await readText(second.locator('main'))
  expect(text).toContain('Zapłacono Ceny zawierają VAT 216,69 zł')
  expect(text).toContain('jeszcze jedna wpłata: 565,69 zł')
})

test('a result page that waited shows what was paid for, not the cart that has grown since', async () => {
  const atBank = await shop.open()
  const shopper = createShopper(atBank)
  const order = (await readText(atBank.getByText('Numer zamówienia'))).replace('Numer zamówienia: ', '')
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  const other = await shop.open()
  await other.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click()
  await other.locator('[data-total="56569"]').waitFor()
  const waiting = await shop.open(`/result?order=${order}`)
  await expectHeading(waiting, 'Zamówienie nie jest jeszcze opłacone')
  await waiting.getByText('Młynek').waitFor()

  await atBank.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(waiting, 'Zapłacone, dziękujemy')
  const paid = await readText(waiting.locator('main'))
  expect(paid).toContain('216,69 zł')
  expect(paid).not.toMatch(/565,69|Młynek/)
})

test('two tabs: a cart can’t be changed once it is paid in the other tab', async () => {
  const stale = await shop.open()
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  await page.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(page, 'Zapłacone, dziękujemy')

  await stale.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click()
  await expectHeading(stale, 'Zapłacone, dziękujemy')
  expect(await readText(stale.locator('main'))).not.toContain('Młynek')
})
