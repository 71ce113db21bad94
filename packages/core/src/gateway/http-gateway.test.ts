import { describe, expect, it, vi } from 'vitest'
import { channelOf, createBackend, html, json, order, pay, started } from '../../test/backend.ts'
import { minutes, seconds, start } from '../../test/facts.ts'
import { buildFlatList, buildFlatRow, buildGroup, buildNestedRow } from '../../test/lists.ts'
import { buildPolicy } from '../availability/policy.ts'
import { channelsOf } from '../domain/catalogue.ts'
import { TillkitError } from '../domain/errors.ts'
import { createHttpGateway } from './http-gateway.ts'

const list = { order, locale: 'pl' }
const blik = buildFlatList(buildFlatRow('blik', 'blik'))

describe('createHttpGateway', () => {
  it('needs an endpoint', () => {
    const attempt = () => createHttpGateway({ endpoint: '' })
    expect(attempt).toThrow(TillkitError)
    expect(attempt).toThrow(expect.objectContaining({ code: 'options-invalid' }))
    expect(attempt).toThrow(/endpoint.*'\/api\/payments'/)
  })

  it('needs trusted origins to be origins', () => {
    const attempt = () => createHttpGateway({ endpoint: '/api', trustedOrigins: ['pay.example'] })
    expect(attempt).toThrow(expect.objectContaining({ code: 'options-invalid' }))
  })

  it('names what it talks to, so that two gateways are not mixed up', () => {
    const keys = ['/api/payments', 'https://a.example/pay'].map(
      (endpoint) => createHttpGateway({ endpoint }).key,
    )
    expect(new Set(keys).size).toBe(2)
  })

  it("uses the page's own fetch, clock and onLine where none are given", async () => {
    const seen: string[] = []
    vi.stubGlobal('fetch', async (url: string) => {
      seen.push(url)
      return json(blik)
    })
    vi.stubGlobal('navigator', { onLine: true })
    const gateway = createHttpGateway({ endpoint: '/api' })
    vi.spyOn(Date, 'now').mockReturnValue(start)
    expect(await gateway.listPaymentMethods(list)).toMatchObject({ ok: true, sentAt: start, at: start })
    vi.stubGlobal('navigator', { onLine: false })
    expect(await gateway.listPaymentMethods(list)).toMatchObject({ ok: false, name: 'offline' })
    expect(seen).toHaveLength(1)
    vi.stubGlobal('navigator', undefined)
    expect(await gateway.listPaymentMethods(list)).toMatchObject({ ok: true })
  })
})

