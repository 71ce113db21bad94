import { inspect } from 'node:util'
import { createMockImoje, scenarioNames, type ScenarioName } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import { createFakeShop, createTestClock, testCredentials, type FakeShop } from './fake-shop.test.kit.ts'

const secrets = Object.values(testCredentials)
const blikCode = '777123'
const shopper = /777123|Ada|Nowak|ada@shop/

type Source = 'service' | 'get-payment-methods'

function setUp(scenario: ScenarioName, source: Source) {
  const clock = createTestClock()
  const mock = createMockImoje({
    clock,
    scenario,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => {
      const request = new Request(input, init)
      return shop.send(new URL(request.url).pathname.replace('/api/payments', ''), request)
    },
  })
  const shop: FakeShop = createFakeShop(mock.fetch, { clock, source })
  return { clock, mock, shop }
}

/** Asks everything there is to ask, rightly and wrongly, and pays where a page was opened. */
async function useEveryRoute({ clock, mock, shop }: ReturnType<typeof setUp>): Promise<void> {
  for (const query of ['?orderId=A-1', '?orderId=A-1&fresh=1', '?orderId=FOREIGN', '?orderId=A-1&device=x'])
    await shop.get(`/payment-methods${query}`)
  const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik' }
  const started = [
    await shop.pay('key-1'),
    await shop.link('key-2'),
    await shop.pay('key-3', { paymentMethodCode: 'alior' }),
    await shop.pay('key-4', { paymentMethod: 'wt', paymentMethodCode: 'wt' }),
    await shop.pay('key-5', { paymentMethodCode: 'ipko' }),
    await shop.pay('key-6', { ...blik, blikCode }),
    await shop.pay('key-6', { ...blik, blikCode: '123' }),
    await shop.pay('key-1', { expectedAmount: 1 }),
    await shop.pay('', { blikCode }),
    await shop.link('key-7', { visibleMethod: [] }),
    await shop.post('/transactions', `{"blikCode":"${blikCode}"`, { 'idempotency-key': 'key-8' }),
    await shop.post('/transactions', '{}', { origin: 'https://evil.example' }),
  ]
  for (const answer of started) {
    const made = (await answer.json()) as { transaction?: { id: string }; action?: { url?: string } }
    if (made.transaction) await shop.get(`/transactions/${made.transaction.id}`)
    if (made.action?.url)
      await mock.fetch(made.action.url, { method: 'POST', body: new URLSearchParams({ outcome: 'pay' }) })
  }
  clock.advance(3_000)
  for (const path of [
    '/orders/A-1/payment',
    '/orders/A-1/payment?key=key-6',
    '/orders/FOREIGN/payment',
    '/transactions/t-unknown',
    '/nothing',
  ])
    await shop.get(path)
  const { merchantId, serviceId } = testCredentials
  const forged = `merchantid=${merchantId};serviceid=${serviceId};signature=${'0'.repeat(64)};alg=sha256`
  await shop.post('/notifications', { transaction: { serviceId, blikCode } }, { 'x-imoje-signature': forged })
  await shop.server.loadCatalogue(new Request('https://shop.example/checkout'), 'A-1')
}

it.each(
  scenarioNames.flatMap((scenario): [ScenarioName, Source][] => [
    [scenario, 'service'],
    [scenario, 'get-payment-methods'],
  ]),
)('says no secret in any answer or event: %s, %s', async (scenario, source) => {
  const { shop, ...world } = setUp(scenario, source)
  await useEveryRoute({ shop, ...world })
  const all = [...shop.said, JSON.stringify(shop.events)].join('\n')
  expect(shop.said.length).toBeGreaterThan(20)
  for (const secret of secrets) expect(all).not.toContain(secret)
  expect(all).not.toMatch(shopper)
})

it('has been through fourteen scenarios, and through payments', async () => {
  const world = setUp('calm', 'service')
  await useEveryRoute(world)
  expect(scenarioNames).toHaveLength(14)
  expect(world.shop.told.map(({ type }) => type)).toEqual(expect.arrayContaining(['paid', 'paid-twice']))
  expect(world.shop.said.map((answer) => answer.slice(0, 3))).toEqual(
    expect.arrayContaining(['200', '400', '401', '403', '404', '409', '422']),
  )
})

const confession = `options ${JSON.stringify(testCredentials)} code ${blikCode}`
const confess = (): never => {
  throw new Error(confession)
}

it.each<[string, Parameters<typeof createFakeShop>[1]]>([
  ['the hook authorize', { authorize: confess }],
  ['the hook resolveOrder', { resolveOrder: confess }],
  ['the hook resolvePayment', { resolvePayment: confess }],
  ['the rate limit', { rateLimit: confess }],
  ['the store', { store: { claim: confess, get: confess, set: confess } }],
  ['the fetch function', { fetch: confess }],
])('says no secret when %s throws them all', async (_, options) => {
  const shop = createFakeShop(() => Promise.resolve(Response.json({})), options)
  await shop.get('/payment-methods?orderId=A-1')
  await shop.pay('key-1')
  await shop.link('key-2')
  await shop.get('/orders/A-1/payment')
  const all = [...shop.said, JSON.stringify(shop.events)].join('\n')
  expect(shop.events.length).toBeGreaterThan(0)
  for (const secret of secrets) expect(all).not.toContain(secret)
  expect(all).not.toContain(blikCode)
})

it('shows no secret of what it is made of', () => {
  const { server } = createFakeShop(() => Promise.resolve(Response.json({})))
  const shown = [
    inspect(server, { depth: Infinity, showHidden: true }),
    JSON.stringify(server),
    String(server.handle),
  ]
  for (const secret of secrets) expect(shown.join('\n')).not.toContain(secret)
})
