import { describe, expect, it } from 'vitest'
import { startAt, testShop } from './shop.test.helper.ts'

describe('the page of a transaction', () => {
  it.each([
    ['pay', 'settled', 'https://shop.test/paid'],
    ['refuse', 'rejected', 'https://shop.test/not-paid'],
    ['cancel', 'cancelled', 'https://shop.test/not-paid'],
  ])('ends it on %s as %s, tells the shop, then leads back', async (outcome, status, address) => {
    const shop = testShop()
    const { transaction, action } = await shop.started()
    const left = await shop.press(action.url, { outcome })
    expect(left.status).toBe(303)
    expect(left.headers.get('location')).toBe(address)
    expect(shop.notifications).toHaveLength(1)
    expect(JSON.parse(shop.notifications[0]?.rawBody ?? '')).toMatchObject({
      transaction: { id: transaction.id, status, orderId: 'A-1001' },
      payment: { id: transaction.payment.id, status, amount: 19_900 },
    })
    const read = await shop.read(transaction.id)
    expect(read.status).toBe(status)
  })

  it("shows the order, the amount and the channel in the customer's language", async () => {
    const shop = testShop()
    const page = async (locale: string) => {
      const customer = { firstName: 'Ada', lastName: 'Łuk', email: 'ada@example.test', locale }
      const { action } = await shop.started({ customer })
      return (await shop.mock.fetch(action.url)).text()
    }
    const english = await page('en')
    expect(english).toContain('lang="en"')
    for (const text of ['A-1001', 'PLN 199.00', 'mBank', 'Pay', 'Refuse', 'Cancel']) {
      expect(english.replaceAll('\u00a0', ' ')).toContain(text)
    }
    const polish = await page('pl')
    for (const text of ['199,00 zł', 'Zapłać', 'Odmów', 'Anuluj']) {
      expect(polish.replaceAll('\u00a0', ' ')).toContain(text)
    }
  })

  it('makes the transaction pending once it is opened', async () => {
    const shop = testShop()
    const { transaction, action } = await shop.started()
    await shop.mock.fetch(action.url)
    const read = await shop.read(transaction.id)
    expect(read.status).toBe('pending')
  })

  it('ends once only', async () => {
    const shop = testShop()
    const { action } = await shop.started()
    await shop.press(action.url, { outcome: 'refuse' })
    const again = await shop.press(action.url, { outcome: 'pay' })
    expect(again.status).toBe(409)
    expect(await again.text()).toContain('refused')
    expect(shop.notifications).toHaveLength(1)
    expect((await shop.mock.fetch(action.url)).status).toBe(200)
  })

  it('ends once even when two presses come together', async () => {
    const shop = testShop()
    const { action } = await shop.started()
    await Promise.all([
      shop.press(action.url, { outcome: 'pay' }),
      shop.press(action.url, { outcome: 'refuse' }),
    ])
    expect(shop.notifications).toHaveLength(1)
  })

  it('cannot be paid after validTo', async () => {
    const shop = testShop()
    const { action } = await shop.started({ validTo: startAt / 1000 + 900 })
    shop.mock.advanceClock(901_000)
    const late = await shop.press(action.url, { outcome: 'pay' })
    expect(late.status).toBe(410)
    expect(await late.text()).toContain('The time to pay is over.')
    expect(shop.notifications).toEqual([])
  })

  it('opens only by the form its action asks for', async () => {
    const shop = testShop()
    const { action } = await shop.started({ paymentMethodCode: 'alior' })
    expect((await shop.mock.fetch(action.url)).status).toBe(405)
    expect((await shop.press(action.url, { session: 'guessed' })).status).toBe(400)
    const opened = await shop.mock.fetch(action.url, {
      method: action.method,
      headers: { 'content-type': action.contentType },
      body: action.contentBodyRaw,
    })
    expect(await opened.text()).toContain('Alior Bank')
  })

  it('escapes what the shop sent', async () => {
    const shop = testShop()
    const payment = await shop.linked({ returnUrl: 'https://shop.test/?a="><b>' })
    const page = await (await shop.mock.fetch(payment.url)).text()
    expect(page).not.toContain('"><b>')
    expect(page).toContain('&#34;&#62;&#60;b&#62;')
  })

  it('says so when there is no such payment', async () => {
    expect((await testShop().mock.fetch('http://mock-imoje.test/s/nothing')).status).toBe(404)
  })
})