describe('listPaymentMethods', () => {
  it('asks for the list of one order, for this device and language', async () => {
    const { gateway, seen } = createBackend(() => json(blik))
    await gateway.listPaymentMethods({ order: { ...order, id: 'A 1/ż&x=1' }, locale: 'pl' })
    const [request] = seen
    expect(request?.init.method ?? 'GET').toBe('GET')
    expect(request?.url.pathname).toBe('/api/payments/payment-methods')
    expect(Object.fromEntries(request?.url.searchParams ?? [])).toEqual({
      orderId: 'A 1/ż&x=1',
      device: 'desktop',
      locale: 'pl',
    })
    expect(request?.body).toBeUndefined()
  })

  it('says mobile where the pointer is coarse', async () => {
    vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === '(pointer: coarse)' }))
    const { gateway, seen } = createBackend(() => json(blik))
    await gateway.listPaymentMethods(list)
    expect(seen[0]?.url.searchParams.get('device')).toBe('mobile')
  })

  it('asks past every cache only when told to', async () => {
    const { gateway, seen } = createBackend(() => json(blik))
    await gateway.listPaymentMethods({ ...list, fresh: true })
    await gateway.listPaymentMethods({ ...list, fresh: false })
    expect(seen.map(({ url }) => url.searchParams.get('fresh'))).toEqual(['1', null])
  })

  it('answers with the catalogue, dated by our clock', async () => {
    const { gateway, clock } = createBackend(() => {
      clock.jump(seconds(2))
      return json(blik)
    })
    const answer = await gateway.listPaymentMethods(list)
    expect(answer).toMatchObject({ ok: true, status: 200, sentAt: start, at: start + seconds(2) })
    expect(answer.ok && answer.value.catalogue).toMatchObject({ requestedAt: start, asOf: start })
    expect(answer.ok && channelsOf(answer.value.catalogue).map(({ id }) => id)).toEqual(['blik/blik'])
  })

  it.each([
    ['40', 40],
    ['0', 0],
    ['-5', 0],
    ['soon', 0],
    ['1.5', 0],
  ])('takes Age: %s for %i seconds', async (age, expected) => {
    const { gateway } = createBackend(() => json(blik, { headers: { age } }))
    const answer = await gateway.listPaymentMethods(list)
    expect(answer.ok && answer.value.catalogue.asOf).toBe(start - seconds(expected))
  })

  it('reads the nested list too, and keeps events about rows', async () => {
    const { gateway } = createBackend(() =>
      json([buildGroup('BLIK', [buildNestedRow('blik', 'blik'), null])]),
    )
    const answer = await gateway.listPaymentMethods(list)
    expect(answer.ok && answer.value.discarded).toEqual([expect.objectContaining({ reason: 'broken' })])
  })

  it("reads the rows in the order's currency", async () => {
    const row = buildFlatRow('blik', 'blik', { currency: 'EUR' })
    const { gateway } = createBackend(() => json(buildFlatList(row)))
    const answer = await gateway.listPaymentMethods({ ...list, order: { ...order, currency: 'EUR' } })
    expect(answer.ok && channelsOf(answer.value.catalogue)).toHaveLength(1)
  })

  it("counts the shop's rest from the arrival and believes it within the cap", async () => {
    const rows = [
      buildFlatRow('blik', 'blik', { restsForMs: seconds(90) }),
      buildFlatRow('wt', 'wt', { restsForMs: minutes(999) }),
    ]
    const { gateway, clock } = createBackend(() => {
      clock.jump(seconds(3))
      return json(buildFlatList(...rows), { headers: { age: '60' } })
    })
    const answer = await gateway.listPaymentMethods(list)
    expect(answer.ok && channelsOf(answer.value.catalogue).map(({ restsUntil }) => restsUntil)).toEqual([
      start + seconds(93),
      start + seconds(3) + minutes(30),
    ])
  })

  it("follows the shop's own cap", async () => {
    const policy = buildPolicy({ coolDownsMs: [minutes(1), minutes(2)] })
    const row = buildFlatRow('blik', 'blik', { restsForMs: minutes(999) })
    const { gateway } = createBackend(() => json(buildFlatList(row)), { policy })
    const answer = await gateway.listPaymentMethods(list)
    expect(answer.ok && channelsOf(answer.value.catalogue)[0]?.restsUntil).toBe(start + minutes(2))
  })

  it('shows images only from allowed origins', async () => {
    const image = (png: string) => ({ paymentMethodCodeImage: [{ png }] })
    const rows = [
      buildFlatRow('blik', 'blik', image('https://cdn.shop.example/blik.png')),
      buildFlatRow('wt', 'wt', image('https://evil.example/wt.png')),
    ]
    const trustedOrigins = ['https://cdn.shop.example']
    const { gateway } = createBackend(() => json(buildFlatList(...rows)), { trustedOrigins })
    const answer = await gateway.listPaymentMethods(list)
    expect(answer.ok && channelsOf(answer.value.catalogue).map(({ image }) => image)).toEqual([
      'https://cdn.shop.example/blik.png',
      undefined,
    ])
    expect(answer.ok && answer.value.discarded).toEqual([
      expect.objectContaining({ reason: 'image-refused', detail: 'https://evil.example/wt.png' }),
    ])
  })
})

