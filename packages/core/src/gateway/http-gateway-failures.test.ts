import { describe, expect, it, vi } from 'vitest'
import {
  broken,
  createBackend,
  html,
  json,
  link,
  never,
  neverEnding,
  order,
  pay,
  problem,
  started,
  type Backend,
} from '../../test/backend.ts'
import { minutes, seconds, start } from '../../test/facts.ts'
import { buildFlatList } from '../../test/lists.ts'
import { buildPolicy } from '../availability/policy.ts'
import type { Answer, Failure } from './answer.ts'

/** Every request a gateway makes, and how long it waits. */
const requests = [
  ['the list', seconds(8), ({ gateway }: Backend) => gateway.listPaymentMethods({ order, locale: 'pl' })],
  ['a transaction', seconds(20), ({ gateway }: Backend) => gateway.startPayment(pay())],
  [
    'a transaction with a BLIK code',
    seconds(20),
    ({ gateway }: Backend) => gateway.startPayment({ ...pay('blik', 'blik'), blikCode: '777123' }),
  ],
  ['a link', seconds(20), ({ gateway }: Backend) => gateway.startPayment(pay('card', 'card'))],
  ['a fallback link', seconds(20), ({ gateway }: Backend) => gateway.createLink(link())],
  ["a transaction's status", seconds(8), ({ gateway }: Backend) => gateway.getTransaction({ id: 't' })],
  ["the order's payment", seconds(8), ({ gateway }: Backend) => gateway.getOrderPayment({ orderId: 'A' })],
] as const

/** What a failure says; that no timer is left is checked on the way. */
async function failureOf(backend: Backend, answer: Promise<Answer<unknown>>): Promise<Failure> {
  const failure = await answer
  expect(backend.clock.armed()).toEqual([])
  if (failure.ok) throw new Error('It did not fail.')
  return failure
}

/** How a response to a POST that pays on a page is read. */
async function readFailure(response: Response): Promise<Failure> {
  const backend = createBackend(() => response)
  return failureOf(backend, backend.gateway.startPayment(pay()))
}

const wrapped = {
  apiErrorResponse: { code: 'TRX-1', message: 'No.', instance: { serviceId: 'x' }, errors: [] },
}

describe.each(requests)('the answer to %s', (_, timeoutMs, send) => {
  it.each([
    [400, '400'],
    [401, '401'],
    [403, '403'],
    [404, '404'],
    [406, '406'],
    [408, '4xx'],
    [409, '4xx'],
    [422, '422'],
    [429, '429'],
    [500, '500'],
    [501, '5xx'],
    [502, '502'],
    [503, '503'],
    [504, '504'],
  ])('%i is named, readable with JSON and not without', async (status, name) => {
    const readable = createBackend(() => json(wrapped, { status }))
    expect(await failureOf(readable, send(readable))).toMatchObject({
      name,
      status,
      readable: true,
      sentAt: start,
      at: start,
    })
    const unreadable = createBackend(() => html(status))
    expect(await failureOf(unreadable, send(unreadable))).toMatchObject({ name, status, readable: false })
  })

  it.each([
    ['HTML', () => html(200)],
    ['nothing', () => new Response('')],
    ['truncated JSON', () => new Response('{"service":{"paymentMethods":[')],
    ['204', () => new Response(null, { status: 204 })],
    ['another shape', () => json({ hello: 'world' })],
  ])('that is a success with %s is unreadable', async (__, respond) => {
    const backend = createBackend(respond)
    const failure = await failureOf(backend, send(backend))
    expect(failure).toMatchObject({ name: 'unreadable', readable: false })
    expect(failure.status).toBe(respond().status)
  })

  it('is given up after its time', async () => {
    const backend = createBackend(never)
    const answer = send(backend)
    expect(backend.clock.armed()).toEqual([start + timeoutMs])
    backend.clock.advance(timeoutMs)
    expect(await failureOf(backend, answer)).toMatchObject({
      name: 'timeout',
      readable: false,
      sentAt: start,
      at: start + timeoutMs,
    })
  })

  it('is given up when its body does not end', async () => {
    const backend = createBackend(neverEnding)
    const answer = send(backend)
    await Promise.resolve()
    backend.clock.advance(timeoutMs)
    expect(await failureOf(backend, answer)).toMatchObject({ name: 'timeout' })
  })

  it('is lost when the connection is refused, or breaks in the body', async () => {
    const refused = createBackend(() => Promise.reject(new TypeError('fetch failed')))
    expect(await failureOf(refused, send(refused))).toMatchObject({ name: 'lost', readable: false })
    const dropped = createBackend(() => broken())
    expect(await failureOf(dropped, send(dropped))).toMatchObject({ name: 'lost' })
  })

  it('does not count as 500 when the connection breaks in its body', async () => {
    const backend = createBackend(() => broken(500))
    expect(['lost', '500']).toContain((await failureOf(backend, send(backend))).name)
  })

  it('is not waited for while the browser is offline: nothing is sent', async () => {
    const backend = createBackend(() => json({}), { isOnline: () => false })
    expect(await failureOf(backend, send(backend))).toMatchObject({
      name: 'offline',
      sentAt: start,
      at: start,
    })
    expect(backend.seen).toEqual([])
  })

  it.each<[string, Response, RegExp]>([
    ["imoje's", json(wrapped, { status: 404 }), /: No\.$/],
    ["a proxy's", html(404), /: SyntaxError/],
    ['one without a word', json({}, { status: 404 }), /: 404$/],
    ["the shop's own", problem(404, { type: 'invalid-request', field: 'path' }), /: 404$/],
  ])('404 (%s) names the address that was asked, and nothing of its query', async (__, response, rest) => {
    const backend = createBackend(() => response.clone(), { endpoint: 'https://pay.shop.example/api/' })
    const { detail } = await failureOf(backend, send(backend))
    const [request] = backend.seen
    expect(detail).toMatch(rest)
    expect(detail?.split(': ')[0]).toBe(`https://pay.shop.example${request?.url.pathname}`)
    expect(detail).not.toMatch(/\?|orderId|locale|key/)
  })

  it('leaves no timer behind when it is good', async () => {
    const body = {
      ...buildFlatList(),
      ...started(),
      payment: { id: 'p', url: 'https://paywall.imoje.pl/s/1' },
    }
    const backend = createBackend(() => json({ ...body, status: 'paid' }))
    expect(await send(backend)).toMatchObject({ ok: true })
    expect(backend.clock.armed()).toEqual([])
  })

  it('survives a fetch that throws before it begins', async () => {
    const backend = createBackend(() => {
      throw new Error('blocked by the page')
    })
    expect(await failureOf(backend, send(backend))).toMatchObject({ name: 'lost' })
  })

  it('is never asked for twice', async () => {
    for (const respond of [() => html(500), () => html(503), () => html(200), () => broken()]) {
      const backend = createBackend(respond)
      await send(backend)
      expect(backend.seen).toHaveLength(1)
    }
  })
})