describe('the page of a link', () => {
  const open = async (change: Record<string, unknown>, query = '') => {
    const shop = testShop()
    const payment = await shop.linked(change)
    const page = await (await shop.mock.fetch(payment.url + query)).text()
    return { shop, payment, page }
  }

  it('lists the visible methods and no others', async () => {
    const { page } = await open({ visibleMethod: ['blik', 'card'] })
    expect(page).toContain('channel=blik%2Fblik')
    expect(page).toContain('channel=card%2Fecom3ds')
    expect(page).not.toContain('mtransfer')
    expect(page).not.toContain('oneclick')
  })

  it('shows ing behind pbl, and everything where nothing is named', async () => {
    expect((await open({ visibleMethod: ['pbl'] })).page).toContain('channel=ing%2Fing')
    const all = (await open({ amount: 500_000 })).page
    expect(all).not.toContain('ideabank')
    for (const channel of ['lease%2Flease_now', 'imoje_installments%2Finbank', 'wallet%2Fpaypal']) {
      expect(all).toContain(`channel=${channel}`)
    }
  })

  it('says why a channel cannot be chosen, and does not let it be paid', async () => {
    const shop = testShop()
    shop.mock.setChannel('blik', 'blik', { isOnline: false })
    const payment = await shop.linked({ visibleMethod: ['blik', 'imoje_installments'] })
    const page = await (await shop.mock.fetch(payment.url)).text()
    expect(page).toContain('Not available right now')
    expect(page).toContain('The amount is too small')
    expect(page).not.toContain('<a href="?channel=')
    const pressed = await shop.press(payment.url, { channel: 'blik/blik', outcome: 'pay' })
    expect(pressed.status).toBe(200)
    expect(shop.notifications).toEqual([])
  })

  it.each([
    ['a card', { visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' }, 'Visa / Mastercard'],
    [
      'Visa Mobile behind card',
      { visibleMethod: ['card'], preselectMethodCode: 'visa_mobile' },
      'Visa Mobile',
    ],
  ])('opens with %s preselected', async (_, change, name) => {
    const { page } = await open(change)
    expect(page).toContain(name)
    expect(page).toContain('value="pay"')
  })

  it('goes from the preselected channel to the list', async () => {
    const { page } = await open({ visibleMethod: ['card'], preselectMethodCode: 'ecom3ds' }, '?channel=')
    expect(page).toContain('Choose how to pay')
  })

  it('pays with the chosen channel: one transaction on the link, and both are settled', async () => {
    const { shop, payment } = await open({ visibleMethod: ['card'] })
    const left = await shop.press(payment.url, { channel: 'card/ecom3ds', outcome: 'pay' })
    expect(left.headers.get('location')).toBe('https://shop.test/paid')
    const read: unknown = await (await shop.api('GET', `payment/${payment.id}`)).json()
    expect(read).toMatchObject({
      status: 'settled',
      isUsed: true,
      isConfirmVisited: true,
      transactions: [
        { source: 'web', status: 'settled', paymentMethod: 'card', payment: { id: payment.id } },
      ],
    })
    expect(JSON.parse(shop.notifications[0]?.rawBody ?? '')).toMatchObject({
      transaction: { status: 'settled' },
      payment: { id: payment.id, status: 'settled' },
    })
    expect((await shop.press(payment.url, { channel: 'card/ecom3ds', outcome: 'pay' })).status).toBe(409)
  })

  it('leads back without an outcome to the address for that', async () => {
    const { page } = await open({ returnUrl: 'https://shop.test/unsure' })
    expect(page).toContain('https://shop.test/unsure')
  })
})
