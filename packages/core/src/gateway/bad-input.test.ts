import { describe, expect, it } from 'vitest'
import { channelOf, createBackend, json, order, pay, problem, started } from '../../test/backend.ts'
import {
  buildFacts,
  buildGatewayReport,
  buildReport,
  foldReports,
  mBank,
  minutes,
  seconds,
  start,
} from '../../test/facts.ts'
import { buildContext, buildFlatList, buildFlatRow, type Json } from '../../test/lists.ts'
import { resolveAvailability } from '../availability/availability.ts'
import { emptyCircuit, reduceGatewayCircuit } from '../availability/circuit.ts'
import { defaultPolicy } from '../availability/policy.ts'
import { channelsOf } from '../domain/catalogue.ts'
import { checkOrder } from '../domain/order.ts'
import { decodeCatalogue, type DecodedCatalogue } from './decode.ts'

/*
 * Everything that may come in wrong, and what is made of it: a clear error, or something harmless.
 */

const decodeRows = (...rows: unknown[]): DecodedCatalogue =>
  decodeCatalogue(buildFlatList(...rows), buildContext())
const good = buildFlatRow('blik', 'blik')
const idsOf = (decoded: DecodedCatalogue): readonly string[] =>
  channelsOf(decoded.catalogue).map(({ id }) => id)
const resolve = (own: Parameters<typeof buildFacts>[0], now = start) =>
  resolveAvailability(buildFacts(own), now, defaultPolicy)

const badAmounts: readonly [what: string, amount: unknown][] = [
  ['negative', -1],
  ['fractional', 12.5],
  ['too large to count with', Number.MAX_SAFE_INTEGER + 1],
  ['endless', Infinity],
  ['no number', Number.NaN],
  ['a text', '12999'],
]

describe.each(badAmounts)('an amount that is %s', (_, amount) => {
  it('is refused for an order, with what to write', () => {
    expect(() => checkOrder({ ...order, amount: amount as number })).toThrow(
      expect.objectContaining({
        code: 'order-invalid',
        message: expect.stringContaining('12_999 for 129.99') as string,
      }),
    )
  })

  it.each(['minTransaction', 'maxTransaction'])('costs a row that has it as %s, and no other', (side) => {
    const row = buildFlatRow('wt', 'wt', { transactionLimits: { [side]: { value: amount } } })
    const decoded = decodeRows(row, good)
    expect(idsOf(decoded)).toEqual(['blik/blik'])
    expect(decoded.discarded).toEqual([
      { at: '0', reason: 'broken', detail: `transactionLimits.${side}.value` },
    ])
  })

  it('is no rest of the shop’s', () => {
    const { catalogue } = decodeRows({ ...good, restsForMs: amount })
    expect(channelsOf(catalogue)[0]?.restsUntil).toBeUndefined()
  })

  it('is no new total of an order', async () => {
    const body = { type: 'order-changed', amount, currency: 'PLN' }
    const { gateway } = createBackend(() => problem(409, body))
    const answer = await gateway.startPayment(pay())
    expect(answer).toMatchObject({ ok: false, name: 'order-changed', currency: 'PLN' })
    expect(answer).toHaveProperty('amount', undefined)
  })
})

describe('a currency', () => {
  it.each<[string, unknown]>([
    ['nothing', ''],
    ['a sign', 'zł'],
    ['a code in small letters', 'pln'],
    ['a code that is too short', 'PL'],
    ['a code that is too long', 'PLNX'],
    ['a code with a mark that turns the writing', '\u202EPLN'],
    ['10 kB', 'P'.repeat(10_000)],
    ['a number', 985],
    ['null', null],
  ])('that is %s is refused for an order, and no currency of a changed one', async (_, currency) => {
    expect(() => checkOrder({ ...order, currency: currency as string })).toThrow(
      expect.objectContaining({ code: 'order-invalid' }),
    )
    const { gateway } = createBackend(() => problem(409, { type: 'order-changed', amount: 5, currency }))
    const answer = await gateway.startPayment(pay())
    expect(answer).toMatchObject({ ok: false, name: 'order-changed', amount: 5 })
    expect(answer).toHaveProperty('currency', undefined)
  })

  it('that nobody has heard of leaves its rows out', () => {
    const decoded = decodeRows(buildFlatRow('wt', 'wt', { currency: 'XYZ' }), good)
    expect(idsOf(decoded)).toEqual(['blik/blik'])
    expect(decoded.discarded).toEqual([])
  })

  it('that nobody has heard of leaves an order without channels', () => {
    const { catalogue } = decodeCatalogue(buildFlatList(good), buildContext({ currency: 'XYZ' }))
    expect(catalogue.methods).toEqual([])
  })
})