describe('time-outs', () => {
  it("are the shop's own where it has some", async () => {
    const policy = buildPolicy({ listTimeoutMs: 1, payTimeoutMs: 2, otherTimeoutMs: 3 })
    for (const [[, , send], expected] of requests.map(
      (request, index) => [request, [1, 2, 2, 2, 2, 3, 3][index]!] as const,
    )) {
      const backend = createBackend(never, { policy })
      const answer = send(backend)
      expect(backend.clock.armed()).toEqual([start + expected])
      backend.clock.advance(expected)
      expect(await answer).toMatchObject({ name: 'timeout' })
    }
  })

  it('end the request itself', async () => {
    const aborted = vi.fn()
    const backend = createBackend((signal) => {
      signal.addEventListener('abort', aborted)
      return never(signal)
    })
    const answer = backend.gateway.startPayment(pay())
    expect(aborted).not.toHaveBeenCalled()
    backend.clock.advance(seconds(20))
    await answer
    expect(aborted).toHaveBeenCalledOnce()
  })

  it('do not touch an answer that came in time', async () => {
    const aborted = vi.fn()
    const backend = createBackend((signal) => {
      signal.addEventListener('abort', aborted)
      return json(started())
    })
    await backend.gateway.startPayment(pay())
    backend.clock.advance(minutes(60))
    expect(aborted).not.toHaveBeenCalled()
  })
})

describe("the shop's own answer", () => {
  it.each([
    [401, 'unauthenticated'],
    [403, 'forbidden-origin'],
    [429, 'rate-limited'],
    [409, 'order-changed'],
    [409, 'order-paid'],
    [409, 'attempt-open'],
    [409, 'key-reused'],
    [422, 'invalid-request'],
    [504, 'upstream-timeout'],
    [503, 'store-unavailable'],
    [500, 'internal'],
  ])('%i %s is named by its type, not by its status', async (status, type) => {
    expect(await readFailure(problem(status, { type }))).toMatchObject({
      name: type,
      status,
      readable: true,
      code: type,
      errors: [],
    })
  })

  it.each<[string, unknown]>([
    ['an unknown type', { type: 'teapot' }],
    ['the name of an inherited property', { type: 'toString' }],
    ['no type', { title: 'Oops' }],
    ['a type that is a number', { type: 5 }],
    ['a list', []],
    ['null', null],
  ])('with %s is a failure of its own', async (_, body) => {
    const failure = await readFailure(problem(503, body))
    expect(failure).toMatchObject({ name: 'internal', status: 503 })
  })

  it.each<[string, unknown]>([
    ['a list', []],
    ['null', null],
    ['a text', 'internal'],
  ])('that is %s is not readable', async (_, body) => {
    expect(await readFailure(problem(503, body))).toMatchObject({ readable: false, errors: [] })
  })

  it('without a type is called internal to the developer too', async () => {
    const failure = await readFailure(problem(422, { field: 'blikCode' }))
    expect(failure).toMatchObject({
      name: 'internal',
      code: 'internal',
      errors: [{ field: 'blikCode', message: 'internal' }],
    })
  })

  it('that is no JSON is a failure of its own', async () => {
    const response = new Response('<html>', {
      status: 502,
      headers: { 'content-type': 'application/problem+json' },
    })
    expect(await readFailure(response)).toMatchObject({ name: 'internal', readable: false })
  })

  it('says what the order costs now', async () => {
    const body = { type: 'order-changed', amount: 15_000, currency: 'EUR' }
    expect(await readFailure(problem(409, body))).toMatchObject({ amount: 15_000, currency: 'EUR' })
    const odd = { type: 'order-changed', amount: -1, currency: 7 }
    const failure = await readFailure(problem(409, odd))
    expect(failure.name).toBe('order-changed')
    expect([failure.amount, failure.currency]).toEqual([undefined, undefined])
  })

  it('names the field that is wrong', async () => {
    const failure = await readFailure(problem(422, { type: 'invalid-request', field: 'blikCode' }))
    expect(failure.errors).toEqual([expect.objectContaining({ field: 'blikCode' })])
  })

  it('may ask to wait', async () => {
    const response = problem(429, { type: 'rate-limited' }, { 'retry-after': '7' })
    expect(await readFailure(response)).toMatchObject({ retryAfterMs: seconds(7) })
  })
})

