import type { BrowserContext, Locator, Page } from 'playwright-core'

/** One open page of the shop. */
export interface Tab {
  readonly page: Page
  /** What the page printed, threw, or was forbidden by its policy. */
  readonly complaints: readonly string[]
  /** How often this page asked for a list, whoever heard it. */
  listsAsked(): number
  /** Opens an address in it, and waits until its pickers answer. */
  goto(address: string): Promise<void>
  reload(): Promise<void>
  picker(orderId: string): Locator
  /** Chooses a bank, and pays. */
  payWith(orderId: string, bank: string): Promise<void>
  /** How many of its pickers say this of imoje as a whole. */
  countGateway(status: 'up' | 'down'): Promise<number>
  /** How many of its pickers have their list, or wait for imoje with it. */
  countLists(status: 'ready' | 'waiting'): Promise<number>
  /**
   * Hides or shows it. Every tab of a browser without windows is visible for good, so the page is told otherwise; its timers run on
   * all the same.
   */
  setVisible(isVisible: boolean): Promise<void>
  /**
   * Tells it what a browser tells a page that it keeps for Back, or shows again. One without windows keeps no page, so here the page
   * isn't frozen as well.
   */
  setKept(isKept: boolean): Promise<void>
}

export async function openTab(session: BrowserContext): Promise<Tab> {
  const page = await session.newPage()
  const complaints: string[] = []
  let asked = 0
  page.on('console', (message) => {
    const text = message.text()
    // The browser itself writes a line for each answer from 400 up; here those are what is tested.
    if (text.startsWith('Failed to load resource:') && message.location().url.includes('/api/')) return
    if (!isGreeting(text)) complaints.push(`${message.type()}: ${text}`)
  })
  page.on('pageerror', (error) => complaints.push(`thrown: ${error.message}`))
  page.on('request', (request) => {
    if (new URL(request.url()).pathname.endsWith('/payment-methods')) asked += 1
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
      reportError(new Error(`forbidden by ${violatedDirective}: ${blockedURI}`))
    })
  })
  const answers = (): Promise<void> => page.locator('html[data-hydrated]').waitFor()
  const picker = (orderId: string): Locator => page.getByRole('region', { name: orderId, exact: true })
  const setVisible = (isVisible: boolean): Promise<void> =>
    page.evaluate(
      (state) => {
        Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
        document.dispatchEvent(new Event('visibilitychange', { bubbles: true }))
      },
      isVisible ? 'visible' : 'hidden',
    )
  return {
    page,
    complaints,
    listsAsked: () => asked,
    goto: async (address) => {
      await page.goto(address)
      await answers()
    },
    reload: async () => {
      await page.reload()
      await answers()
    },
    picker,
    payWith: async (orderId, bank) => {
      await picker(orderId).locator('[data-method="pbl"] > .till-row').click()
      await picker(orderId).locator(`[data-channel="${bank}"] .till-row`).click()
      await picker(orderId).locator('.till-pay').click()
    },
    countGateway: (status) => page.locator(`.till-root[data-gateway="${status}"]`).count(),
    countLists: (status) => page.locator(`.till-root[data-list="${status}"]`).count(),
    setVisible,
    setKept: async (isKept) => {
      await page.evaluate(
        (type) => {
          window.dispatchEvent(new PageTransitionEvent(type, { persisted: true }))
        },
        isKept ? 'pagehide' : 'pageshow',
      )
      await setVisible(!isKept)
    },
  }
}

/** What Next.js and React say to whoever develops a page, whatever the page. */
const isGreeting = (said: string): boolean => /\[HMR\] connected|\[Fast Refresh\]|React DevTools/.test(said)
