import { expect, it } from 'vitest'
import { createSlowStart, createTwoShops, list } from '../test/two-shops.ts'

const MINUTE_MS = 60_000
const bank = { orderId: 'A-1', paymentMethodCode: 'ipko' }

const read = async (answer: Response | Promise<Response>) => {
  const { status, headers } = await answer
  return { status, retryAfter: headers.get('retry-after'), body: (await (await answer).json()) as unknown }
}
const unreachable = (retryAfter: string) => ({
  status: 503,
  retryAfter,
  body: { code: 'gateway-unreachable' },
})

it.each([502, 503, 504])(
  'asks imoje nothing for five minutes after a %d, and says what is left',
  async (status) => {
    const { clock, mock, shop, asked } = createTwoShops()
    const { transaction } = (await (await shop.pay('key-0')).json()) as { transaction: { id: string } }
    mock.addFault({ match: {}, status })
    expect((await list(shop)).status).toBe(status)
    mock.clearJournal()
    clock.advance(500)
    const answers = [
      await read(list(shop)),
      await read(list(shop, '&fresh=1')),
      await read(shop.pay('key-1', bank)),
      await read(shop.link('key-2')),
      await read(shop.get(`/transactions/${transaction.id}`)),
    ]
    for (const answer of answers) expect(answer).toEqual(unreachable('300'))
    clock.advance(5 * MINUTE_MS - 501)
    expect(await read(list(shop))).toEqual(unreachable('1'))
    expect(asked()).toEqual([])
  },
)

it.each([
  ['5', 30],
  ['45', 45],
  ['99999', 30 * 60],
  ['Sun, 22 Nov 2026 12:02:00 GMT', 120],
  ['soon', 5 * 60],
])('holds Retry-After: %s for %d seconds', async (retryAfter, seconds) => {
  const { clock, mock, shop, asked } = createTwoShops()
  mock.addFault({ match: {}, status: 503, headers: { 'retry-after': retryAfter }, times: 1 })
  await list(shop)
  clock.advance(seconds * 1_000 - 1)
  expect((await list(shop)).status).toBe(503)
  expect(asked()).toHaveLength(1)
  clock.advance(1)
  expect((await list(shop)).status).toBe(200)
})

it('never makes a payment the probe, nor a question about one: that has the probe sent first', async () => {
  const { clock, mock, shop, asked } = createTwoShops()
  const { transaction } = (await (await shop.pay('key-0')).json()) as { transaction: { id: string } }
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  for (const answer of [shop.pay('key-1', bank), shop.link('key-2')])
    expect(await read(answer)).toEqual(unreachable('1'))
  expect(asked()).toEqual(['create-transaction', 'get-service'])
  expect((await shop.get(`/transactions/${transaction.id}`)).status).toBe(200)
  expect(asked()).toEqual(['create-transaction', 'get-service', 'get-service', 'get-transaction'])
  expect((await shop.get('/orders/A-1/payment')).status).toBe(200)
  expect((await shop.pay('key-1', bank)).status).toBe(200)
})

it('probes by a GET also where the list is asked for by a POST', async () => {
  const { clock, mock, shop, asked } = createTwoShops({ source: 'get-payment-methods' })
  mock.setScenario('gateway-down')
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  mock.setScenario('calm')
  clock.advance(5 * MINUTE_MS)
  expect((await list(shop)).status).toBe(200)
  expect(asked()).toEqual(['get-payment-methods', 'get-service', 'get-service', 'get-payment-methods'])
})

it.each([
  ['a 502', { status: 502 }, 503],
  ['a connection that breaks', { drop: true }, 503],
  ['a page in place of a list', { status: 200, body: '<h1>Maintenance</h1>' }, 503],
  ['a 500', { status: 500 }, 200],
  ['a 401', { status: 401 }, 200],
])('after a probe with %s it answers the next one with a %3$d', async (_, fault, status) => {
  const { clock, mock, shop } = createTwoShops()
  mock.addFault({ match: {}, status: 503, times: 1 })
  mock.addFault({ match: {}, ...fault, times: 1 })
  await list(shop)
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  expect((await list(shop)).status).toBe(status)
  clock.advance(5 * MINUTE_MS)
  expect((await list(shop)).status).toBe(200)
})