describe("imoje's error", () => {
  const entries = [
    { property: 'customer.email', message: 'Wrong.' },
    { message: 'No property.' },
    { property: 5, message: 'Odd property.' },
    'A text.',
    '',
    { property: 'phone' },
    { property: 'phone', message: '' },
    { property: 'phone', message: 5 },
    null,
    7,
    ['nested'],
  ]
  const readable = [
    { field: 'customer.email', message: 'Wrong.' },
    { message: 'No property.' },
    { message: 'Odd property.' },
    { message: 'A text.' },
  ]

  it.each<[string, object]>([
    ['in its wrapper', { apiErrorResponse: { code: 'TRX-1', message: 'No.', errors: entries } }],
    ['without its wrapper', { code: 'TRX-1', message: 'No.', errors: entries }],
  ])('%s is read, entries of odd shapes left out', async (_, body) => {
    const failure = await readFailure(json(body, { status: 422, headers: { 'x-trace-id': 'trace-9' } }))
    expect(failure).toMatchObject({
      name: '422',
      readable: true,
      code: 'TRX-1',
      detail: 'No.',
      traceId: 'trace-9',
    })
    expect(failure.errors).toEqual(readable)
  })

  it.each<[string, unknown]>([
    ['errors that are an object', { code: 'X', errors: { email: 'Wrong.' } }],
    ['errors that are null', { code: 'X', errors: null }],
    ['no errors and no message', { code: 'X' }],
    ['a message that is a number', { code: 'X', message: 5 }],
    ['a wrapper', { apiErrorResponse: { code: 'X' } }],
  ])('with %s is readable', async (_, body) => {
    expect(await readFailure(json(body, { status: 422 }))).toMatchObject({
      readable: true,
      code: 'X',
      errors: [],
    })
  })

  it.each<[string, unknown]>([
    ['no code', { message: 'Oops' }],
    ['a code that is a number', { code: 5 }],
    ['an empty wrapper', { apiErrorResponse: {} }],
    ['a wrapper that is null', { apiErrorResponse: null }],
    ['a wrapper that is a text', { apiErrorResponse: 'Oops' }],
    ['a text', 'Oops'],
    ['a number', 5],
    ['a list', []],
    ['null', null],
  ])('with %s is not readable', async (_, body) => {
    const failure = await readFailure(json(body, { status: 400 }))
    expect(failure).toMatchObject({ name: '400', readable: false, errors: [] })
    // It is read without a stumble: a thrown error would leave its own words here.
    expect(failure.detail).toBe((body as { message?: string } | null)?.message)
  })

  it('is believed whatever its media type, but for a problem', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect(await readFailure(json(wrapped, { status: 503, headers }))).toMatchObject({
      name: '503',
      readable: true,
    })
  })

  it("is contract A's own 503 too", async () => {
    const response = json({ code: 'gateway-unreachable' }, { status: 503, headers: { 'retry-after': '60' } })
    expect(await readFailure(response)).toMatchObject({
      name: '503',
      readable: true,
      code: 'gateway-unreachable',
      retryAfterMs: seconds(60),
    })
  })

  it.each<[string, Record<string, string>, number | undefined]>([
    ['seconds', { 'retry-after': '120' }, seconds(120)],
    ['very many seconds', { 'retry-after': '9999999999' }, 9_999_999_999_000],
    [
      'a date beside a Date',
      { 'retry-after': 'Sun, 22 Nov 2026 14:02:00 GMT', date: 'Sun, 22 Nov 2026 14:00:00 GMT' },
      minutes(2),
    ],
    ['a date alone', { 'retry-after': 'Sun, 22 Nov 2026 14:02:00 GMT' }, undefined],
    ['nothing', {}, undefined],
  ])('asks to wait with %s', async (_, headers, expected) => {
    expect((await readFailure(json(wrapped, { status: 503, headers }))).retryAfterMs).toBe(expected)
  })
})