describe('startPayment', () => {
  it.each([
    ['pbl', 'mtransfer'],
    ['blik', 'blik'],
    ['ing', 'ing'],
    ['imoje_paylater', 'paypo'],
    ['wt', 'wt'],
    ['wallet', 'gpay'],
    ['wallet', 'applepay'],
    ['wallet', 'paypal'],
    ['something_new', 'x'],
  ])('creates a transaction for %s/%s', async (method, code) => {
    const { gateway, seen } = createBackend(() => json(started()))
    await gateway.startPayment(pay(method, code))
    expect(seen).toHaveLength(1)
    expect(seen[0]?.url.pathname).toBe('/api/payments/transactions')
    expect(seen[0]?.body).toEqual({
      orderId: 'A-1001',
      paymentMethod: method,
      paymentMethodCode: code,
      expectedAmount: 12_999,
      expectedCurrency: 'PLN',
    })
  })

  it.each([
    ['card', 'card', 'card'],
    ['wallet', 'visa_mobile', 'card'],
    ['imoje_installments', 'inst', 'imoje_installments'],
    ['lease', 'lease', 'lease'],
  ])('makes a link for %s/%s that shows %s', async (method, code, visible) => {
    const { gateway, seen } = createBackend(() =>
      json({ payment: { id: 'p-1', url: 'https://paywall.imoje.pl/s/abc' } }),
    )
    const answer = await gateway.startPayment(pay(method, code))
    expect(seen).toHaveLength(1)
    expect(seen[0]?.url.pathname).toBe('/api/payments/payment-links')
    expect(seen[0]?.body).toEqual({
      orderId: 'A-1001',
      visibleMethod: [visible],
      preselectMethodCode: code,
      expectedAmount: 12_999,
      expectedCurrency: 'PLN',
    })
    expect(answer).toMatchObject({
      ok: true,
      value: {
        id: 'p-1',
        action: { type: 'redirect', method: 'GET', url: 'https://paywall.imoje.pl/s/abc' },
      },
    })
  })

  it.each([
    ['/transactions', channelOf('pbl', 'mtransfer')],
    ['/payment-links', channelOf('card', 'card')],
  ])('sends a key and JSON to %s', async (path, channel) => {
    const { gateway, seen } = createBackend(() => html(500))
    await gateway.startPayment({ order, channel, idempotencyKey: 'k-42' })
    const { url, init, headers } = seen[0]!
    expect(url.pathname).toBe(`/api/payments${path}`)
    expect(init.method).toBe('POST')
    expect(headers.get('idempotency-key')).toBe('k-42')
    expect(headers.get('content-type')).toBe('application/json')
  })

  it('follows a page by its address', async () => {
    const { gateway } = createBackend(() => json(started(), { status: 201 }))
    expect(await gateway.startPayment(pay())).toMatchObject({
      ok: true,
      status: 201,
      value: {
        id: 't-1',
        status: 'new',
        action: { type: 'redirect', method: 'GET', url: 'https://paywall.imoje.pl/pay/1' },
      },
    })
  })

  it('follows a page by a form, with the fields in order', async () => {
    const action = {
      type: 'redirect',
      url: 'https://paywall.imoje.pl/form',
      method: 'post',
      contentType: 'application/x-www-form-urlencoded',
      contentBodyRaw: 'b=1&a=%C5%BC+x&b=2&empty=',
    }
    const { gateway } = createBackend(() => json(started(action)))
    const answer = await gateway.startPayment(pay())
    expect(answer.ok && answer.value.action).toEqual({
      type: 'redirect',
      method: 'POST',
      url: 'https://paywall.imoje.pl/form',
      fields: [
        ['b', '1'],
        ['a', 'ż x'],
        ['b', '2'],
        ['empty', ''],
      ],
    })
  })

  it('follows a form without fields', async () => {
    const action = { url: 'https://paywall.imoje.pl/form', method: 'POST', contentBodyRaw: null }
    const { gateway } = createBackend(() => json(started(action)))
    const answer = await gateway.startPayment(pay())
    expect(answer.ok && answer.value.action).toMatchObject({ method: 'POST', fields: [] })
  })

  it('shows where a transfer goes', async () => {
    const ban = '12345678901234567890123456'
    const { gateway } = createBackend(() => json(started({ type: 'transfer', ban, title: 'A-1001' })))
    const answer = await gateway.startPayment(pay('wt', 'wt'))
    expect(answer.ok && answer.value.action).toEqual({ type: 'transfer', account: ban, title: 'A-1001' })
  })

  it('takes a transfer without a title', async () => {
    const { gateway } = createBackend(() => json(started({ type: 'transfer', ban: '1', title: null })))
    const answer = await gateway.startPayment(pay('wt', 'wt'))
    expect(answer.ok && answer.value.action).toEqual({ type: 'transfer', account: '1', title: '' })
  })

  it.each(['rejected', 'error'])('needs no page for a payment that is %s at once', async (status) => {
    const transaction = { id: 't-1', status, statusCode: 'BLK-ERROR-210005' }
    const { gateway } = createBackend(() => json({ transaction }))
    expect(await gateway.startPayment(pay())).toMatchObject({
      ok: true,
      value: { id: 't-1', status, statusCode: 'BLK-ERROR-210005' },
    })
  })

  it.each<[string, unknown]>([
    ['no action', { transaction: { id: 't-1', status: 'new' } }],
    ['an action that is null', started(null)],
    ['an action without an address', started({ type: 'redirect', url: '' })],
    ['no id', { transaction: {}, action: started().action }],
    ['an empty id', { transaction: { id: '' }, action: started().action }],
    ['nothing', {}],
    ['a list', []],
    ['null', null],
  ])('is unreadable when a success has %s', async (_, body) => {
    const { gateway } = createBackend(() => json(body))
    expect(await gateway.startPayment(pay())).toMatchObject({
      ok: false,
      name: 'unreadable',
      status: 200,
      readable: false,
    })
  })

  it("tells the developer what was missing from a payment that can't be followed", async () => {
    const { gateway } = createBackend(() => json(started(null)))
    expect(await gateway.startPayment(pay())).toMatchObject({
      code: 'contract-broken',
      detail: 'TillkitError: A payment that needs a page came without an address.',
    })
  })

  it.each<[string, unknown]>([
    ['no address', { payment: { id: 'p-1' } }],
    ['an empty address', { payment: { id: 'p-1', url: '' } }],
    ['no id', { payment: { url: 'https://paywall.imoje.pl/s/1' } }],
    ['nothing', {}],
  ])('is unreadable when a link has %s', async (_, body) => {
    const { gateway } = createBackend(() => json(body))
    expect(await gateway.startPayment(pay('card', 'card'))).toMatchObject({ ok: false, name: 'unreadable' })
  })

  it.each([
    'https://evil.example/pay',
    'javascript:alert(1)',
    'data:text/html,hello',
    'http://paywall.imoje.pl/pay/1',
    'https://paywall.imoje.pl@evil.example/',
    'https://paywall.imoje.pl.evil.example/',
    '//evil.example/',
    '/relative',
    'not an address',
  ])('refuses to follow %s', async (url) => {
    for (const [body, channel] of [
      [started({ url }), 'mtransfer'],
      [started({ url, method: 'POST', contentBodyRaw: 'a=1' }), 'mtransfer'],
      [{ payment: { id: 'p-1', url } }, 'card'],
    ] as const) {
      const { gateway } = createBackend(() => json(body))
      const request = channel === 'card' ? pay('card', 'card') : pay()
      expect(await gateway.startPayment(request)).toMatchObject({
        ok: false,
        name: 'unreadable',
        code: 'redirect-refused',
        detail: `TillkitError: ${url} is not on an allowed origin; add its origin to trustedOrigins if it is right.`,
      })
    }
  })

  it("follows to an origin that the shop trusts, and to the page's own", async () => {
    vi.stubGlobal('location', { origin: 'https://shop.example' })
    const trustedOrigins = ['http://127.0.0.1:4001']
    for (const [url, followed] of [
      ['http://127.0.0.1:4001/s/1', 'http://127.0.0.1:4001/s/1'],
      ['/thanks', 'https://shop.example/thanks'],
      ['https://sandbox.paywall.imoje.pl/s/1', 'https://sandbox.paywall.imoje.pl/s/1'],
    ]) {
      const { gateway } = createBackend(() => json(started({ url })), { trustedOrigins })
      const answer = await gateway.startPayment(pay())
      expect(answer.ok && answer.value.action).toMatchObject({ url: followed })
    }
  })
})

