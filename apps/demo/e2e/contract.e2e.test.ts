import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ScenarioName } from '@tillkit/mock-api'
import type { BrowserContext } from 'playwright-core'
import { expect, test } from 'vitest'
import { prepareDemo } from './demo-test.ts'
import { createShopper, readText } from './shopper.ts'

const shop = prepareDemo()

test('validation: the message stands at its field, in the shop’s words, and goes when the field changes', async () => {
  const page = await shop.open('/', 'validation')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
  // The other error is about a field that no page has: one sentence says so, and none of imoje's words is read.
  expect(await readText(shopper.picker)).toContain('Nie przyjęto danych, o które ta strona nie pyta.')
  expect(await readText(page.locator('main'))).not.toMatch(/vatStatus|The value is required/)

  const email = page.getByLabel('Adres e-mail')
  const problem = page.locator('#customer-email-problem')
  await problem.waitFor()
  expect(await problem.innerText()).toBe(
    'Tego adresu nie udało się użyć do płatności. Sprawdź go albo wpisz inny.',
  )
  expect(await email.getAttribute('aria-invalid')).toBe('true')
  expect(await email.getAttribute('aria-describedby')).toBe('customer-email-problem')
  expect(await email.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await page.locator('main').innerText()).not.toContain('The address does not exist.')
  expect(await shopper.channel('pbl/mtransfer').getAttribute('data-usable')).toBe('true')

  await email.fill('maja@example.org')
  await problem.waitFor({ state: 'detached' })
  shop.mock.setScenario('calm')
  await shopper.payAtBank()
})

test('validation: the shop’s own form is checked before anything is sent', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  const lastName = page.getByLabel('Nazwisko')
  await lastName.fill('')
  await shopper.payButton.click()
  await page.locator('#customer-lastName-problem').waitFor()
  expect(await lastName.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(shop.transactionRequests()).toBe(0)

  await lastName.fill('Wilczek-Nowa')
  await shopper.payAtBank()
})

test('validation: what the shop’s own backend refuses is marked at its field too', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await page.route('**/api/payments/transactions', (route) =>
    route.fulfill({
      status: 422,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: 'invalid-request', field: 'customer.firstName' }),
    }),
  )
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  const problem = page.locator('#customer-firstName-problem')
  await problem.waitFor()
  expect(await problem.innerText()).toContain('Tego imienia nie udało się użyć do płatności.')
  const firstName = page.getByLabel('Imię')
  expect(await firstName.getAttribute('aria-invalid')).toBe('true')
  expect(await firstName.evaluate((field) => field === document.activeElement)).toBe(true)
  expect(await readText(shopper.picker)).toContain('Nic nie zostało pobrane.')
  expect(await readText(shopper.picker)).not.toContain('o co ta strona nie pyta')
})

test('the form that could not be saved is said where the shopper pressed pay, and nothing is sent', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await page.route('**/customer', (route) => route.fulfill({ status: 500, body: '{}' }))
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  const note = page.getByText('Twoje dane się nie zapisały')
  await note.waitFor()
  const distance = await note.evaluate(
    (element, button) => {
      if (!(button instanceof Element)) return Number.NaN
      return element.getBoundingClientRect().top - button.getBoundingClientRect().bottom
    },
    await shopper.payButton.elementHandle(),
  )
  expect(distance).toBeGreaterThanOrEqual(0)
  expect(distance).toBeLessThan(40)
  expect(await shopper.payButton.evaluate((button) => button === document.activeElement)).toBe(true)
  expect(shop.transactionRequests()).toBe(0)

  await page.unroute('**/customer')
  await shopper.payAtBank()
})

test('offline, paying waits: nothing is sent, not even the form, and the page says why', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.url()))
  await page.context().setOffline(true)
  await page.locator('.till-root[data-gateway="offline"]').waitFor()
  await shopper.payButton.click({ force: true }) // the button is dimmed, says Playwright; a shopper clicks all the same
  await page.locator('.till-root[data-attempt="blocked"]').waitFor()
  expect(await readText(shopper.picker)).toContain('Brak połączenia z internetem.')
  expect(sent).toEqual([])

  await page.context().setOffline(false)
  await page.locator('.till-root[data-gateway="up"]').waitFor()
  await shopper.payAtBank()
})