describe('an id that comes twice', () => {
  it('is the first row, with an event about the second', () => {
    const decoded = decodeRows(good, buildFlatRow('blik', 'blik', { description: 'Again' }))
    expect(channelsOf(decoded.catalogue).map(({ label }) => label)).toEqual(['The blik'])
    expect(decoded.discarded).toEqual([{ at: '1', reason: 'duplicate', detail: 'blik/blik' }])
  })

  it('is one id however it is cut into method and code', () => {
    const decoded = decodeRows(buildFlatRow('a', 'b/c'), buildFlatRow('a/b', 'c'))
    expect(idsOf(decoded)).toEqual(['a/b/c'])
  })

  it('counts as one report', () => {
    const report = buildReport('failed', { at: start })
    const repeat = { ...report, at: start + minutes(9), outcome: 'refused' } as const
    expect(foldReports([report, repeat]).state).toEqual(foldReports([report]).state)
  })

  it('never gives two methods one id, however their names are chosen', () => {
    const group = (method: string, code: string): Json => ({
      isOnline: true,
      channels: [{ paymentMethod: method, paymentMethodCode: code, isOnline: true }],
    })
    const body = [
      group('pbl', 'a'),
      group('pbl~2', 'b'),
      group('pbl', 'c'),
      group('pbl~3', 'd'),
      group('pbl', 'e'),
    ]
    const { catalogue } = decodeCatalogue(body, buildContext())
    expect(new Set(catalogue.methods.map(({ id }) => id)).size).toBe(5)
    expect(channelsOf(catalogue)).toHaveLength(5)
  })
})

const oddNames: readonly [what: string, name: string][] = [
  ['marks that turn the writing', '\u202Egnab\u202C\u200F'],
  ['the name of every prototype', '__proto__'],
  ['the name of a built-in property', 'constructor'],
  ['10 kB', 'x'.repeat(10_000)],
  ['half a character', '\uD800'],
  ['a slash, a query and a dot', '../a?b#c'],
  ['a line break and a null', 'a\r\nb\u0000'],
]

