import { describe, expect, it } from 'vitest'
import { scenarioNames } from './index.ts'
import { refusalOf, testShop } from './shop.test.helper.ts'

const row = async (shop: ReturnType<typeof testShop>, code: string) =>
  (await shop.list()).find((one) => one.paymentMethodCode === code)

it.each(scenarioNames)('%s starts by option and by switch alike', async (scenario) => {
  const first = testShop({ scenario })
  const switched = testShop()
  switched.mock.setScenario(scenario)
  const { serviceId } = first.mock.credentials
  const answers = await Promise.all(
    [first, switched].map(async (shop) => (await shop.api('GET', `service/${serviceId}`)).text()),
  )
  expect(answers[0]).toBe(answers[1])
})

describe('bank-down', () => {
  it('fails one bank twice with 500, then works; the list says online all along', async () => {
    const shop = testShop({ scenario: 'bank-down' })
    expect((await shop.transaction()).status).toBe(500)
    expect((await shop.transaction({ paymentMethodCode: 'ipko' })).status).toBe(200)
    expect(await row(shop, 'mtransfer')).toMatchObject({ isOnline: true })
    expect((await shop.transaction()).status).toBe(500)
    expect((await shop.transaction()).status).toBe(200)
  })

  it('makes no transaction when it fails, and counts anew when it is chosen again', async () => {
    const shop = testShop({ scenario: 'bank-down' })
    await shop.transaction()
    await shop.transaction()
    expect((await shop.state()).transactions).toEqual([])
    shop.mock.setScenario('bank-down')
    expect((await shop.transaction()).status).toBe(500)
  })
})

it('bank-flagged shows PKO BP offline and refuses it with 406', async () => {
  const shop = testShop({ scenario: 'bank-flagged' })
  expect(await row(shop, 'ipko')).toMatchObject({ isOnline: false, isActive: true })
  expect((await shop.transaction({ paymentMethodCode: 'ipko' })).status).toBe(406)
  expect((await shop.transaction()).status).toBe(200)
})

it('method-flagged takes pay later offline: as rows in one list, as the group alone in the other', async () => {
  const shop = testShop({ scenario: 'method-flagged' })
  expect(await row(shop, 'paypo')).toMatchObject({ isOnline: false })
  const groups = await shop.groups({ amount: 19_900, currency: 'PLN', locale: 'en' })
  const group = groups.find((one) => one.label === 'imoje pay later')
  expect(group?.isOnline).toBe(false)
  expect(group?.channels[0]?.isOnline).toBe(true)
  const paypo = { paymentMethod: 'imoje_paylater', paymentMethodCode: 'paypo' }
  expect((await shop.transaction(paypo)).status).toBe(406)
})

it('late-flag answers 500 three times, and only then 406 with the list offline', async () => {
  const shop = testShop({ scenario: 'late-flag' })
  for (let count = 0; count < 3; count += 1) {
    expect(await row(shop, 'mtransfer')).toMatchObject({ isOnline: true })
    expect((await shop.transaction()).status).toBe(500)
  }
  expect(await row(shop, 'mtransfer')).toMatchObject({ isOnline: false })
  expect((await shop.transaction()).status).toBe(406)
})

it('gateway-down answers 503 to everything under /v1, without a Retry-After, until the scenario changes', async () => {
  const shop = testShop()
  const { action } = await shop.started()
  shop.mock.setScenario('gateway-down')
  const answers = [
    await shop.api('GET', `service/${shop.mock.credentials.serviceId}`),
    await shop.transaction(),
    await shop.api('GET', 'transaction/any'),
    await shop.link(),
  ]
  expect(answers.map(({ status }) => status)).toEqual([503, 503, 503, 503])
  expect(answers.some(({ headers }) => headers.has('retry-after'))).toBe(false)
  shop.mock.advanceClock(600_000)
  expect((await shop.transaction()).status).toBe(503)
  expect((await shop.press(action.url, { outcome: 'pay' })).status).toBe(303)
  shop.mock.setScenario('calm')
  expect((await shop.transaction()).status).toBe(200)
})

