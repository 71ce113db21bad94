// Takes pictures of the shop in every state worth looking at, at phone and desktop size, light and dark, in both languages.
// `pnpm --filter demo screenshots <folder>`; a second argument takes only the pictures whose names hold it.
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { argv, exit, stderr } from 'node:process'
import type { ScenarioName } from '@tillkit/mock-api'
import { launchOptions } from '@tillkit/tooling/browser'
import { chromium, type Page } from 'playwright-core'
import { startDemo } from '../server/start-demo.ts'
import { setup as buildPage } from './build-page.ts'
import { createShopper, type Shopper } from './shopper.ts'

interface Scene {
  readonly name: string
  readonly scenario: ScenarioName
  /** Brings the page to the state the picture is of. */
  readonly play: (page: Page, shopper: Shopper) => Promise<void>
}

const pay = async (page: Page, shopper: Shopper): Promise<void> => {
  await shopper.chooseBank('mtransfer')
  await shopper.payButton.click()
  await page.locator('.till-root[data-attempt="failed"]').waitFor()
}
const endAtBank =
  (button: number) =>
  async (page: Page, shopper: Shopper): Promise<void> => {
    await shopper.chooseBank('ipko')
    await shopper.payAtBank()
    await page.locator('form button').nth(button).click()
    await page.locator('.result:not([data-result="asking"])').waitFor()
  }

const scenes: readonly Scene[] = [
  { name: 'calm', scenario: 'calm', play: (_, shopper) => shopper.method('blik').waitFor() },
  { name: 'calm-banks', scenario: 'calm', play: (_, shopper) => shopper.chooseBank('mtransfer') },
  { name: 'bank-down', scenario: 'bank-down', play: pay },
  { name: 'bank-flagged', scenario: 'bank-flagged', play: (_, shopper) => shopper.open('pbl') },
  {
    name: 'gateway-down',
    scenario: 'gateway-down',
    play: (_, shopper) => shopper.picker.locator('.till-banner').waitFor(),
  },
  { name: 'limits', scenario: 'limits', play: (_, shopper) => shopper.open('pbl') },
  { name: 'validation', scenario: 'validation', play: pay },
  { name: 'malformed', scenario: 'malformed', play: pay },
  { name: 'result-paid', scenario: 'calm', play: endAtBank(0) },
  {
    name: 'result-leftovers',
    scenario: 'calm',
    play: async (page, shopper) => {
      await shopper.chooseBank('ipko')
      await shopper.payAtBank()
      const other = await page.context().newPage()
      await other.goto(demo.origin)
      await other.locator('.offers button').click()
      await other.locator('[data-total="56569"]').waitFor()
      await page.bringToFront()
      await page.locator('form button').first().click()
      await page.locator('.result[data-result="paid"]').waitFor()
    },
  },
  { name: 'result-failed', scenario: 'calm', play: endAtBank(1) },
  {
    name: 'result-unpaid',
    scenario: 'calm',
    play: async (page) => {
      const order = (await page.locator('.checkout-title .quiet').innerText()).split(': ')[1] ?? ''
      await page.goto(`${new URL(page.url()).origin}/result?order=${order}`)
      await page.locator('.result[data-result="none"]').waitFor()
    },
  },
  {
    name: 'not-saved',
    scenario: 'calm',
    play: async (page, shopper) => {
      await page.route('**/customer', (route) => route.fulfill({ status: 500, body: '{}' }))
      await shopper.chooseBank('mtransfer')
      await shopper.payButton.click()
      await page.locator('.step > .field-problem:not(:empty)').waitFor()
    },
  },
  {
    name: 'gateway-down-paying',
    scenario: 'calm',
    play: async (page, shopper) => {
      await shopper.chooseBank('mtransfer')
      demo.imitation?.mock.setScenario('gateway-down')
      await shopper.payButton.click()
      await page.locator('.till-root[data-attempt="failed"]').waitFor()
    },
  },
  {
    name: 'panel',
    scenario: 'bank-down',
    play: async (page, shopper) => {
      await pay(page, shopper)
      await shopper.waitMinutes(1)
    },
  },
]

const sizes = { phone: { width: 360, height: 800 }, desktop: { width: 1280, height: 900 } }
const [, , folder, only = ''] = argv
if (!folder) {
  stderr.write('Say where to: pnpm --filter demo screenshots <folder>\n')
  exit(1)
}

await mkdir(folder, { recursive: true })
await buildPage()
const demo = await startDemo({ page: 'built', port: 0 })
const browser = await chromium.launch(await launchOptions())
try {
  for (const scene of scenes)
    for (const size of ['phone', 'desktop'] as const)
      for (const [colorScheme, locale] of [
        ['light', 'pl-PL'],
        ['dark', 'en-GB'],
      ] as const) {
        const name = `${scene.name}-${size}-${colorScheme}`
        if (!name.includes(only)) continue
        demo.imitation?.mock.reset()
        demo.clock.jumpTo(0)
        demo.shop.reset()
        demo.imitation?.mock.setScenario(scene.scenario)
        const session = await browser.newContext({ viewport: sizes[size], colorScheme, locale })
        const page = await session.newPage()
        await page.goto(demo.origin)
        await scene.play(page, createShopper(page))
        await page.screenshot({ path: join(folder, `${name}.png`), fullPage: scene.name !== 'panel' })
        await session.close()
      }
} finally {
  await browser.close()
  await demo.close()
}
