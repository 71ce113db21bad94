import { describe, expect, it } from 'vitest'
import { refusalOf, testShop, type WireGroup } from './shop.test.helper.ts'

describe('GET service', () => {
  it('lists at least eight methods and thirty channels in PLN that are active and online', async () => {
    const rows = (await testShop().list()).filter((row) => row.currency === 'PLN' && row.isActive)
    expect(new Set(rows.map((row) => row.paymentMethod)).size).toBeGreaterThanOrEqual(8)
    expect(rows.length).toBeGreaterThanOrEqual(34)
    expect(rows.every((row) => row.isOnline)).toBe(true)
  })

  it('has a row in each currency, and one that is off in the shop', async () => {
    const rows = await testShop().list()
    expect(new Set(rows.map((row) => row.currency))).toEqual(
      new Set(['PLN', 'EUR', 'USD', 'GBP', 'CHF', 'SEK', 'HUF', 'CZK', 'BGN', 'RON']),
    )
    expect(rows.filter((row) => !row.isActive)).toHaveLength(1)
  })

  it('has no channel twice in a currency', async () => {
    const ids = (await testShop().list()).map((row) =>
      [row.paymentMethod, row.paymentMethodCode, row.currency].join(' '),
    )
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('writes a row as imoje does', async () => {
    const shop = testShop()
    shop.mock.setOrigin('http://127.0.0.1:4010')
    const row = (await shop.list()).find((one) => one.paymentMethodCode === 'paypo')
    expect(row).toEqual({
      paymentMethod: 'imoje_paylater',
      paymentMethodCode: 'paypo',
      isActive: true,
      isOnline: true,
      description: 'PayPo',
      currency: 'PLN',
      transactionLimits: {
        minTransaction: { type: 'number', value: 1_000 },
        maxTransaction: { type: 'number', value: 300_000 },
      },
      paymentMethodImage: [{ png: 'http://127.0.0.1:4010/marks/imoje_paylater.svg' }],
      paymentMethodCodeImage: [{ png: 'http://127.0.0.1:4010/marks/paypo.svg' }],
    })
  })

  it('draws every image it names', async () => {
    const shop = testShop()
    for (const row of await shop.list()) {
      const [{ png }] = row.paymentMethodCodeImage
      const answer = await shop.mock.fetch(png)
      expect(answer.headers.get('content-type')).toBe('image/svg+xml')
      expect(await answer.text()).toContain('<svg')
    }
  })
})

describe('get-payment-methods', () => {
  const ask = (asked: Record<string, unknown>) => testShop().groups(asked)
  const codes = (groups: readonly WireGroup[]) =>
    groups.flatMap((group) => group.channels.map((channel) => channel.paymentMethodCode))

  it('answers a bare array of groups in which ing stands among the transfers', async () => {
    const groups = await ask({ amount: 19_900, currency: 'PLN', locale: 'en' })
    expect(groups[0]).toMatchObject({
      label: 'BLIK',
      isOnline: true,
      priority: 1,
      channels: [{ paymentMethod: 'blik', paymentMethodCode: 'blik', label: 'BLIK', isOnline: true }],
    })
    expect(groups[1]?.label).toBe('Online transfer')
    expect(groups[1]?.channels[0]?.paymentMethod).toBe('ing')
    expect(groups[1]?.channels[1]?.paymentMethod).toBe('pbl')
  })

  it('leaves out what is off in the shop or takes other amounts, currencies or devices', async () => {
    const small = codes(await ask({ amount: 19_900, currency: 'PLN', device: 'desktop' }))
    expect(small).not.toContain('ideabank')
    expect(small).not.toContain('inbank')
    expect(small).not.toContain('applepay')
    expect(codes(await ask({ amount: 50_000, currency: 'PLN', device: 'mobile' }))).toEqual(
      expect.arrayContaining(['inbank', 'pragma_go', 'applepay']),
    )
    expect(codes(await ask({ amount: 19_900, currency: 'CZK' }))).toEqual(['cs', 'kb', 'rf', 'ecom3ds'])
  })

  it('speaks Polish unless asked otherwise', async () => {
    expect((await ask({ amount: 19_900, currency: 'PLN' }))[1]?.label).toBe('Przelew online')
  })

  it('refuses an amount that is missing and a currency it does not know', async () => {
    const shop = testShop()
    const path = `service/${shop.mock.credentials.serviceId}/get-payment-methods`
    const answer = await shop.api('POST', path, { currency: 'XXX' })
    expect(answer.status).toBe(422)
    const { errors } = await refusalOf(answer)
    expect(errors.map((error) => error.property)).toEqual(['amount', 'currency'])
  })
})
