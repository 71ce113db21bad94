import { expect, test } from 'vitest'
import { startDemo } from '../server/start-demo.ts'
import { prepareDemo } from './demo-test.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

test('the shop and its picker speak Polish and English, and remember which', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.method('blik').waitFor()
  expect(await page.locator('html').getAttribute('lang')).toBe('pl')
  expect(await shopper.payButton.innerText()).toMatch(/^Zapłać/)

  await page.getByRole('radio', { name: 'English' }).check({ force: true })
  await page.getByRole('heading', { name: 'Checkout', exact: true }).waitFor()
  await expect.poll(() => readText(shopper.payButton)).toMatch(/^Pay /)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')

  await page.reload()
  await page.getByRole('heading', { name: 'Checkout', exact: true }).waitFor()
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
  await page.getByRole('button', { name: 'Pay' }).click()
  await page.getByRole('heading', { name: 'Paid, thank you' }).waitFor()
})

test('the built page runs under a strict policy', async () => {
  const page = await shop.open()
  await createShopper(page).method('blik').waitFor()
  const answer = await page.request.get(shop.demo.origin)
  const policy = answer.headers()['content-security-policy']
  expect(policy).toContain("default-src 'self'; style-src 'self'; img-src 'self' data:")
  // Marks of the imitation are shown, and nothing was refused: a violation is printed, and fails the test.
  const marks = createShopper(page).picker.locator('img')
  await marks.first().waitFor()
  expect(await marks.first().evaluate((mark: HTMLImageElement) => mark.src)).toContain('/marks/')
})

test('dark and light are the shopper’s choice', async () => {
  const page = await shop.open()
  const background = (): Promise<string> =>
    page.locator('html').evaluate((html) => getComputedStyle(html).backgroundColor)
  const light = await background()
  await page.getByRole('radio', { name: 'Ciemny' }).check({ force: true })
  const dark = await background()
  expect(dark).not.toBe(light)
  await page.reload()
  await createShopper(page).method('blik').waitFor()
  expect(await background()).toBe(dark)
})

test('the panel opens by keyboard, stays open over a reload, and flips channels and the whole demo', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  const handle = page.getByRole('button', { name: 'Break it' })
  expect(await handle.getAttribute('aria-expanded')).toBe('false')
  await handle.press('Enter')
  expect(await handle.getAttribute('aria-expanded')).toBe('true')
  await page.locator('[data-list-requests]').getByText('1').waitFor()

  await page.getByText('Channels', { exact: false }).first().click()
  await page.getByRole('checkbox', { name: 'Bank Millennium' }).click()
  await page.getByText('1 offline').waitFor()
  await page.reload()
  await shopper.open('pbl')
  await page.locator('[data-channel="pbl/millennium"][data-availability="outage"]').waitFor()
  expect(await handle.getAttribute('aria-expanded')).toBe('true')

  await shopper.waitMinutes(5)
  const order = await page.getByText('Numer zamówienia').innerText()
  await page.getByRole('button', { name: 'Reset all' }).click()
  await page.getByText(order).waitFor({ state: 'detached' })
  await page.getByText('all online').waitFor()
  expect(shop.demo.clock.offsetMs).toBe(0)
})

test.each([360, 320, 280])('a phone of %i px has all of it without sideways scrolling', async (width) => {
  const session = await shop.newSession({ viewport: { width, height: 800 }, hasTouch: true })
  const page = await session.newPage()
  await page.goto(shop.demo.origin)
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await page.getByRole('button', { name: 'Break it' }).click()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  // Nothing touches the edge of the screen either.
  const edges = await page
    .locator('.header > *, .cart, .step')
    .evaluateAll((parts) => parts.map((part) => Math.round(part.getBoundingClientRect().right)))
  expect(edges.length).toBeGreaterThan(4)
  expect(Math.max(...edges)).toBeLessThanOrEqual(width - 16)
})

test('with an account at imoje no imitation runs, and the panel says that breaking things is off', async () => {
  const account = { ...shop.mock.credentials, apiUrl: shop.mock.origin }
  const demo = await startDemo({ page: 'built', port: 0, imoje: account })
  try {
    const session = await shop.newSession()
    const page = await session.newPage()
    await page.goto(demo.origin)
    await createShopper(page).method('blik').waitFor()
    await page.getByRole('button', { name: 'Break it' }).click()
    await page.getByText('breaking things is off').waitFor()
    expect(await page.getByLabel('Scenario').count()).toBe(0)
    expect((await fetch(`${demo.origin}/api/demo/state`)).status).toBe(404)
  } finally {
    await demo.close()
  }
})
