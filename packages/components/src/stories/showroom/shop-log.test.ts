import { describe, expect, it } from 'vitest'
import { createStoryShop, type StoryShop } from '../create-story-shop.ts'
import { breakImoje, nothingBroken } from './fates.ts'
import { createRunningTime } from './running-time.ts'
import { createShopLog, type ShopLog } from './shop-log.ts'

const asked = async ({ mock, clock }: StoryShop, code = 'mtransfer'): Promise<number> => {
  const { merchantId, serviceId, token } = mock.credentials
  const answer = await mock.fetch(`${mock.origin}/v1/merchant/${merchantId}/transaction`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      type: 'sale',
      serviceId,
      amount: 12_999,
      currency: 'PLN',
      orderId: 'A-1',
      paymentMethod: 'pbl',
      paymentMethodCode: code,
      successReturnUrl: 'https://shop.example/thanks',
      failureReturnUrl: 'https://shop.example/again',
      customer: { firstName: 'Ada', lastName: 'Nowak', email: 'ada@shop.example' },
    }),
  })
  await clock.advance(0)
  return answer.status
}

const textOf = (log: ShopLog): readonly string[] => log.get().map(({ text, status }) => `${text} ${status}`)

describe('the log of a shop', () => {
  it('tells each request with what became of it, newest first', async () => {
    const shop = createStoryShop()
    const log = createShopLog(shop)
    breakImoje(shop.mock, { gateway: 'works', channels: { 'pbl/mtransfer': 'fails' } })
    await asked(shop)
    await shop.clock.advance(1_000)
    await asked(shop, 'ipko')
    expect(log.get()).toEqual([])
    log.look()
    expect(textOf(log)).toEqual([
      'POST create-transaction pbl/ipko 200',
      'POST create-transaction pbl/mtransfer 500',
    ])
  })

  it('makes one line of rows that change together', () => {
    const shop = createStoryShop()
    const log = createShopLog(shop)
    const change = (label: string, to: 'outage' | 'trial'): void =>
      shop.client.internals.events.emit({
        type: 'availability-changed',
        orderId: 'A-1',
        channel: 'pbl/mtransfer',
        label,
        from: 'available',
        to,
      })
    for (const label of ['mBank', 'Inteligo']) change(label, 'outage')
    change('BLIK', 'trial')
    expect(log.get().map(({ text }) => text)).toEqual([
      'BLIK: available → trial',
      'mBank, Inteligo: available → outage',
    ])
    for (const label of ['Card', 'PayPal']) change(label, 'outage')
    expect(log.get().map(({ text }) => text)).toContain('4 rows: available → outage')
  })

  it('is the same list while nothing has happened', () => {
    const log = createShopLog(createStoryShop())
    log.look()
    const before = log.get()
    log.look()
    expect(log.get()).toBe(before)
  })
})

describe('what befalls imoje', () => {
  it.each([
    ['fails', 500],
    ['refuses', 406],
    ['flagged', 406],
    ['limited', 406],
    ['works', 200],
  ] as const)('by hand: a channel that %s answers %i', async (fate, status) => {
    const shop = createStoryShop()
    breakImoje(shop.mock, { gateway: 'works', channels: { 'pbl/mtransfer': fate } })
    expect(await asked(shop)).toBe(status)
    expect(await asked(shop, 'ipko')).toBe(200)
  })

  it('ends when it is mended, and all of imoje goes before one channel', async () => {
    const shop = createStoryShop()
    breakImoje(shop.mock, { gateway: 'down', channels: { 'pbl/mtransfer': 'limited' } })
    expect(await asked(shop)).toBe(503)
    breakImoje(shop.mock, { ...nothingBroken, channels: { 'pbl/mtransfer': 'works' } })
    expect(await asked(shop)).toBe(200)
  })
})

it('moves time one step after the other, so that no step turns it back', async () => {
  const { clock } = createStoryShop()
  const time = createRunningTime(clock)
  const start = time.now()
  const moments: number[] = []
  const stop = time.subscribe(() => moments.push(time.now() - start))
  await Promise.all([time.travel(60_000), time.travel(500)])
  stop()
  expect(moments).toEqual([60_000, 60_500])
})