it('holds for as long as every probe is met by silence', async () => {
  const { clock, mock, shop } = createTwoShops()
  mock.addFault({ match: {}, status: 503, times: 1 })
  mock.addFault({ match: {}, drop: true, times: 40 })
  await list(shop)
  for (let probe = 1; probe <= 40; probe += 1) {
    clock.advance(5 * MINUTE_MS)
    await list(shop)
    expect(await read(list(shop))).toEqual(unreachable('300'))
  }
  clock.advance(5 * MINUTE_MS)
  expect(await read(list(shop))).toMatchObject({ status: 200 })
})

it('begins no pause because of silence', async () => {
  const { mock, shop } = createTwoShops()
  mock.addFault({ match: {}, drop: true, times: 2 })
  await list(shop)
  await shop.pay('key-1')
  expect((await list(shop)).status).toBe(200)
})

it('holds nothing for longer when the clock jumps back', async () => {
  const { clock, mock, shop } = createTwoShops()
  mock.addFault({ match: {}, status: 503, headers: { 'retry-after': '1800' }, times: 1 })
  await list(shop)
  clock.advance(-50_000)
  expect(await read(list(shop))).toEqual(unreachable('1800'))
  clock.advance(-50_000)
  expect((await list(shop)).status).toBe(200)
})

it('is not ended by the answer to a request that left before', async () => {
  const { clock, mock, shop, asked, land } = createSlowStart()
  const early = shop.pay('key-1')
  while (asked().length === 0) await new Promise((resolve) => setTimeout(resolve))
  clock.advance(10)
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  land()
  expect((await early).status).toBe(200)
  expect((await list(shop)).status).toBe(503)
})

it('still says how an order’s payment stands, and takes notifications, without asking imoje', async () => {
  const { mock, shop, asked } = createTwoShops()
  const { action } = (await (await shop.pay('key-1')).json()) as { action: { url: string } }
  mock.addFault({ match: {}, status: 503 })
  await list(shop)
  mock.clearJournal()
  const state = async () => (await shop.get('/orders/A-1/payment?key=key-1')).json() as Promise<unknown>
  expect(await state()).toMatchObject({ status: 'pending' })
  await mock.fetch(action.url, { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) })
  expect(shop.told).toMatchObject([{ type: 'paid' }])
  expect(await state()).toMatchObject({ status: 'paid' })
  expect((await shop.pay('key-2', bank)).status).toBe(409)
  expect(asked()).toEqual(['hosted-page'])
})

it('cancels the link beside what was paid once imoje is back', async () => {
  const { clock, mock, shop, asked } = createTwoShops()
  await shop.link('key-1')
  const { action } = (await (await shop.pay('key-2')).json()) as { action: { url: string } }
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  await mock.fetch(action.url, { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) })
  expect(shop.told).toMatchObject([{ type: 'paid' }])
  expect(asked()).not.toContain('cancel-payment')
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  clock.advance(3_000)
  await shop.get('/orders/A-1/payment')
  await expect.poll(asked).toContain('cancel-payment')
})

it('records nothing for a payment that it doesn’t send', async () => {
  const { clock, mock, shop } = createTwoShops()
  const withCode = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '777123' }
  mock.addFault({ match: {}, status: 503, times: 1 })
  await list(shop)
  expect((await shop.pay('key-1', withCode)).status).toBe(503)
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  expect((await shop.pay('key-1', withCode)).status).toBe(200)
})

it('tells once that imoje is away, and once that it is back', async () => {
  const { clock, mock, shop } = createTwoShops()
  mock.addFault({ match: {}, status: 503, times: 1 })
  await Promise.all([list(shop), list(shop)])
  await list(shop)
  const until = clock.now() + 5 * MINUTE_MS
  clock.advance(5 * MINUTE_MS)
  await list(shop)
  await shop.pay('key-1')
  expect(shop.events.filter(({ type }) => type.startsWith('gateway'))).toEqual([
    { type: 'gateway-away', at: until - 5 * MINUTE_MS, until },
    { type: 'gateway-back', at: until },
  ])
})

it('asks on where the circuit is switched off', async () => {
  const { mock, shop } = createTwoShops({ gatewayCircuit: false })
  mock.addFault({ match: {}, status: 503, times: 2 })
  expect([(await list(shop)).status, (await shop.pay('key-1')).status]).toEqual([503, 503])
  expect((await list(shop)).status).toBe(200)
})