it('gateway-slow-death makes the transaction and answers 504', async () => {
  const shop = testShop({ scenario: 'gateway-slow-death' })
  expect((await shop.transaction()).status).toBe(504)
  const { transactions } = await shop.state()
  expect(transactions).toMatchObject([{ orderId: 'A-1001', status: 'new' }])
  expect(await row(shop, 'blik')).toMatchObject({ isOnline: true })
})

it('flaky fails about one request in twenty, the same ones for the same seed', async () => {
  const run = async (seed: number) => {
    const shop = testShop({ scenario: 'flaky', seed })
    const failed: number[] = []
    for (let count = 0; count < 1_000; count += 1) {
      const { status } = await shop.api('GET', 'transaction/none')
      if (status === 500) failed.push(count)
    }
    return failed
  }
  const failed = await run(3)
  expect(failed.length).toBeGreaterThan(25)
  expect(failed.length).toBeLessThan(85)
  expect(await run(3)).toEqual(failed)
  expect(await run(4)).not.toEqual(failed)
})

it('limits leaves rows below and above for carts of 100 to 600 PLN, BLIK among them', async () => {
  const shop = testShop({ scenario: 'limits' })
  const rows = await shop.list()
  for (const amount of [10_000, 35_000, 60_000]) {
    const inPln = rows.filter((one) => one.currency === 'PLN')
    const below = inPln.filter((one) => amount < one.transactionLimits.minTransaction.value)
    const above = inPln.filter((one) => amount > one.transactionLimits.maxTransaction.value)
    expect(below.map((one) => one.paymentMethodCode)).toContain('alior')
    expect(above.map((one) => one.paymentMethodCode)).toContain('blik')
  }
  expect((await shop.transaction({ paymentMethodCode: 'alior' })).status).toBe(406)
})

it('everything-down shows the whole list offline; empty shows none', async () => {
  const down = await testShop({ scenario: 'everything-down' }).list()
  expect(down.length).toBeGreaterThan(30)
  expect(down.every((one) => one.isOnline === false)).toBe(true)
  expect(await testShop({ scenario: 'empty' }).list()).toEqual([])
})

describe('malformed', () => {
  const isWhole = (one: unknown) => {
    if (typeof one !== 'object' || one === null) return false
    const { paymentMethod, paymentMethodCode, isOnline, description } = one as Record<string, unknown>
    return (
      [paymentMethod, paymentMethodCode, description].every(
        (text) => typeof text === 'string' && text !== '',
      ) && typeof isOnline === 'boolean'
    )
  }

  it('mixes broken rows with whole ones', async () => {
    const rows: unknown[] = await testShop({ scenario: 'malformed' }).list()
    expect(rows.filter(isWhole).length).toBeGreaterThan(20)
    expect(rows.filter((one) => !isWhole(one)).length).toBeGreaterThan(8)
    expect(rows).toContain(null)
    expect(rows.some((one) => typeof one === 'string')).toBe(true)
    const ids = rows.filter(isWhole).map((one) => {
      const { paymentMethodCode, currency } = one as Record<string, string>
      return `${paymentMethodCode} ${currency}`
    })
    expect(new Set(ids).size).toBeLessThan(ids.length)
  })

  it('answers HTML, JSON that breaks off, and wrong types, all with 200', async () => {
    const shop = testShop({ scenario: 'malformed' })
    const started = await shop.transaction()
    expect(started.status).toBe(200)
    expect(started.headers.get('content-type')).toContain('text/html')
    await expect((await shop.api('GET', 'transaction/any')).json()).rejects.toThrow(SyntaxError)
    expect(await shop.linked()).toEqual({ id: 7, url: null })
  })
})

it('validation names a field of the form and one that no form has', async () => {
  const shop = testShop({ scenario: 'validation' })
  for (const answer of [await shop.transaction(), await shop.link()]) {
    expect(answer.status).toBe(422)
    const { errors, instance } = await refusalOf(answer)
    expect(errors.map((error) => error.property)).toEqual(['customer.email', 'customer.vatStatus'])
    expect(errors.every((error) => error.message !== '')).toBe(true)
    expect(instance.orderId).toBe('A-1001')
  }
})

it('misconfigured answers 401 to the right token', async () => {
  expect((await testShop({ scenario: 'misconfigured' }).transaction()).status).toBe(401)
})
