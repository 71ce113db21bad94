import { expect, it } from 'vitest'
import { prepareShop } from './prepare-shop.ts'

const shop = prepareShop('dev')

it(
  'hydrates in development mode, where React tells every difference, without one',
  { timeout: 120_000 },
  async () => {
    const { complaints, picker, reload } = await shop.open('/?grouping=none')
    await shop.desk.change({ scenario: 'bank-down' })
    const bank = picker('SSR-1').locator('[data-channel="pbl/mtransfer"]')
    await bank.locator('.till-row').click()
    await picker('SSR-1').locator('.till-pay').click()
    await bank.locator('.till-cool-down').waitFor()
    await reload()
    await bank.locator('.till-cool-down').waitFor()
    expect(complaints).toEqual([])
    expect(await shop.desk.lists()).toEqual([])
  },
)
