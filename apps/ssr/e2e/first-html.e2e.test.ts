import { mockCredentials } from '@tillkit/mock-api'
import { describe, expect, it } from 'vitest'
import { prepareShop } from './prepare-shop.ts'

const shop = prepareShop('start')

/** As a shopper reads them: what fits the order first. ING is one of the banks. */
const methodNames = [
  'BLIK',
  'Szybki przelew',
  'Karta płatnicza',
  'Portfel cyfrowy',
  'Kup teraz, zapłać później',
  'Przelew tradycyjny',
  'Raty',
  'Leasing',
]

/** What stands in the HTML itself: scripts carry the list too, as data. */
async function readMarkup(path: string): Promise<string> {
  const html = await (await fetch(shop.origin + path)).text()
  return html.replaceAll(/<script.*?<\/script>/gs, '')
}

/** The names of all channels that imoje lists for this order, as the shop's backend tells them. */
async function readListedNames(): Promise<readonly string[]> {
  const answer = await fetch(`${shop.origin}/api/payments/payment-methods?orderId=SSR-1&locale=pl`)
  const { service } = (await answer.json()) as { service: { paymentMethods: ListedRow[] } }
  return service.paymentMethods
    .filter(({ isActive, currency }) => isActive && currency === 'PLN')
    .filter(({ paymentMethodCode }) => !/^(oneclick|recurring)$/.test(paymentMethodCode))
    .map(({ description }) => description)
}

interface ListedRow {
  readonly paymentMethodCode: string
  readonly description: string
  readonly currency: string
  readonly isActive: boolean
}

describe('the first HTML', () => {
  it('names every method', async () => {
    const page = await shop.openWithoutScripts('/')
    expect(await page.locator('.till-row__name').allInnerTexts()).toEqual(methodNames)
  })

  it('names every channel where they stand in one list', async () => {
    const listed = await readListedNames()
    expect(listed.length).toBeGreaterThanOrEqual(30)
    const page = await shop.openWithoutScripts('/?grouping=none')
    const shown = await page.locator('.till-row__name').allInnerTexts()
    expect(shown.toSorted()).toEqual(listed.toSorted())
  })

  it('greys the bank that imoje flagged, and says why', async () => {
    const page = await shop.openWithoutScripts('/?grouping=none')
    const row = page.locator('[data-channel="pbl/ipko"]')
    expect(await row.getAttribute('data-availability')).toBe('outage')
    expect(await row.getByRole('radio').getAttribute('aria-disabled')).toBe('true')
    expect((await row.innerText()).split('\n')).toEqual(
      expect.arrayContaining(['PKO BP iPKO', 'Chwilowa przerwa.', 'Niedostępne']),
    )
    const works = page.locator('[data-channel="pbl/mtransfer"]')
    expect(await works.getByRole('radio').getAttribute('aria-disabled')).toBeNull()
  })

  it.each(['/', '/?grouping=none', '/many'])(
    'of %s holds no time of day, countdown or style',
    async (path) => {
      const markup = await readMarkup(path)
      expect(markup).toContain('till-row__name')
      expect(markup).not.toMatch(/\d:\d\d/)
      expect(markup).not.toContain('till-cool-down')
      expect(markup).not.toMatch(/\sstyle=|<style/)
    },
  )

  it('holds none of the shop’s secrets, its scripts included', async () => {
    const html = await (await fetch(shop.origin)).text()
    expect(html).toContain('pbl/mtransfer')
    for (const secret of Object.values(mockCredentials)) expect(html).not.toContain(secret)
  })

  it('holds no list for a shopper who may not see the order', async () => {
    const answer = await fetch(shop.origin, { headers: { cookie: 'session=over' } })
    const html = await answer.text()
    expect(html).toContain('till-root')
    expect(html).not.toContain('pbl/mtransfer')
  })
})

describe('a page with the list in its first HTML', () => {
  it('takes it over without a word, and asks for no other', async () => {
    const { page, complaints, listsAsked } = await shop.open('/')
    await page.getByRole('radio', { name: 'BLIK' }).check()
    await page.evaluate(() => window.dispatchEvent(new Event('focus')))
    await page.getByRole('radio', { name: 'Szybki przelew' }).check()
    await page.getByRole('radio', { name: 'mBank' }).waitFor()
    expect(complaints).toEqual([])
    expect(listsAsked()).toBe(0)
    expect(await shop.desk.lists()).toEqual([])
  })

  it('keeps to a strict policy, whatever the picker shows', async () => {
    const answer = await fetch(shop.origin)
    expect(answer.headers.get('content-security-policy')).toMatch(
      /script-src 'nonce-[\w-]+' 'strict-dynamic'; style-src 'self'; img-src 'self' data:;/,
    )
    const { page, complaints, picker, payWith } = await shop.open('/')
    await shop.desk.change({ scenario: 'bank-down' })
    await payWith('SSR-1', 'pbl/mtransfer')
    await picker('SSR-1').locator('.till-cool-down').waitFor()
    await page.getByLabel('Znajdź swój bank').fill('pko')
    expect(complaints).toEqual([])
  })

  it('shows what an earlier visit saw fail, once it has taken over', async () => {
    const { complaints, picker, reload } = await shop.open('/?grouping=none')
    await shop.desk.change({ scenario: 'bank-down' })
    const row = picker('SSR-1').locator('[data-channel="pbl/mtransfer"]')
    await row.locator('.till-row').click()
    await picker('SSR-1').locator('.till-pay').click()
    await row.locator('.till-cool-down').waitFor()

    expect(await readMarkup('/?grouping=none')).toMatch(/data-channel="pbl\/mtransfer"[^>]*"available"/)
    await reload()
    await row.locator('.till-cool-down').waitFor()
    expect(await row.getAttribute('data-availability')).toBe('coolingDown')
    expect(complaints).toEqual([])
  })
})
