import type { Locator, Page } from 'playwright-core'
import type { ScenarioName } from '@tillkit/mock-api'

/** A shopper at the checkout, who reads Polish unless told otherwise. */
export interface Shopper {
  readonly picker: Locator
  /** A bank's or another channel's row, by its id. */
  channel(id: string): Locator
  method(id: string): Locator
  /** Opens a method, or chooses it when it is a single channel. */
  open(method: string): Promise<void>
  /** Tries to choose a row that can't be used. */
  tryToChoose(channel: string): Promise<void>
  /** Opens online transfers and chooses a bank. */
  chooseBank(code: string): Promise<void>
  readonly payButton: Locator
  /** Pays and waits until the payment's own page is there. */
  payAtBank(): Promise<void>
  /** Opens the panel and moves time for mock, server and page. */
  waitMinutes(...minutes: readonly (1 | 5)[]): Promise<void>
  /** Breaks things in the panel. */
  setScenario(name: ScenarioName): Promise<void>
}

export function createShopper(page: Page): Shopper {
  const picker = page.locator('.till-root')
  const method = (id: string): Locator => picker.locator(`[data-method="${id}"]`)
  const channel = (id: string): Locator => picker.locator(`[data-channel="${id}"]`)
  const payButton = picker.locator('.till-pay')
  let ahead = 0

  const openPanel = async (): Promise<void> => {
    const handle = page.getByRole('button', { name: 'Break it' })
    if ((await handle.getAttribute('aria-expanded')) === 'false') await handle.click()
  }
  const open = (id: string): Promise<void> => method(id).locator('.till-row').first().click()

  return {
    picker,
    method,
    channel,
    payButton,
    open,
    // Forced: a label of something disabled is no place for a click, says Playwright; a shopper clicks all the same.
    tryToChoose: (id) => channel(id).locator('.till-row').click({ force: true }),
    async chooseBank(code) {
      await open('pbl')
      await channel(`pbl/${code}`).locator('.till-row').click()
    },
    async payAtBank() {
      await payButton.click()
      await page.waitForURL(/\/s\//)
    },
    async waitMinutes(...minutes) {
      await openPanel()
      for (const span of minutes) {
        ahead += span
        await page.getByRole('button', { name: `+${span} min` }).click()
        await page.getByText(`${ahead} min ahead`).waitFor()
      }
    },
    async setScenario(name) {
      await openPanel()
      await page.getByLabel('Scenario').selectOption(name)
      await page
        .locator('.panel')
        .getByText(says[name] ?? name, { exact: false })
        .first()
        .waitFor()
    },
  }
}

/** How the panel shows that a scenario is on. */
const says: Partial<Record<ScenarioName, string>> = {
  calm: 'Everything works.',
  'gateway-down': 'The whole API answers 503',
  'bank-down': 'Starting a payment with mBank answers 500 twice',
}

/** A text as it reads, whichever spaces stand in it. */
export async function readText(place: Locator): Promise<string> {
  return (await place.innerText()).replaceAll(/\s+/g, ' ')
}
