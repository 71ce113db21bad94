import { createMockImoje } from '@tillkit/mock-api'
import { expect, it } from 'vitest'
import type { DeviantShop } from './deviant.test.kit.ts'
import { answersDeviants } from './deviants-answers.test.kit.ts'
import { leaksDeviants } from './deviants-leaks.test.kit.ts'
import { moneyDeviants } from './deviants-money.test.kit.ts'
import { notificationsDeviants } from './deviants-notifications.test.kit.ts'
import {
  buildBenchOptions,
  collect,
  createGoodShop,
  createTestClock,
  letStoreAge,
  testCredentials,
  type GoodShop,
} from './good-shop.test.kit.ts'

const nextTask = (): Promise<unknown> => new Promise((resolve) => setImmediate(resolve))

const deviants: readonly (readonly [string, DeviantShop])[] = Object.entries({
  ...moneyDeviants,
  ...answersDeviants,
  ...leaksDeviants,
  ...notificationsDeviants,
})

it.each(deviants)('finds a backend that %s, by the checks meant for it alone', async (_, { make, found }) => {
  const clock = createTestClock()
  const imitation = createMockImoje({
    clock,
    credentials: testCredentials,
    origin: 'https://mock.test',
    fetch: (input, init) => shop.handle(new Request(input, init)),
  })
  const shop: GoodShop = make({
    clock,
    imitation,
    good: (change) => createGoodShop(clock, imitation, change),
  })
  await letStoreAge(clock, shop)
  const results = await collect(buildBenchOptions(clock, imitation, shop, nextTask))
  const failed = results.filter(({ outcome }) => outcome === 'failed')
  expect(failed.map(({ name }) => name)).toEqual(found)
  for (const { why } of failed) expect(why).toMatch(/\S/)
})

it('has deviants enough', () => {
  expect(deviants.length).toBeGreaterThan(30)
})