describe.each(oddNames)('an id with %s', (_, name) => {
  it('is kept as it is, and harms no other row', () => {
    const decoded = decodeRows(buildFlatRow('pbl', name), good)
    expect(idsOf(decoded)).toEqual([`pbl/${name}`, 'blik/blik'])
    expect(decoded.discarded).toEqual([])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('is a method too, unless it has a slash: then its ids could be those of another', () => {
    const decoded = decodeRows(buildFlatRow(name, name), good)
    const isKept = !name.includes('/')
    expect(idsOf(decoded)).toEqual(isKept ? [`${name}/${name}`, 'blik/blik'] : ['blik/blik'])
    expect(decoded.discarded).toEqual(isKept ? [] : [{ at: '0', reason: 'broken', detail: 'paymentMethod' }])
  })

  it('gives a name of a bounded length, and events of one', () => {
    const row = { paymentMethod: 'pbl', paymentMethodCode: name, isOnline: true }
    const named = { ...row, paymentMethodCode: 'other', description: name }
    const { catalogue, discarded } = decodeRows(row, row, named)
    for (const { label } of channelsOf(catalogue)) {
      expect(label.length).toBeLessThanOrEqual(200)
      expect(name.startsWith(label)).toBe(true)
    }
    for (const { detail } of discarded) expect(detail.length).toBeLessThanOrEqual(200)
  })

  it('is paid as it is', async () => {
    const { gateway, seen } = createBackend(() => json(started()))
    expect(await gateway.startPayment({ ...pay(), channel: channelOf(name, name) })).toMatchObject({
      ok: true,
    })
    expect(seen[0]?.body).toMatchObject({ paymentMethod: name, paymentMethodCode: name })
  })

  it('of an order or a transaction stays inside its part of the address', async () => {
    const { gateway, seen } = createBackend(() => json({ status: 'pending', transaction: { id: 't-1' } }))
    expect(await gateway.getOrderPayment({ orderId: name, idempotencyKey: name })).toMatchObject({ ok: true })
    expect(await gateway.getTransaction({ id: name })).toMatchObject({ ok: true })
    const parts = seen.map(({ url }) => url.pathname.split('/').map(decodeURIComponent))
    const sent = name.replace('\uD800', '\uFFFD')
    expect(parts).toEqual([
      ['', 'api', 'payments', 'orders', sent, 'payment'],
      ['', 'api', 'payments', 'transactions', sent],
    ])
    expect(seen[0]?.url.searchParams.get('key')).toBe(sent)
  })

  it('has a circuit of its own', () => {
    const report = buildReport('failed', { at: start, channel: `pbl/${name}`, id: name })
    expect(foldReports([report]).state).toMatchObject({ state: 'open', trip: 1 })
  })
})

describe('10,000 channels', () => {
  it('are all read, and each has its answer', () => {
    const rows = Array.from({ length: 10_000 }, (_, index) => buildFlatRow('pbl', `bank${index}`))
    const channels = channelsOf(decodeRows(...rows).catalogue)
    expect(channels).toHaveLength(10_000)
    expect(channels.every((channel) => resolve({ channel }).status === 'available')).toBe(true)
  })
})

describe('an image', () => {
  it.each([
    'https://evil.example/a.png',
    'http://data.imoje.pl/a.png',
    'https://data.imoje.pl.evil.example/a.png',
    'https://data.imoje.pl@evil.example/a.png',
    'javascript:alert(1)',
    'data:text/html,<script>',
    '//evil.example/a.png',
    'not an address',
  ])('at %s is not shown, with an event; the row stays', (png) => {
    const decoded = decodeRows(buildFlatRow('blik', 'blik', { paymentMethodCodeImage: [{ png }] }))
    expect(idsOf(decoded)).toEqual(['blik/blik'])
    expect(channelsOf(decoded.catalogue)[0]?.image).toBeUndefined()
    expect(decoded.discarded).toEqual([{ at: '0', reason: 'image-refused', detail: png }])
  })
})

describe('a time', () => {
  const retryAfter = async (value: string, own: Record<string, string> = {}) => {
    const { gateway } = createBackend(() =>
      json({}, { status: 503, headers: { 'retry-after': value, ...own } }),
    )
    const answer = await gateway.listPaymentMethods({ order, locale: 'pl' })
    const at = start
    const report = buildGatewayReport('failed', { at, retryAfterMs: answer.ok ? NaN : answer.retryAfterMs })
    const { state } = reduceGatewayCircuit(emptyCircuit, report, defaultPolicy)
    return state.state === 'open' ? state.checkAt - at : undefined
  }
  const date = 'Sun, 22 Nov 2026 14:00:00 GMT'

  it.each<[string, string, number]>([
    ['of three centuries', '9999999999', minutes(30)],
    ['of more digits than a number has', '9'.repeat(400), minutes(30)],
    ['far away', 'Fri, 31 Dec 9999 23:59:59 GMT', minutes(30)],
    ['in the past', 'Thu, 01 Jan 1970 00:00:00 GMT', seconds(30)],
    ['of no time', '0', seconds(30)],
    ['that is negative', '-5', minutes(5)],
    ['that is a fraction', '1.5', minutes(5)],
    ['that is no time', 'soon', minutes(5)],
    ['that is a date of no calendar', 'Sun, 99 Nov 2026 99:00:00 GMT', minutes(5)],
  ])('to wait for, %s, holds imoje for a bounded span', async (_, value, expected) => {
    expect(await retryAfter(value, { date })).toBe(expected)
  })

  it.each(['9999999999', '9'.repeat(17), '9'.repeat(400)])(
    'of %.17s s of age is a date still',
    async (age) => {
      const { gateway } = createBackend(() => json(buildFlatList(good), { headers: { age } }))
      const answer = await gateway.listPaymentMethods({ order, locale: 'pl' })
      const asOf = answer.ok ? answer.value.catalogue.asOf : Number.NaN
      expect(Number.isNaN(new Date(asOf).getTime())).toBe(false)
      expect(resolve({ asOf }).status).toBe('unconfirmed')
    },
  )

  it('in the past ends an override, a rest and a hold', () => {
    expect(resolve({ override: { until: start - 1 } }).status).toBe('available')
    expect(resolve({ override: { until: 0 } }).status).toBe('available')
    expect(resolve({ channel: { ...mBank, restsUntil: start } }).status).toBe('available')
    expect(resolve({ gateway: { state: 'open', checkAt: 0 } })).toMatchObject({ check: 'due' })
  })

  it('of a rest that the shop tells is believed within the cap', () => {
    const { catalogue } = decodeRows({ ...good, restsForMs: Number.MAX_SAFE_INTEGER })
    expect(channelsOf(catalogue)[0]?.restsUntil).toBe(start + seconds(1) + minutes(30))
  })
})
