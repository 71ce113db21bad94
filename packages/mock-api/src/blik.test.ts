import { describe, expect, it } from 'vitest'
import type { BlikOutcome } from './index.ts'
import { startAt, testShop, type TestShop, type WireTransaction } from './shop.test.helper.ts'

const withCode = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '012345' }
const told = (shop: TestShop) =>
  shop.notifications.map(
    ({ rawBody }) => (JSON.parse(rawBody) as { transaction: WireTransaction }).transaction,
  )

describe('a payment with a BLIK code', () => {
  it('waits for the payer without an action, then is confirmed after five seconds by itself', async () => {
    const shop = testShop()
    const { transaction, ...rest } = await shop.started(withCode)
    expect(transaction.status).toBe('pending')
    expect(rest).toEqual({})
    shop.mock.advanceClock(4_999)
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'pending' })
    expect(shop.notifications).toEqual([])
    shop.mock.advanceClock(1)
    const settled = await shop.read(transaction.id)
    expect(settled).toMatchObject({ status: 'settled', modified: startAt / 1000 + 5 })
    expect(settled).not.toHaveProperty('statusCode')
    await shop.mock.catchUp()
    expect(told(shop)).toMatchObject([{ id: transaction.id, status: 'settled' }])
    expect(shop.notifications[0]?.signature).toMatch(/;signature=[\da-f]{64};alg=sha256$/)
  })

  it.each<[BlikOutcome, string, string, number]>([
    ['refused', 'rejected', 'BLK-ERROR-210009', 5_000],
    ['failed', 'error', 'BLK-ERROR-210000', 5_000],
    ['timed-out', 'rejected', 'BLK-ERROR-210010', 60_000],
  ])('is %s as %s with %s after %d ms', async (outcome, status, statusCode, afterMs) => {
    const shop = testShop()
    await shop.control('PUT', 'blik', { outcome })
    const { transaction } = await shop.started(withCode)
    await shop.control('POST', 'clock', { advanceMs: afterMs - 1 })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'pending' })
    await shop.control('POST', 'clock', { advanceMs: 1 })
    expect(await shop.read(transaction.id)).toMatchObject({ status, statusCode })
    expect(told(shop)).toMatchObject([{ status, statusCode }])
  })

  it.each(Array.from({ length: 23 }, (_, number) => `BLK-ERROR-2100${String(number).padStart(2, '0')}`))(
    'can be refused with %s, described in words',
    async (statusCode) => {
      const shop = testShop()
      shop.mock.setBlik({ outcome: 'refused', statusCode, afterMs: 1_000 })
      const { transaction } = await shop.started(withCode)
      shop.mock.advanceClock(1_000)
      const read = await shop.read(transaction.id)
      expect(read).toMatchObject({ status: 'rejected', statusCode })
      expect(read.statusCodeDescription).toMatch(/\w+ \w+/)
    },
  )

  it('can be refused with a code of tomorrow, or without any', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'refused', statusCode: 'BLK-ERROR-219999', afterMs: 0 })
    const { transaction } = await shop.started(withCode)
    expect(transaction).toMatchObject({ statusCode: 'BLK-ERROR-219999', statusCodeDescription: '' })
    shop.mock.setBlik({ outcome: 'refused', statusCode: null, afterMs: 0 })
    const silent = await shop.started(withCode)
    expect(silent.transaction.status).toBe('rejected')
    expect(silent.transaction).not.toHaveProperty('statusCode')
  })

  it('ends in the very answer when nothing is waited for', async () => {
    const shop = testShop()
    await shop.control('PUT', 'blik', { outcome: 'refused', statusCode: 'BLK-ERROR-210005', afterMs: 0 })
    const { transaction, action } = await shop.started(withCode)
    expect(transaction).toMatchObject({ status: 'rejected', statusCode: 'BLK-ERROR-210005' })
    expect(action).toBeUndefined()
    await shop.mock.catchUp()
    expect(told(shop)).toHaveLength(1)
  })

  it('tells the reason later, by a notification of its own, where that is wanted', async () => {
    const shop = testShop()
    await shop.control('PUT', 'blik', { outcome: 'refused', afterMs: 3_000, statusCodeAfterMs: 2_000 })
    const { transaction } = await shop.started(withCode)
    await shop.control('POST', 'clock', { advanceMs: 3_000 })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'rejected' })
    expect(await shop.read(transaction.id)).not.toHaveProperty('statusCode')
    await shop.control('POST', 'clock', { advanceMs: 2_000 })
    const coded = { status: 'rejected', statusCode: 'BLK-ERROR-210009', modified: startAt / 1000 + 5 }
    expect(await shop.read(transaction.id)).toMatchObject(coded)
    expect(told(shop)).toHaveLength(2)
    expect(told(shop)[0]).not.toHaveProperty('statusCode')
    expect(told(shop)[1]).toMatchObject(coded)
  })

  it('stays pending while the bank is silent, until validTo', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'silent' })
    const { transaction } = await shop.started({ ...withCode, validTo: startAt / 1000 + 900 })
    shop.mock.advanceClock(900_000)
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'pending' })
    await shop.control('POST', 'clock', { advanceMs: 1_000 })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'cancelled' })
    expect(shop.notifications).toEqual([])
  })

  it('leads to a page where that is wanted, and ends by its buttons alone', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'redirected' })
    const { transaction, action } = await shop.started(withCode)
    expect(transaction.status).toBe('new')
    expect(action.type).toBe('redirect')
    shop.mock.advanceClock(600_000)
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'new' })
    await shop.press(action.url, { outcome: 'pay' })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'settled' })
  })

  it('ends as was planned when it began, whatever is planned for the next', async () => {
    const shop = testShop()
    const first = await shop.started(withCode)
    shop.mock.setBlik({ outcome: 'refused' })
    const second = await shop.started(withCode)
    shop.mock.advanceClock(5_000)
    expect(await shop.read(first.transaction.id)).toMatchObject({ status: 'settled' })
    expect(await shop.read(second.transaction.id)).toMatchObject({ status: 'rejected' })
  })

  it('is confirmed in time even when the clock jumps past validTo, but never after it', async () => {
    const shop = testShop()
    const early = await shop.started({ ...withCode, validTo: startAt / 1000 + 60 })
    shop.mock.setBlik({ outcome: 'confirmed', afterMs: 61_000 })
    const late = await shop.started({ ...withCode, validTo: startAt / 1000 + 60 })
    shop.mock.advanceClock(3_600_000)
    expect(await shop.read(early.transaction.id)).toMatchObject({
      status: 'settled',
      modified: startAt / 1000 + 5,
    })
    expect(await shop.read(late.transaction.id)).toMatchObject({
      status: 'cancelled',
      modified: startAt / 1000 + 60,
    })
    await shop.mock.catchUp()
    expect(told(shop)).toHaveLength(1)
  })

  it('keeps an end set by hand, and adds no reason to it', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'refused', statusCodeAfterMs: 1_000 })
    const { transaction } = await shop.started(withCode)
    await shop.control('POST', `transactions/${transaction.id}`, { status: 'settled' })
    await shop.control('POST', 'clock', { advanceMs: 6_000 })
    expect(await shop.read(transaction.id)).toMatchObject({ status: 'settled' })
    expect(await shop.read(transaction.id)).not.toHaveProperty('statusCode')
    expect(told(shop)).toHaveLength(1)
  })

  it('is confirmed although its answer was a 504: the shop learns of it by the notification', async () => {
    const shop = testShop({ scenario: 'gateway-slow-death' })
    expect((await shop.transaction(withCode)).status).toBe(504)
    await shop.control('POST', 'clock', { advanceMs: 5_000 })
    expect(told(shop)).toMatchObject([{ status: 'settled', orderId: 'A-1001' }])
  })

  it('forgets what was to come with a reset', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'silent' })
    await shop.started(withCode)
    shop.mock.reset()
    const { transaction } = await shop.started(withCode)
    await shop.control('POST', 'clock', { advanceMs: 5_000 })
    expect(told(shop)).toMatchObject([{ id: transaction.id, status: 'settled' }])
  })
})

it('shows the plan with its defaults', async () => {
  const shop = testShop()
  expect(await shop.state()).toMatchObject({ blik: { outcome: 'confirmed', afterMs: 5_000 } })
  const answer = await shop.control('PUT', 'blik', { outcome: 'timed-out', afterMs: 9_000 })
  expect(await answer.json()).toMatchObject({
    blik: {
      outcome: 'timed-out',
      statusCode: 'BLK-ERROR-210010',
      afterMs: 9_000,
      statusCodeAfterMs: 0,
    },
  })
  expect(() => shop.mock.setBlik({ outcome: 'lost' as BlikOutcome })).toThrow('"outcome"')
})

describe('BLIK without a code', () => {
  it('leads to a page whatever is planned for codes', async () => {
    const shop = testShop()
    shop.mock.setBlik({ outcome: 'refused', afterMs: 0 })
    const { transaction, action } = await shop.started({ paymentMethod: 'blik', paymentMethodCode: 'blik' })
    expect(transaction.status).toBe('new')
    expect(action.type).toBe('redirect')
  })
})
