import { describe, expect, it } from 'vitest'
import { type ControlState, scenarioNames } from './index.ts'
import { startAt, testShop } from './shop.test.helper.ts'

it('shows its state without any credentials', async () => {
  const shop = testShop({ scenario: 'bank-down', seed: 5 })
  shop.mock.addFault({ match: { code: 'blik' }, status: 500, times: 3 })
  await shop.transaction({ paymentMethod: 'blik', paymentMethodCode: 'blik' })
  await shop.link()
  const answer = await shop.control('GET', 'state')
  const text = await answer.text()
  const state = JSON.parse(text) as ControlState
  expect(state).toMatchObject({ seed: 5, scenario: 'bank-down', clock: { now: startAt, offsetMs: 0 } })
  expect(state.scenarios.map((one) => one.name)).toEqual(scenarioNames)
  expect(state.world.length).toBeGreaterThan(40)
  expect(state.faults).toMatchObject([
    { source: 'added', left: 2 },
    { source: 'scenario', left: 2 },
  ])
  expect(state.payments).toMatchObject([{ orderId: 'A-1001', status: 'new' }])
  for (const secret of Object.values(shop.mock.credentials)) expect(text).not.toContain(secret)
})

it('sets the scenario and answers the new state', async () => {
  const shop = testShop()
  const answer = await shop.control('PUT', 'scenario', { name: 'empty' })
  expect(await answer.json()).toMatchObject({ scenario: 'empty', world: [] })
  expect(await shop.list()).toEqual([])
})

it('adds and clears faults; those of the scenario stay', async () => {
  const shop = testShop({ scenario: 'gateway-down' })
  const added = await shop.control('POST', 'faults', { match: { code: 'mtransfer' }, status: 418 })
  expect(await added.json()).toMatchObject({ faults: [{ source: 'added' }, { source: 'scenario' }] })
  expect((await shop.transaction()).status).toBe(418)
  await shop.control('DELETE', 'faults')
  expect((await shop.state()).faults).toMatchObject([{ source: 'scenario' }])
  expect((await shop.transaction()).status).toBe(503)
})

it('changes a channel through every scenario until a reset', async () => {
  const shop = testShop()
  await shop.control('PATCH', 'channels/pbl/mtransfer', { isOnline: false })
  await shop.control('PATCH', 'channels/pbl/mtransfer', { limits: { min: 100_000 } })
  shop.mock.setScenario('bank-flagged')
  const mBank = async () => (await shop.list()).find((one) => one.paymentMethodCode === 'mtransfer')
  expect(await mBank()).toMatchObject({
    isOnline: false,
    transactionLimits: { minTransaction: { value: 100_000 }, maxTransaction: { value: 99_999_999 } },
  })
  await shop.control('POST', 'reset')
  expect(await mBank()).toMatchObject({
    isOnline: true,
    transactionLimits: { minTransaction: { value: 100 } },
  })
})

it('moves the clock, forwards and back', async () => {
  const shop = testShop()
  const forward = await shop.control('POST', 'clock', { advanceMs: 300_000 })
  expect(await forward.json()).toMatchObject({ clock: { now: startAt + 300_000, offsetMs: 300_000 } })
  await shop.control('POST', 'clock', { advanceMs: -60_000 })
  expect(shop.mock.now()).toBe(startAt + 240_000)
})

it('keeps a journal of what was asked, without bodies, and clears it', async () => {
  const shop = testShop()
  await shop.api(
    'POST',
    'transaction',
    { orderId: 'A-7', blikCode: '123456' },
    { 'Idempotency-Key': 'key-1' },
  )
  await shop.control('GET', 'state')
  const kept: unknown = await (await shop.control('GET', 'journal')).json()
  const journal = [
    {
      route: 'create-transaction',
      method: 'POST',
      path: '/v1/merchant/mock-merchant/transaction',
      status: 422,
      at: startAt,
      idempotencyKey: 'key-1',
      orderId: 'A-7',
    },
  ]
  expect(kept).toEqual({ journal })
  await shop.control('DELETE', 'journal')
  expect(shop.mock.journal()).toEqual([])
})

it('ends a transaction by hand and tells the shop', async () => {
  const shop = testShop()
  const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik', blikCode: '123456' }
  const { transaction } = await shop.started(blik)
  const end = (body: object) => shop.control('POST', `transactions/${transaction.id}`, body)
  expect((await end({ status: 'rejected', statusCode: 'BLK-ERROR-210009' })).status).toBe(200)
  expect(JSON.parse(shop.notifications[0]?.rawBody ?? '')).toMatchObject({
    transaction: { status: 'rejected', statusCode: 'BLK-ERROR-210009' },
  })
  expect((await end({ status: 'settled' })).status).toBe(409)
})

