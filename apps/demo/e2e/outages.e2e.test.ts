import type { Locator, Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { timeZone, prepareDemo } from './demo-test.ts'
import { expectHeading } from './expect-heading.ts'
import { createShopper, readText, type Shopper } from './shopper.ts'
import { readWatched } from './watch-page.ts'

const shop = prepareDemo()
const minute = 60_000

/** A clock time as the page shows it, now or a minute ago: a test may run over a full minute. */
function clockTimes(at: number): RegExp {
  const format = new Intl.DateTimeFormat('pl', { timeStyle: 'short', timeZone })
  return new RegExp(`${format.format(at - minute)}|${format.format(at)}`)
}

async function failAtMBank(page: Page, shopper: Shopper): Promise<void> {
  await shopper.payButton.click()
  await page.locator('[data-channel="pbl/mtransfer"][data-availability="coolingDown"]').waitFor()
}

/** When the list was asked for at the imitation. */
const listTimes = (): readonly number[] =>
  shop.mock
    .journal()
    .filter(({ route }) => route === 'get-service')
    .map(({ at }) => at)

/** The outage and what came after it lie five minutes apart; the imitation's clock runs on while the page's stands still. */
function expectPauses([outage = Number.NaN, next = Number.NaN, ...more]: readonly number[]): void {
  expect(next - outage).toBeGreaterThanOrEqual(5 * minute)
  expect(next - outage).toBeLessThan(5.5 * minute)
  expect(more).toEqual([])
}

const usableCount = (shopper: Shopper): Promise<number> =>
  shopper.picker.locator('[data-usable="true"]').count()

test('bank-down: the bank that fails greys out with reason, clock time and countdown, and another one is paid', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  const usableBefore = await usableCount(shopper)
  await failAtMBank(page, shopper)

  const mBank = shopper.channel('pbl/mtransfer')
  expect(await mBank.innerText()).toMatch(/Chwilowo nie odpowiada/)
  expect(await mBank.innerText()).toMatch(clockTimes(shop.demo.clock.now() + 5 * minute))
  expect(await mBank.locator('.till-cool-down').innerText()).toMatch(/[45]:[0-5]\d/)
  expect(await shopper.picker.innerText()).toContain('Nic nie zostało pobrane.')
  expect(await usableCount(shopper)).toBe(usableBefore - 1)

  // Kept as chosen, but it can't be paid.
  const radio = mBank.getByRole('radio')
  expect(await radio.isChecked()).toBe(true)
  expect(await radio.getAttribute('aria-disabled')).toBe('true')
  expect(await radio.evaluate((input: HTMLInputElement) => input.validity.customError)).toBe(true)

  await shopper.channel('pbl/pekao24').locator('.till-row').click()
  await shopper.payAtBank()
  await page.getByText('Bank Pekao').waitFor()
  await page.getByRole('button', { name: 'Zapłać' }).click()
  await expectHeading(page, 'Zapłacone, dziękujemy')
})

test.each<[string, (page: Page, shopper: Shopper) => Promise<void>]>([
  ['a click', (_, shopper) => shopper.payButton.click()],
  ['Enter on the button', (_, shopper) => shopper.payButton.press('Enter')],
  ['Space on the button', (_, shopper) => shopper.payButton.press('Space')],
])('bank-down: the bank that fails can’t be paid by %s', async (_, press) => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await failAtMBank(page, shopper)
  await press(page, shopper)
  await page.locator('.till-root[data-attempt="blocked"]').waitFor()
  expect(shop.transactionRequests()).toBe(1)
})

