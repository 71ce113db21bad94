import { describe, expect, it } from 'vitest'
import { createMockImoje, mockCredentials, type ScenarioName } from './index.ts'
import { startAt, testShop } from './shop.test.helper.ts'

describe('the same seed', () => {
  const ids = async (seed: number) => {
    const shop = testShop({ seed })
    await shop.list()
    const { transaction, action } = await shop.started()
    const payment = await shop.linked()
    return [transaction.id, transaction.payment.id, action.url, payment.id, payment.url]
  }

  it('gives the same ids, another seed others', async () => {
    expect(await ids(1)).toEqual(await ids(1))
    expect(await ids(2)).not.toEqual(await ids(1))
  })

  it('gives ids that reads and faults do not shift', async () => {
    const busy = testShop()
    await busy.list()
    busy.mock.addFault({ match: { route: 'get-service' }, status: 500, probability: 0.5 })
    await busy.api('GET', `service/${mockCredentials.serviceId}`)
    const { transaction } = await busy.started()
    expect(transaction.id).toBe((await ids(1))[0])
  })

  it('never gives an id twice', async () => {
    const shop = testShop()
    const seen = new Set<string>()
    for (let count = 0; count < 500; count += 1) {
      const { transaction, action } = await shop.started()
      seen.add(transaction.id).add(action.url)
    }
    expect(seen.size).toBe(1_000)
  })
})

it('takes a Request, an address as text and a URL alike', async () => {
  const { mock } = testShop()
  const address = 'http://mock-imoje.test/marks/blik.svg'
  for (const input of [address, new URL(address), new Request(address)]) {
    expect((await mock.fetch(input)).status).toBe(200)
  }
  expect((await mock.fetch('http://mock-imoje.test/')).status).toBe(404)
})

it('refuses a scenario, a channel and a fault it does not know', () => {
  const mock = createMockImoje()
  expect(() => mock.setScenario('doom' as ScenarioName)).toThrow('The scenarios are calm,')
  expect(() => createMockImoje({ scenario: 'doom' as ScenarioName })).toThrow(RangeError)
  expect(() => mock.setChannel('pbl', 'nobank', { isOnline: false })).toThrow('pbl/nobank')
  expect(() => mock.addFault({ match: {} })).toThrow('would do nothing')
  expect(() => mock.advanceClock(Number.NaN)).toThrow(RangeError)
})

it('keeps its clock on top of the one it was given', () => {
  let real = startAt
  const mock = createMockImoje({ clock: { now: () => real } })
  mock.advanceClock(60_000)
  real += 5_000
  expect(mock.now()).toBe(startAt + 65_000)
})

it('keeps transactions through a change of scenario', async () => {
  const shop = testShop()
  const { transaction } = await shop.started()
  shop.mock.setScenario('bank-down')
  expect((await shop.api('GET', `transaction/${transaction.id}`)).status).toBe(200)
})

it('hands out a journal nobody can change', async () => {
  const shop = testShop()
  await shop.list()
  const entry = shop.mock.journal()[0] as { status: number }
  entry.status = 999
  expect(shop.mock.journal()[0]?.status).toBe(200)
})

it('keeps the newest entries when the journal grows long', async () => {
  const { mock } = testShop()
  for (let count = 0; count < 22_050; count += 1) await mock.fetch(`http://x.test/v1/${count}`)
  const journal = mock.journal()
  expect(journal.length).toBeLessThanOrEqual(22_000)
  expect(journal.at(-1)?.path).toBe('/v1/22049')
})
