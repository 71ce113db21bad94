import { expect, it, vi } from 'vitest'
import type { UpstreamAnswer } from './imoje-client.ts'
import { createReadPayment } from './read-payment.ts'

const error = { apiErrorResponse: { code: 'TRX-1', message: 'about service-9', instance: { a: 1 } } }
const page = { by: 'transaction', immediate: false } as const
const code = { by: 'transaction', immediate: true } as const

function setUp() {
  const onFailure = vi.fn<(status: number) => void>()
  const emit = vi.fn<(event: object) => void>()
  const read = createReadPayment({
    trustedOrigins: ['http://127.0.0.1:4010'],
    emit,
    redact: (text) => text.replaceAll('service-9', '[secret]'),
    onFailure,
  })
  return { read, emit, onFailure }
}

const answered = (status: number, body: unknown, headers?: Record<string, string>): UpstreamAnswer => ({
  outcome: 'answered',
  status,
  headers: new Headers(headers),
  body,
})

it.each([
  [400, error, page, true],
  [401, error, page, true],
  [406, error, page, true],
  [408, error, page, false],
  [409, error, page, false],
  [422, error, code, true],
  [422, undefined, page, false],
  [429, error, page, true],
  [500, undefined, page, true],
  [500, error, code, false],
  [502, error, page, false],
  [503, error, page, true],
  [503, undefined, page, false],
  [504, error, page, false],
])('passes %d on unchanged and knows whether it is an end (%o, %o: %s)', (status, body, way, known) => {
  const { read } = setUp()
  expect(read(answered(status, body), way)).toEqual({
    known,
    charges: !known,
    reply: {
      status,
      headers: {},
      body: body ? { code: 'TRX-1', message: 'about [secret]', errors: [] } : {},
    },
    ...(status === 500 && { channel: 'failed' }),
  })
})

it('passes on Retry-After, the trace and the date, and no other header', () => {
  const { read } = setUp()
  const headers = { 'retry-after': '7', 'x-trace-id': 't', date: 'now', 'set-cookie': 'a=b', server: 'x' }
  expect(read(answered(429, error, headers), page)).toMatchObject({
    reply: { headers: { 'retry-after': '7', 'x-trace-id': 't', date: 'now' } },
  })
})

it.each([
  [500, 'failed'],
  [520, 'failed'],
  [502, undefined],
  [503, undefined],
  [504, undefined],
  [406, undefined],
  [422, undefined],
])('tells of each failure by its status, and that a %d says of the channel: %s', (status, channel) => {
  const { read, onFailure } = setUp()
  expect(read(answered(status, error), page).channel).toBe(channel)
  expect(onFailure.mock.calls).toEqual([[status]])
})

it.each([
  ['started', { id: 't-1', status: 'new' }, 'succeeded'],
  ['was refused at once', { id: 't-1', status: 'rejected' }, undefined],
])('says of the channel of a payment that %s what is known', (_, transaction, channel) => {
  expect(setUp().read(answered(200, { transaction }), code).channel).toBe(channel)
})

it('answers in imoje’s place while nothing may be sent, with the seconds left rounded up', () => {
  expect(setUp().read({ outcome: 'held', forMs: 61_001 }, code)).toMatchObject({
    known: true,
    charges: false,
    reply: { status: 503, headers: { 'retry-after': '62' }, body: { code: 'gateway-unreachable' } },
  })
})

it('answers in imoje’s place when nothing could be sent', () => {
  expect(setUp().read({ outcome: 'unsent' }, code)).toEqual({
    known: true,
    charges: false,
    reply: { status: 503, headers: { 'retry-after': '300' }, body: { code: 'gateway-unreachable' } },
  })
})

it.each([
  ['timeout', 'upstream-timeout', 504],
  ['lost', 'internal', 500],
] as const)('makes a %s a problem nobody can take for imoje’s word', (outcome, type, status) => {
  expect(setUp().read({ outcome }, page)).toMatchObject({ refusal: { type, status } })
})

it.each([
  ['no JSON', undefined, page],
  ['no transaction', { transaction: {} }, page],
  ['no link', { payment: { id: 7 } }, { by: 'link', immediate: false } as const],
])('makes a success with %s a broken contract', (_, body, way) => {
  const { read, emit } = setUp()
  expect(read(answered(200, body), way)).toMatchObject({ refusal: { type: 'internal' } })
  expect(emit).toHaveBeenCalledWith(expect.objectContaining({ type: 'contract-broken' }))
})

const withUrl = (url: string) => ({ transaction: { id: 't-1', status: 'new' }, action: { url } })

it.each(['http://paywall.imoje.pl/x', 'javascript:alert(1)', '//evil.example', 'http://127.0.0.1:4011/x'])(
  'refuses the address %s, but keeps the id',
  (url) => {
    const { read, emit } = setUp()
    expect(read(answered(200, withUrl(url)), page)).toMatchObject({
      id: 't-1',
      refusal: { type: 'internal' },
    })
    expect(emit).toHaveBeenCalledWith(expect.objectContaining({ type: 'address-refused' }))
  },
)

it.each(['https://paywall.imoje.pl/x', 'http://127.0.0.1:4010/s/x'])('passes the address %s', (url) => {
  expect(setUp().read(answered(201, withUrl(url)), page)).toMatchObject({
    id: 't-1',
    known: true,
    charges: true,
  })
})

it('tells an attempt that was rejected at once from one that charges', () => {
  const body = { transaction: { id: 't-1', status: 'rejected', statusCode: 'BLK-ERROR-210005' } }
  const reading = setUp().read(answered(200, body), code)
  expect(reading).toMatchObject({ known: true, charges: false, ended: { id: 't-1', status: 'rejected' } })
})
