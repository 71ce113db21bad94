import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { expectHeading } from './expect-heading.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

test('offers at least 8 methods and 30 channels, and chooses none of them', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await page.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click() // instalments begin at 300 zł
  await page.getByText('565,69 zł').first().waitFor()

  const methods = shopper.picker.locator('[data-method]')
  await methods.first().waitFor()
  expect(await methods.count()).toBeGreaterThanOrEqual(8)
  expect(await shopper.picker.locator('input:checked').count()).toBe(0)

  let channels = 0
  for (const method of await methods.all()) {
    const isUsable = (await method.getAttribute('data-usable')) === 'true'
    if (isUsable) await method.locator('.till-row').first().click()
    channels += (await method.locator('[data-channel]').count()) || 1
  }
  expect(channels).toBeGreaterThanOrEqual(30)
})

test('a shopper picks mBank, pays on its page and comes back to a paid order, with one request for the list', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  expect(shop.listRequests()).toEqual({ shop: 1, imoje: 1 })
  await shopper.payAtBank()
  await page.getByText('mBank').waitFor()
  await page.getByRole('button', { name: 'Zapłać' }).click()

  await expectHeading(page, 'Zapłacone, dziękujemy')
  expect(shop.listRequests()).toEqual({ shop: 1, imoje: 1 })
  expect(shop.transactionRequests()).toBe(1)

  // Gone back to, the checkout of a paid order can't be mistaken for one to pay.
  await page.goto(shop.demo.origin)
  await expectHeading(page, 'Zapłacone, dziękujemy')
  await page.getByRole('button', { name: 'Kup coś jeszcze' }).click()
  await expectHeading(page, 'Zamówienie')
  await shopper.method('blik').waitFor()
})

test('the success address opened by hand shows that the order is not paid', async () => {
  const page = await shop.open()
  const order = await page.getByText('Numer zamówienia').innerText()
  const id = order.replace('Numer zamówienia: ', '')
  await page.goto(`${shop.demo.origin}/result?order=${id}`)
  await expectHeading(page, 'Zamówienie nie jest opłacone')
  await page.getByRole('link', { name: 'Wróć do zamówienia' }).click()
  await createShopper(page).method('blik').waitFor()
})

test('another browser that opens the success address learns nothing of the order', async () => {
  const page = await shop.open()
  const order = await page.getByText('Numer zamówienia').innerText()
  const stranger = await (await shop.newSession()).newPage()
  await stranger.goto(`${shop.demo.origin}/result?order=${order.replace('Numer zamówienia: ', '')}`)
  await expectHeading(stranger, 'Nie znamy tego zamówienia')
  expect(await stranger.getByText('216,69').count()).toBe(0)
  const id = order.replace('Numer zamówienia: ', '')
  for (const path of [`orders/${id}/payment`, `payment-methods?orderId=${id}`])
    expect((await stranger.request.get(`${shop.demo.origin}/api/payments/${path}`)).status()).toBe(401)
})

test.each([
  { button: 'Odmów', status: 'rejected' },
  { button: 'Anuluj', status: 'cancelled' },
])(
  'a payment ended with "$button" at the bank comes back as not paid; another bank then pays, once',
  async ({ button, status }) => {
    const page = await shop.open()
    const shopper = createShopper(page)
    await shopper.chooseBank('ipko')
    await shopper.payAtBank()
    await page.getByRole('button', { name: button }).click()
    await expectHeading(page, 'Płatność się nie udała')

    await page.getByRole('link', { name: 'Wróć do zamówienia' }).click()
    await shopper.chooseBank('mtransfer')
    await shopper.payAtBank()
    await page.getByRole('button', { name: 'Zapłać' }).click()
    await expectHeading(page, 'Zapłacone, dziękujemy')
    expect(await shop.readTransactions()).toEqual([
      expect.objectContaining({ paymentMethodCode: 'ipko', status }),
      expect.objectContaining({ paymentMethodCode: 'mtransfer', status: 'settled' }),
    ])
  },
)

test('a shopper who leaves the bank without paying reads that the order is not paid yet', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  const order = await page.getByText('Numer zamówienia').innerText()
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  await page.goto(`${shop.demo.origin}/result?order=${order.replace('Numer zamówienia: ', '')}`)
  await expectHeading(page, 'Zamówienie nie jest jeszcze opłacone')
})

test('a double click pays once', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.dblclick()
  await page.waitForURL(/\/s\//)
  expect(shop.transactionRequests()).toBe(1)
})

test('what the cart comes to after a change is what is charged', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  const more = page.getByRole('button', { name: 'Więcej: Etiopia Guji' })
  await more.dblclick() // two pieces more
  await page.locator('[data-total="31049"]').waitFor()
  await expect.poll(() => readText(shopper.payButton)).toContain('310,49 zł')
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()

  expect(await shop.readTransactions()).toEqual([
    expect.objectContaining({ amount: 31_049, currency: 'PLN' }),
  ])
})

test('a cart changed in another tab is not charged before the shopper has seen the new total', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  const other = await shop.open()
  await other.getByRole('button', { name: 'Więcej: Etiopia Guji' }).click()
  await other.locator('[data-total="26359"]').waitFor()

  await page.bringToFront()
  await shopper.payButton.click()
  await page.locator('[data-total="26359"]').waitFor()
  expect(shop.transactionRequests()).toBe(0)
  await expect.poll(() => readText(shopper.payButton)).toContain('263,59 zł')
  await shopper.payAtBank()
  expect(shop.transactionRequests()).toBe(1)
})