it('is as new after a reset: same ids, no entries, real time, the first scenario', async () => {
  const shop = testShop({ scenario: 'bank-flagged' })
  const first = await shop.started()
  shop.mock.setScenario('gateway-down')
  shop.mock.addFault({ match: {}, status: 500 })
  shop.mock.advanceClock(60_000)
  const state: unknown = await (await shop.control('POST', 'reset')).json()
  expect(state).toMatchObject({
    scenario: 'bank-flagged',
    faults: [],
    transactions: [],
    clock: { now: startAt, offsetMs: 0 },
  })
  expect(shop.mock.journal()).toEqual([])
  expect(await shop.started()).toEqual(first)
})

describe('bad input', () => {
  it.each<[string, string, unknown, string]>([
    ['PUT', 'scenario', { name: 'doom' }, '"name" must be one of'],
    ['PUT', 'scenario', 'not json', 'must be a JSON object'],
    ['PUT', 'scenario', '[]', 'must be a JSON object'],
    ['POST', 'faults', { status: 500 }, '"match"'],
    ['POST', 'faults', { match: {} }, 'would do nothing'],
    ['POST', 'faults', { match: { route: 'home' }, status: 500 }, '"match.route"'],
    ['POST', 'faults', { match: {}, status: 99 }, '"status"'],
    ['POST', 'faults', { match: {}, status: 500, times: 0 }, '"times"'],
    ['POST', 'faults', { match: {}, status: 500, probability: 2 }, '"probability"'],
    ['POST', 'faults', { match: {}, delayMs: -1 }, '"delayMs"'],
    ['POST', 'faults', { match: {}, drop: 'half' }, '"drop"'],
    ['POST', 'faults', { match: {}, hang: 'yes' }, '"hang"'],
    ['POST', 'faults', { match: {}, headers: { 'no good': 'x' } }, '"headers"'],
    ['POST', 'faults', { match: {}, headers: 'x' }, '"headers"'],
    ['POST', 'faults', { match: {}, status: 422, errors: ['email'] }, '"errors"'],
    ['POST', 'faults', { match: {}, status: 500, tiems: 2 }, '"tiems"'],
    ['PATCH', 'channels/pbl/mtransfer', { isOnline: 'no' }, '"isOnline"'],
    ['PATCH', 'channels/pbl/mtransfer', { limits: { min: 1.5 } }, '"limits.min"'],
    ['POST', 'faults', { match: {}, drop: 'refuse', processed: true }, '"processed"'],
    ['PUT', 'blik', {}, '"outcome"'],
    ['PUT', 'blik', { outcome: 'lost' }, '"outcome"'],
    ['PUT', 'blik', { outcome: 'refused', statusCode: '' }, '"statusCode"'],
    ['PUT', 'blik', { outcome: 'refused', afterMs: -1 }, '"afterMs"'],
    ['PUT', 'blik', { outcome: 'refused', afterms: 1 }, '"afterms"'],
    ['PUT', 'blik', { outcome: 'confirmed', statusCode: 'BLK-ERROR-210005' }, '"statusCode"'],
    ['PUT', 'blik', { outcome: 'confirmed', statusCodeAfterMs: 1 }, '"statusCode"'],
    ['PUT', 'blik', { outcome: 'refused', statusCode: null, statusCodeAfterMs: 1 }, '"statusCode"'],
    ['PUT', 'blik', { outcome: 'silent', afterMs: 1 }, "doesn't end by itself"],
    ['POST', 'clock', { advanceMs: '5' }, '"advanceMs"'],
    ['POST', 'transactions/any', { status: 'paid' }, '"status" must be one of'],
  ])('%s %s %j answers 400 with a sentence', async (method, path, body, sentence) => {
    const answer = await testShop().control(method, path, body)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { error: string }).error).toContain(sentence)
  })

  it.each([
    ['GET', 'nothing'],
    ['PATCH', 'channels/pbl/nobank'],
    ['PATCH', 'channels/%E0/x'],
    ['POST', 'transactions/none'],
  ])('%s %s answers 404', async (method, path) => {
    const body = method === 'GET' ? undefined : { status: 'settled', isOnline: undefined }
    const input = path.startsWith('channels') ? {} : body
    expect((await testShop().control(method, path, input)).status).toBe(404)
  })
})