test.each<[string, (page: Page, radio: Locator) => Promise<void>]>([
  ['Enter in the row', (_, radio) => radio.press('Enter')],
  ['Space in the row', (_, radio) => radio.press('Space')],
  ['Enter in a field of the form', (page) => page.getByLabel('Adres e-mail').press('Enter')],
  [
    'submission of the form',
    (page) => page.locator('form').evaluate((form: HTMLFormElement) => form.requestSubmit()),
  ],
])('bank-down: %s pays nothing', async (_, act) => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await failAtMBank(page, shopper)
  await act(page, shopper.channel('pbl/mtransfer').getByRole('radio'))
  await page.evaluate(() => fetch('/api/shop/config')) // whatever was sent before has arrived
  expect(shop.transactionRequests()).toBe(1)
  expect(await shopper.picker.locator('input[name="paymentChannel"]').count()).toBe(0)
})

test('bank-down: left with an arrow, the bank that fails can’t be chosen again by arrow, Space, Enter or click', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await failAtMBank(page, shopper)
  const radio = shopper.channel('pbl/mtransfer').getByRole('radio')
  await radio.press('ArrowDown')
  const other = shopper.picker.locator('.till-channels input:checked')
  const chosen = await other.inputValue()
  expect(chosen).not.toBe('pbl/mtransfer')

  await other.press('ArrowUp')
  expect(await radio.evaluate((input) => input === document.activeElement)).toBe(true)
  for (const key of ['Space', 'Enter']) await radio.press(key)
  await shopper.tryToChoose('pbl/mtransfer')
  expect(await radio.isChecked()).toBe(false)
  expect(await other.inputValue()).toBe(chosen)
  expect(shop.transactionRequests()).toBe(1)
})

test('bank-down: after five minutes the bank is a trial; a failed trial rests it ten; each is announced once', async () => {
  const page = await shop.open('/', 'bank-down')
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  await failAtMBank(page, shopper)
  const mBank = shopper.channel('pbl/mtransfer')

  await shopper.waitMinutes(1, 1, 1, 1)
  expect(await mBank.getAttribute('data-availability')).toBe('coolingDown')
  await shopper.waitMinutes(1)
  await page.locator('[data-channel="pbl/mtransfer"][data-availability="trial"]').waitFor()
  expect(await mBank.getAttribute('data-usable')).toBe('true')
  await page.getByText('mBank: znów', { exact: false }).first().waitFor({ state: 'attached' })
  const announcements = async (): Promise<readonly string[]> =>
    (await readWatched(page)).announced.filter((text) => text.includes('mBank: znów'))
  expect(await announcements()).toHaveLength(1)

  await failAtMBank(page, shopper)
  expect(await mBank.innerText()).toMatch(clockTimes(shop.demo.clock.now() + 10 * minute))
  await shopper.waitMinutes(5, 1, 1, 1, 1)
  expect(await mBank.getAttribute('data-availability')).toBe('coolingDown')
  expect(await announcements()).toHaveLength(1)
  await shopper.waitMinutes(1)
  await page.locator('[data-channel="pbl/mtransfer"][data-availability="trial"]').waitFor()
  await expect.poll(announcements).toHaveLength(2)
  await shopper.waitMinutes(1, 1) // what has been said stays said
  expect(await announcements()).toHaveLength(2)
  await shopper.payAtBank()
})

test('bank-flagged: the flagged bank is greyed from the first paint, with its own sentence', async () => {
  const page = await shop.open('/', 'bank-flagged')
  const shopper = createShopper(page)
  await shopper.open('pbl')
  await shopper.tryToChoose('pbl/ipko')
  const row = shopper.channel('pbl/ipko')
  expect(await row.innerText()).toContain('Chwilowa przerwa.')
  expect(await row.getByRole('radio').isChecked()).toBe(false)
  const { firstSeen } = await readWatched(page)
  expect(firstSeen['pbl/ipko']).toBe('outage')
  expect(firstSeen['pbl/mtransfer']).toBe('available')
})