test('malformed: what can be shown is shown, and the page never goes blank', async () => {
  const page = await shop.open('/', 'malformed')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  expect(await shopper.picker.locator('[data-method]').count()).toBeGreaterThanOrEqual(5)
  expect(await shopper.picker.locator('[data-channel]').count()).toBeGreaterThanOrEqual(5)

  await shopper.payButton.click()
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
  expect(await page.getByRole('heading', { name: 'Zamówienie', exact: true }).isVisible()).toBe(true)
  expect(await shopper.payButton.isVisible()).toBe(true)
  expect(await shopper.picker.innerText()).toContain('Strona płatności nie otworzyła się.')
})

test('secrets: no token, merchant id, service id or service key in any byte sent to a browser', async () => {
  const secrets: readonly [string, string][] = Object.entries(shop.mock.credentials)
  expect(secrets.map(([name]) => name).toSorted()).toEqual(['merchantId', 'serviceId', 'serviceKey', 'token'])
  const texts: Received[] = []
  const scenarios: ScenarioName[] = [
    'calm',
    'bank-down',
    'validation',
    'malformed',
    'gateway-down',
    'misconfigured',
  ]
  for (const scenario of scenarios) {
    // Another shopper, at a shop that has seen nothing yet: what is known of a failure is kept by both.
    shop.mock.setScenario('calm')
    shop.demo.shop.reset()
    const session = await shop.newSession()
    await recordBytes(session, texts)
    const page = await session.newPage()
    await page.goto(shop.demo.origin)
    const shopper = createShopper(page)
    await shopper.chooseBank('mtransfer')
    await page.getByRole('button', { name: 'Break it' }).click()
    await page.locator('[data-list-requests]').waitFor()
    shop.mock.setScenario(scenario)
    await shopper.payButton.click()
    if (scenario === 'calm') {
      await page.waitForURL(/\/s\//)
      await page.getByRole('button', { name: 'Zapłać' }).click()
      await page.getByRole('heading', { name: 'Zapłacone, dziękujemy' }).waitFor()
      await page.getByRole('button', { name: 'Kup coś jeszcze' }).click()
      await shopper.method('blik').waitFor()
    } else {
      await page.locator('.till-root[data-attempt="failed"]').waitFor()
      await page.reload()
      await page.locator('.till-root:not([data-list="loading"])').waitFor()
    }
    await page.close()
  }

  expect(texts.length).toBeGreaterThan(50)
  expect(texts.some(({ text }) => text.includes('Bank Millennium'))).toBe(true) // the net does catch
  for (const [name, secret] of secrets)
    expect(texts.filter(({ text }) => text.includes(secret)).map(({ url }) => `${name} in ${url}`)).toEqual(
      [],
    )
})

test('secrets: the built files hold none either', async () => {
  const folder = fileURLToPath(new URL('../dist', import.meta.url))
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.includes('.'))
  expect(names.length).toBeGreaterThan(3)
  for (const name of names) {
    const text = await readFile(join(folder, name), 'latin1')
    for (const secret of Object.values(shop.mock.credentials)) expect(text).not.toContain(secret)
  }
})

interface Received {
  readonly url: string
  readonly text: string
}

/** Every address, header and body on its way to a session's pages: each is read here before a page gets it, so none is missed. */
async function recordBytes(session: BrowserContext, received: Received[]): Promise<void> {
  await session.route('**', async (route) => {
    const url = route.request().url()
    const response = await route.fetch({ maxRedirects: 0 })
    const headers = JSON.stringify(response.headersArray())
    const body = await response.body()
    received.push({ url, text: `${url}\n${headers}\n${body.toString('latin1')}` })
    await route.fulfill({ response })
  })
}
