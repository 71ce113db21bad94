import { describe, expect, it } from 'vitest'
import { asFailingBank, createFailingBank, rests } from '../test/failing-bank.ts'
import { createSlowStart } from '../test/two-shops.ts'

const MINUTE_MS = 60_000

describe('rests a channel', () => {
  it('once two orders have failed within two minutes', async () => {
    const { clock, shop, pay, fails } = createFailingBank()
    fails()
    await pay('A-1')
    expect(await rests(shop)).toEqual({})
    clock.advance(2 * MINUTE_MS)
    await pay('A-2')
    expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
  })

  it('not because of one order, however often it fails', async () => {
    const { shop, pay, fails } = createFailingBank()
    fails()
    for (let n = 0; n < 5; n++) await pay('A-1')
    expect(await rests(shop)).toEqual({})
  })

  it('not because of two orders that fail further apart', async () => {
    const { clock, shop, pay, fails } = createFailingBank()
    fails()
    await pay('A-1')
    clock.advance(2 * MINUTE_MS + 1)
    await pay('A-2')
    expect(await rests(shop)).toEqual({})
    await pay('A-3')
    expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
  })

  it('not where another order got through between the two', async () => {
    const { shop, pay, fails, works } = createFailingBank()
    fails()
    await pay('A-1')
    works()
    await pay('A-2')
    fails()
    await pay('A-3')
    expect(await rests(shop)).toEqual({})
  })

  it.each([
    ['a link to a card', 'card/ecom3ds', { preselectMethodCode: 'ecom3ds' }],
    ['Visa Mobile', 'wallet/visa_mobile', { preselectMethodCode: 'visa_mobile' }],
  ])('for %s as for a transaction', async (_, channel, way) => {
    const { mock, shop } = createFailingBank()
    mock.addFault({ match: { route: 'create-payment' }, status: 500 })
    await shop.link('key-1', { orderId: 'A-1', ...way })
    await shop.link('key-2', { orderId: 'A-2', ...way })
    expect(Object.keys(await rests(shop))).toEqual([channel])
  })

  it('not for a link on which the payer chooses', async () => {
    const { mock, shop } = createFailingBank()
    mock.addFault({ match: { route: 'create-payment' }, status: 500 })
    for (const orderId of ['A-1', 'A-2'])
      await shop.link(`key-${orderId}`, { orderId, preselectMethodCode: undefined })
    expect(await rests(shop)).toEqual({})
  })

  it.each([
    ['a 406', { status: 406 }],
    ['a 422', { status: 422 }],
    ['a 503', { status: 503 }],
    ['a connection that breaks', { drop: true }],
    ['a page in place of an answer', { status: 200, body: '<h1>Hello</h1>' }],
  ])('not because of %s', async (_, fault) => {
    const { shop, pay, fails, works } = createFailingBank({ gatewayCircuit: false })
    fails(fault)
    await pay('A-1')
    await pay('A-2')
    works()
    expect(await rests(shop)).toEqual({})
  })

  it('not because of anything a browser says', async () => {
    const { shop } = createFailingBank()
    for (const orderId of ['A-1', 'A-2']) {
      await shop.pay(`key-${orderId}`, { orderId, expectedAmount: 1 })
      await shop.pay(`other-${orderId}`, { orderId, outcome: 'failed', restsForMs: 60_000, status: 500 })
      await shop.post('/payment-methods', { channel: 'pbl/mtransfer', outcome: 'failed' })
    }
    expect(await rests(shop)).toEqual({})
  })
})

describe('after the rest', () => {
  it('the next order that fails rests it longer each time, up to half an hour', async () => {
    const { clock, shop, pay, fails, trip } = createFailingBank()
    await trip()
    fails()
    for (const [n, minutes] of [10, 20, 30, 30].entries()) {
      clock.advance((await rests(shop))['pbl/mtransfer'] ?? 0)
      expect(await rests(shop)).toEqual({})
      await pay(`B-${n}`)
      expect(await rests(shop)).toEqual({ 'pbl/mtransfer': minutes * MINUTE_MS })
    }
    // Nor does a clock that jumps back make it longer than that.
    clock.advance(-50_000)
    expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 30 * MINUTE_MS })
  })

  it('a success starts from the beginning', async () => {
    const { clock, shop, pay, fails, trip } = createFailingBank()
    await trip()
    clock.advance(5 * MINUTE_MS)
    await pay('B-1')
    fails()
    await pay('B-2')
    expect(await rests(shop)).toEqual({})
    await pay('B-3')
    expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
  })

  it('half an hour without a payment does so too', async () => {
    const { clock, shop, pay, fails, trip } = createFailingBank()
    await trip()
    clock.advance(35 * MINUTE_MS)
    fails()
    await pay('B-1')
    expect(await rests(shop)).toEqual({})
    await pay('B-2')
    expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
  })
})

it('ends the rest at once when somebody gets through', async () => {
  const { clock, shop, other, pay, trip } = createFailingBank()
  await trip()
  clock.advance(1)
  await pay('A-3', other)
  expect(await rests(shop)).toEqual({})
})

it('is not ended by a payment that left before the channel failed', async () => {
  const slow = createSlowStart()
  const { clock, mock, shop, pay, trip } = asFailingBank(slow)
  const early = pay('A-0')
  while (mock.journal().length === 0) await new Promise((resolve) => setTimeout(resolve))
  clock.advance(1)
  await trip()
  slow.land()
  expect((await early).status).toBe(200)
  expect(await rests(shop)).toEqual({ 'pbl/mtransfer': 5 * MINUTE_MS })
})

it('tells once that a channel rests, and once that it is back', async () => {
  const { clock, shop, pay, fails, trip } = createFailingBank()
  await trip()
  const until = clock.now() + 5 * MINUTE_MS
  fails({ status: 500, times: 1 })
  await pay('A-3')
  clock.advance(5 * MINUTE_MS)
  await pay('A-4')
  await pay('A-5')
  expect(shop.events.filter(({ type }) => type.startsWith('channel'))).toEqual([
    { type: 'channel-rests', at: until - 5 * MINUTE_MS, channel: 'pbl/mtransfer', trip: 1, until },
    { type: 'channel-back', at: until, channel: 'pbl/mtransfer' },
  ])
})
