import { describe, expect, it } from 'vitest'
import { channelOf, createBackend, json, pay, started } from '../../test/backend.ts'

const withCode = { ...pay('blik', 'blik'), blikCode: '777123' }
const waiting = { transaction: { id: 't-1', status: 'pending', statusCode: null } }

describe('a payment with a BLIK code', () => {
  it('sends the code as text, leading zeros and all', async () => {
    const { gateway, seen } = createBackend(() => json(waiting))
    await gateway.startPayment({ ...withCode, blikCode: '000123' })
    expect(seen[0]?.url.pathname).toBe('/api/payments/transactions')
    expect(seen[0]?.body).toEqual({
      orderId: 'A-1001',
      paymentMethod: 'blik',
      paymentMethodCode: 'blik',
      blikCode: '000123',
      expectedAmount: 12_999,
      expectedCurrency: 'PLN',
    })
  })

  it('never puts the code into an address', async () => {
    const { gateway, seen } = createBackend(() => json(waiting))
    await gateway.startPayment(withCode)
    expect(seen[0]?.url.href).not.toContain('777123')
  })

  it.each<[string, unknown]>([
    ['no action', waiting],
    ['an action that is null', { ...waiting, action: null }],
    ['an action without an address', { ...waiting, action: { type: 'redirect', url: '' } }],
  ])('needs no page: %s is a success', async (_, body) => {
    const { gateway } = createBackend(() => json(body, { status: 201 }))
    const answer = await gateway.startPayment(withCode)
    expect(answer).toMatchObject({ ok: true, status: 201, value: { id: 't-1', status: 'pending' } })
    expect(answer.ok && answer.value.action).toBeUndefined()
  })

  it('follows a page where imoje has one all the same, as its sandbox does', async () => {
    const { gateway } = createBackend(() => json(started()))
    expect(await gateway.startPayment(withCode)).toMatchObject({
      ok: true,
      value: { action: { type: 'redirect', url: 'https://paywall.imoje.pl/pay/1' } },
    })
  })

  it('says why it was refused at once', async () => {
    const transaction = { id: 't-1', status: 'rejected', statusCode: 'BLK-ERROR-210005' }
    const { gateway } = createBackend(() => json({ transaction }))
    expect(await gateway.startPayment(withCode)).toMatchObject({
      ok: true,
      value: { status: 'rejected', statusCode: 'BLK-ERROR-210005' },
    })
  })

  it.each<[string, unknown]>([
    ['no id', { transaction: { status: 'pending' } }],
    ['an empty id', { transaction: { id: '', status: 'pending' } }],
    ['nothing', {}],
  ])('is unreadable when a success has %s', async (_, body) => {
    const { gateway } = createBackend(() => json(body))
    expect(await gateway.startPayment(withCode)).toMatchObject({ ok: false, name: 'unreadable' })
  })

  it('still refuses to follow a foreign page', async () => {
    const { gateway } = createBackend(() => json(started({ url: 'https://evil.example/pay' })))
    expect(await gateway.startPayment(withCode)).toMatchObject({
      ok: false,
      name: 'unreadable',
      code: 'redirect-refused',
    })
  })
})

describe('a code given for another channel', () => {
  it.each([
    ['pbl', 'mtransfer'],
    ['card', 'ecom3ds'],
    ['something_new', 'x'],
  ])('is not sent for %s/%s, which needs its page', async (method, code) => {
    const { gateway, seen } = createBackend(() => json(waiting))
    const answer = await gateway.startPayment({ ...withCode, channel: channelOf(method, code) })
    expect(JSON.stringify(seen[0]?.body)).not.toContain('777123')
    expect(answer).toMatchObject({ ok: false, name: 'unreadable' })
  })
})

describe('getTransaction', () => {
  it('asks about one transaction', async () => {
    const { gateway, seen } = createBackend(() => json(waiting))
    await gateway.getTransaction({ id: 'a/b ż?' })
    expect(seen.map(({ url, init }) => [init.method ?? 'GET', url.pathname, url.search])).toEqual([
      ['GET', '/api/payments/transactions/a%2Fb%20%C5%BC%3F', ''],
    ])
  })

  it('answers with its status, and with nothing else of it', async () => {
    const transaction = {
      id: 't-1',
      status: 'rejected',
      statusCode: 'BLK-ERROR-210009',
      statusCodeDescription: 'Odrzucono',
      paymentMethod: 'blik',
      payerData: { email: 'jan@example.com' },
    }
    const { gateway } = createBackend(() => json({ transaction }))
    const answer = await gateway.getTransaction({ id: 't-1' })
    expect(answer.ok && answer.value).toEqual({
      id: 't-1',
      status: 'rejected',
      statusCode: 'BLK-ERROR-210009',
    })
  })

  it('takes a transaction whose status is missing or odd: what it is isn’t known', async () => {
    for (const odd of [{}, { status: null }, { status: 5, statusCode: [] }, { status: '' }]) {
      const { gateway } = createBackend(() => json({ transaction: { id: 't-1', ...odd } }))
      const answer = await gateway.getTransaction({ id: 't-1' })
      expect(answer.ok && answer.value).toEqual({ id: 't-1' })
    }
  })

  it.each<unknown>([
    {},
    null,
    [],
    'x',
    { id: 't-1', status: 'settled' },
    { transaction: {} },
    { transaction: { id: 7 } },
  ])('takes %j for unreadable', async (body) => {
    const { gateway } = createBackend(() => json(body))
    expect(await gateway.getTransaction({ id: 't-1' })).toMatchObject({ ok: false, name: 'unreadable' })
  })
})
