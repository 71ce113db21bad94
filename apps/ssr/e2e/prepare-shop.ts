import { launchOptions } from '@tillkit/tooling/browser'
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { createShopDesk, type ShopDesk } from './shop-desk.ts'
import { startNext, type RunningNext } from './start-next.ts'
import { openTab, type Tab } from './tab.ts'

/** What a test file has: the shop, run by Next.js, and a browser that knows nothing of it before each test. */
export interface TestShop {
  readonly origin: string
  readonly desk: ShopDesk
  readonly session: BrowserContext
  /** A browser without JavaScript: it shows the first HTML and nothing else. */
  openWithoutScripts(path: string): Promise<Page>
  /** Opens a tab of the session, with a page of the shop in it that answers. */
  open(path: string): Promise<Tab>
}

interface Options {
  /** The browser keeps pages for Back, if it can. @defaultValue false */
  readonly keepsPages?: boolean
}

/** Whatever a page prints, throws or is forbidden by its policy fails the test. */
export function prepareShop(mode: 'start' | 'dev', { keepsPages = false }: Options = {}): TestShop {
  let next: RunningNext
  let browser: Browser
  let session: BrowserContext
  let desk: ShopDesk
  let tabs: Tab[] = []

  beforeAll(async () => {
    next = await startNext(mode)
    desk = createShopDesk(next.origin)
    const ignoreDefaultArgs = keepsPages ? ['--disable-back-forward-cache'] : []
    browser = await chromium.launch({ ...(await launchOptions()), ignoreDefaultArgs })
  })

  beforeEach(async () => {
    await desk.renew()
    session = await browser.newContext({ locale: 'pl-PL', timezoneId: 'Europe/Warsaw' })
    // In development the first page is built while it is waited for.
    session.setDefaultTimeout(mode === 'dev' ? 100_000 : 50_000)
  })

  afterEach(async () => {
    await Promise.all(browser.contexts().map((each) => each.close()))
    const complaints = tabs.flatMap((tab) => tab.complaints)
    tabs = []
    expect(complaints).toEqual([])
  })

  afterAll(async () => {
    await browser?.close()
    await next?.stop()
  })

  return {
    get origin() {
      return next.origin
    },
    get desk() {
      return desk
    },
    get session() {
      return session
    },
    openWithoutScripts: async (path) => {
      const page = await browser.newPage({ javaScriptEnabled: false })
      await page.goto(next.origin + path)
      return page
    },
    open: async (path) => {
      const tab = await openTab(session)
      tabs.push(tab)
      await tab.goto(next.origin + path)
      return tab
    },
  }
}