test('limits: what the amount does not fit is greyed from the first paint, each with its own sentence', async () => {
  const page = await shop.open('/', 'limits')
  const shopper = createShopper(page)
  await shopper.open('pbl')
  const sentences = {
    'pbl/citi': 'Zamówienie przekracza limit o 117,69 zł.',
    'pbl/alior': 'Aby tak zapłacić, dodaj do zamówienia produkty za 783,31 zł.',
  }
  const { firstSeen } = await readWatched(page)
  for (const [id, sentence] of Object.entries(sentences)) {
    expect(firstSeen[id]).toBe('ineligible')
    expect(await readText(shopper.channel(id))).toContain(sentence)
  }
  expect(firstSeen['blik']).toBe('ineligible')
  expect(await readText(shopper.method('blik'))).toContain('Zamówienie przekracza limit o 166,69 zł.')
  expect(firstSeen['pbl/mtransfer']).toBe('available')
})

test('limits: a changed cart brings back what it fits, without asking for the list again', async () => {
  const page = await shop.open()
  const shopper = createShopper(page)
  const instalments = shopper.method('imoje_installments')
  await instalments.waitFor()
  expect(await instalments.getAttribute('data-availability')).toBe('ineligible')
  await page.getByRole('button', { name: 'Dodaj do koszyka: Młynek ręczny' }).click()
  await page.locator('[data-method="imoje_installments"][data-usable="true"]').waitFor()
  expect(shop.listRequests()).toEqual({ shop: 1, imoje: 1 })
})

test('gateway-down: one banner, no request for five minutes, then exactly one GET, then all is back', async () => {
  const page = await shop.open('/', 'gateway-down', (opened) => opened.clock.install())
  const shopper = createShopper(page)
  const banner = shopper.picker.locator('.till-banner')
  await banner.waitFor()
  expect(await banner.count()).toBe(1)
  expect(await banner.innerText()).toContain('Płatności imoje mają przerwę.')
  expect(await banner.innerText()).toMatch(clockTimes(shop.demo.clock.now() + 5 * minute))
  expect(shop.listRequests()).toEqual({ shop: 1, imoje: 1 })

  const outage = listTimes()[0] ?? Number.NaN
  await shop.moveTo(page, outage + 4 * minute + 59_000)
  expect(shop.listRequests()).toEqual({ shop: 1, imoje: 1 })
  shop.mock.setScenario('calm')
  await shop.moveTo(page, outage + 5 * minute + 2_000)
  await banner.waitFor({ state: 'detached' })
  await shopper.method('blik').waitFor()
  await shop.moveTo(page, outage + 6 * minute + 2_000)
  expect(shop.listRequests()).toEqual({ shop: 2, imoje: 2 })
  expectPauses(listTimes())
  expect(shop.transactionRequests()).toBe(0)
  await page.clock.resume()
  await shopper.chooseBank('mtransfer')
  await shopper.payAtBank()
})

test('gateway-down while paying: every row rests behind one banner, and what was chosen stays chosen', async () => {
  const page = await shop.open('/', 'calm', (opened) => opened.clock.install())
  const shopper = createShopper(page)
  await shopper.chooseBank('mtransfer')
  shop.mock.setScenario('gateway-down')
  await shopper.payButton.click()
  const banner = shopper.picker.locator('.till-banner')
  await banner.waitFor()
  expect(await usableCount(shopper)).toBe(0)
  expect(await shopper.channel('pbl/mtransfer').getByRole('radio').isChecked()).toBe(true)
  const before = shop.listRequests()

  const outage = shop.mock.journal().find(({ route }) => route === 'create-transaction')?.at ?? Number.NaN
  await shop.moveTo(page, outage + 4 * minute + 59_000)
  expect(shop.listRequests()).toEqual(before)
  shop.mock.setScenario('calm')
  await shop.moveTo(page, outage + 5 * minute + 2_000)
  await banner.waitFor({ state: 'detached' })
  await shop.moveTo(page, outage + 6 * minute + 2_000)
  expect(shop.listRequests()).toEqual({ shop: before.shop + 1, imoje: before.imoje + 1 })
  expectPauses([outage, listTimes().at(-1) ?? Number.NaN])
  expect(shop.transactionRequests()).toBe(1)
})