describe('getOrderPayment', () => {
  it('asks about the order, or about one attempt', async () => {
    const { gateway, seen } = createBackend(() => json({ status: 'paid', transactionId: 't-1' }))
    const answer = await gateway.getOrderPayment({ orderId: 'A/1 ż' })
    await gateway.getOrderPayment({ orderId: 'A-1001', idempotencyKey: 'k&1' })
    expect(answer).toMatchObject({ ok: true, value: { status: 'paid', transactionId: 't-1' } })
    expect(seen.map(({ url, init }) => [init.method ?? 'GET', url.pathname, url.search])).toEqual([
      ['GET', '/api/payments/orders/A%2F1%20%C5%BC/payment', ''],
      ['GET', '/api/payments/orders/A-1001/payment', '?key=k%261'],
    ])
  })

  it.each(['none', 'pending', 'paid', 'failed'])('reads %s', async (status) => {
    const { gateway } = createBackend(() => json({ status }))
    expect(await gateway.getOrderPayment({ orderId: 'A' })).toMatchObject({ ok: true, value: { status } })
  })

  it.each<unknown>([{ status: 'settled' }, {}, null, [], { status: 'paid', transactionId: 5 }])(
    'takes %j for unreadable',
    async (body) => {
      const { gateway } = createBackend(() => json(body))
      expect(await gateway.getOrderPayment({ orderId: 'A' })).toMatchObject({ ok: false, name: 'unreadable' })
    },
  )
})
