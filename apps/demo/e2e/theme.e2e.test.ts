import { readFileSync } from 'node:fs'
import { launchOptions } from '@tillkit/tooling/browser'
import { chromium, type Browser, type Page, type Route } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startDemo, type Demo } from '../server/start-demo.ts'

/** What the showroom's workshop writes, and what it comes to there; `theme-workshop.browser.test.tsx` keeps it. */
interface MadeTheme {
  readonly made: Readonly<Record<string, string>>
  readonly css: string
  readonly appearance: string
}

const theme = JSON.parse(
  readFileSync(
    new URL('../../../packages/components/src/stories/showroom/made-theme.json', import.meta.url),
    'utf8',
  ),
) as MadeTheme

let demo: Demo | undefined
let browser: Browser | undefined

beforeAll(async () => {
  demo = await startDemo({ page: 'source', port: 0 })
  browser = await chromium.launch(await launchOptions())
})
afterAll(async () => {
  await browser?.close()
  await demo?.close()
})

/** Pastes text into one of the demo's own files, as it is served, in the place of what is there. */
const paste = (what: RegExp, text: string) => async (route: Route) => {
  const response = await route.fetch()
  const source = await response.text()
  expect(source).toMatch(what)
  await route.fulfill({ response, body: source.replace(what, (found) => found.charAt(0) + text) })
}

const pasteProp = (appearance: string) => paste(/\sappearance: \{[^}]*\}/, `appearance: ${appearance}`)
const pasteRule = (css: string) => paste(/"(?=\.)/, JSON.stringify(`${css}\n`).slice(1, -1))

const readTokens = async (page: Page): Promise<Readonly<Record<string, string>>> => {
  await page.locator('.till-root [data-method]').first().waitFor()
  return page.locator('.till-root').evaluate((root, names) => {
    const computed = getComputedStyle(root)
    return Object.fromEntries(names.map((name) => [name, computed.getPropertyValue(name)]))
  }, Object.keys(theme.made))
}

const open = async (prepare: (page: Page) => Promise<unknown>): Promise<Page> => {
  if (!browser || !demo) throw new Error('The demo runs only while a test does.')
  const page = await browser.newPage()
  // The first page is put together while it is waited for.
  page.setDefaultTimeout(100_000)
  await prepare(page)
  await page.goto(demo.origin)
  return page
}

const [, preset = ''] = /appearance=\{(\{.*?\})\}/.exec(theme.css) ?? []

test('the demo has a look of its own', async () => {
  const page = await open(() => Promise.resolve())
  expect(await readTokens(page)).not.toEqual(theme.made)
})

test('a theme made in the workshop is the same pasted into the demo as the appearance object', async () => {
  const page = await open((page) => page.route('**/src/checkout-page.tsx*', pasteProp(theme.appearance)))
  expect(await readTokens(page)).toEqual(theme.made)
})

test('a theme made in the workshop is the same pasted into the demo as CSS', async () => {
  const page = await open(async (page) => {
    await page.route('**/src/styles/checkout.css*', pasteRule(theme.css))
    await page.route('**/src/checkout-page.tsx*', pasteProp(preset))
  })
  expect(await readTokens(page)).toEqual(theme.made)
})
