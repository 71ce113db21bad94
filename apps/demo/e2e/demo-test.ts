import type { ControlState, MockImoje, ScenarioName } from '@tillkit/mock-api'
import { launchOptions } from '@tillkit/tooling/browser'
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { startDemo, type Demo } from '../server/start-demo.ts'
import { watchPage } from './watch-page.ts'

/** What a test file has: a running demo of its own, and a browser. */
export interface DemoTest {
  readonly demo: Demo
  readonly mock: MockImoje
  /** Opens a page of the shop in the test's browser session. `prepare` has the page before anything is loaded. */
  open(path?: string, scenario?: ScenarioName, prepare?: (page: Page) => Promise<void>): Promise<Page>
  /** Another shopper. */
  newSession(options?: BrowserContextOptions): Promise<BrowserContext>
  /** Requests for the list: at the shop's backend, and at the imitation. */
  listRequests(): { readonly shop: number; readonly imoje: number }
  /** Transactions that were asked for at the imitation. */
  transactionRequests(): number
  /** The transactions that were made at the imitation. */
  readTransactions(): Promise<ControlState['transactions']>
  /**
   * Moves the imitation, the shop's server and a page whose clock is installed to the same moment.
   * @param at epoch milliseconds
   */
  moveTo(page: Page, at: number): Promise<void>
}

export const timeZone = 'Europe/Warsaw'
const sessionOptions = { locale: 'pl-PL', timezoneId: timeZone, viewport: { width: 1280, height: 900 } }

/**
 * Starts the built demo and a browser for a test file; every test gets everything as new and an own session. Whatever a page prints,
 * throws or is forbidden by its policy fails the test.
 */
export function prepareDemo(): DemoTest {
  let demo: Demo | undefined
  let browser: Browser | undefined
  let sessions: BrowserContext[] = []
  let complaints: string[] = []

  const running = (): Demo & { readonly imitation: NonNullable<Demo['imitation']> } => {
    if (!demo?.imitation) throw new Error('The demo runs only while a test does.')
    return { ...demo, imitation: demo.imitation }
  }
  const newSession = async (options: BrowserContextOptions = {}): Promise<BrowserContext> => {
    if (!browser) throw new Error('The browser runs only while a test does.')
    const session = await browser.newContext({ ...sessionOptions, ...options })
    session.setDefaultTimeout(50_000)
    await watchPage(session, (complaint) => complaints.push(complaint))
    sessions.push(session)
    return session
  }
  const requests = (route: string): number =>
    running()
      .imitation.mock.journal()
      .filter((entry) => entry.route === route).length

  beforeAll(async () => {
    demo = await startDemo({ page: 'built', port: 0 })
    browser = await chromium.launch(await launchOptions())
  })

  beforeEach(() => {
    const { imitation, clock, shop } = running()
    imitation.mock.reset()
    clock.jumpTo(0)
    shop.reset()
    complaints = []
  })

  afterEach(async () => {
    await Promise.all(sessions.map((session) => session.close()))
    sessions = []
    expect(complaints).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await demo?.close()
  })

  return {
    get demo() {
      return running()
    },
    get mock() {
      return running().imitation.mock
    },
    async open(path = '/', scenario, prepare) {
      if (scenario) running().imitation.mock.setScenario(scenario)
      const session = sessions[0] ?? (await newSession())
      const page = await session.newPage()
      await prepare?.(page)
      await page.goto(running().origin + path)
      return page
    },
    newSession,
    listRequests: () => ({ shop: running().shop.listRequests(), imoje: requests('get-service') }),
    transactionRequests: () => requests('create-transaction'),
    async readTransactions() {
      const answer = await fetch(`${running().imitation.origin}/__control/state`)
      return ((await answer.json()) as ControlState).transactions
    },
    async moveTo(page, at) {
      const { origin, clock } = running()
      const body = JSON.stringify({ advanceMs: at - clock.now() })
      expect((await fetch(`${origin}/api/demo/clock`, { method: 'POST', body })).status).toBe(200)
      await page.clock.pauseAt(at)
      // Whatever the page sent at that moment has arrived before this answer.
      await page.evaluate(() => fetch('/api/shop/config'))
    },
  }
}
