import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createBackend, link, order, pay, started, type Backend } from '../../test/backend.ts'
import { buildFlatList, buildFlatRow, buildGroup, buildNestedRow } from '../../test/lists.ts'
import { holdsLater, must, mustEqual, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { damages, junk, spoil } from '../../test/spoil.ts'
import { channelsOf } from '../domain/catalogue.ts'
import type { Answer, Failure } from './answer.ts'
import type { StartedPayment } from './payment-gateway.ts'

/*
 * Answers with random damage in body, status and headers, to every request a gateway makes: what comes out is an answer that
 * the documentation knows, whatever came in.
 */

const withCode = { ...pay('blik', 'blik'), blikCode: '777123' }
const requests = {
  list: ({ gateway }: Backend) => gateway.listPaymentMethods({ order, locale: 'pl' }),
  page: ({ gateway }: Backend) => gateway.startPayment(pay()),
  code: ({ gateway }: Backend) => gateway.startPayment(withCode),
  link: ({ gateway }: Backend) => gateway.createLink(link()),
  transaction: ({ gateway }: Backend) => gateway.getTransaction({ id: 't-1' }),
  order: ({ gateway }: Backend) => gateway.getOrderPayment({ orderId: 'A-1001' }),
} as const

/** Sound bodies of every kind; each request gets each of them. */
const bodies: readonly unknown[] = [
  buildFlatList(buildFlatRow('blik', 'blik'), buildFlatRow('pbl', 'mtransfer')),
  [buildGroup('Banks', [buildNestedRow('ing', 'ing'), buildNestedRow('pbl', 'ipko')])],
  started(),
  started({
    type: 'redirect',
    url: 'https://paywall.imoje.pl/f',
    method: 'POST',
    contentBodyRaw: 'a=1&b=%C5%BC',
  }),
  started({ type: 'transfer', ban: '12345678901234567890123456', title: 'A-1001' }),
  { transaction: { id: 't-1', status: 'rejected', statusCode: 'BLK-ERROR-210005' } },
  { transaction: { id: 't-1', status: 'pending', statusCode: null }, action: null },
  { payment: { id: 'p-1', url: 'https://paywall.imoje.pl/s/1' } },
  { status: 'paid', transactionId: 't-1' },
  { status: 'none' },
  {
    apiErrorResponse: {
      code: 'TRX-1',
      message: 'No.',
      errors: [{ property: 'email', message: 'Wrong.' }, 'No.'],
    },
  },
  { code: 'gateway-unreachable' },
  { type: 'order-changed', amount: 15_000, currency: 'EUR' },
  { type: 'invalid-request', field: 'blikCode' },
]

const texts: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc
      .tuple(
        fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...bodies) }, { weight: 1, arbitrary: junk }),
        damages,
      )
      .map(([body, damages]) => JSON.stringify(spoil(body, damages)) ?? ''),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...bodies), fc.nat(200))
      .map(([body, at]) => JSON.stringify(body).slice(0, at)),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '<html>', 'null', '[', '{"a":', '[['.repeat(5_000), '\uFEFF{}', 'NaN'),
  },
)

const spans = fc.constantFrom('', '0', '7', '-5', '1.5', '9999999999', '9'.repeat(400), 'soon')
const dates = fc.constantFrom('Sun, 22 Nov 2026 14:00:00 GMT', 'Thu, 01 Jan 1970 00:00:00 GMT', 'Never', '')
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 })
const answers = fc.record({
  text: texts,
  status: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(200, 201) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(400, 401, 403, 404, 406, 408, 409, 422, 429, 500, 502, 503, 504),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 200, max: 599 }).filter((status) => ![204, 205, 304].includes(status)),
    },
  ),
  headers: fc.record({
    'content-type': fc.constantFrom(
      'application/json',
      'application/problem+json; charset=utf-8',
      'text/html',
      '',
    ),
    'retry-after': some(fc.oneof(spans, dates)),
    date: some(dates),
    age: some(spans),
    'x-trace-id': some(fc.constantFrom('trace-9', 'x'.repeat(10_000))),
  }),
})

/** The rows of the answer table, and the shop's own words, as contract A and the rules name them. */
const names = new Set(
  (
    '400 401 403 404 406 422 429 4xx 500 5xx 502 503 504 timeout lost offline unreadable unauthenticated forbidden-origin ' +
    'rate-limited order-changed order-paid attempt-open key-reused invalid-request upstream-timeout store-unavailable internal'
  ).split(' '),
)

const isText = (value: unknown): boolean => typeof value === 'string'
const isMissingOr = (is: (value: unknown) => boolean, value: unknown): boolean =>
  value === undefined || is(value)
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && Number(value) >= 0
const isCurrency = (value: unknown): boolean => isText(value) && /^[A-Z]{3}$/.test(String(value))

function checkFailure(failure: Failure, status: number): void {
  const { name, readable, retryAfterMs, code, detail, traceId, errors, amount, currency } = failure
  must(names.has(name), `nobody knows ${name}`)
  must(failure.status === status, `the status became ${failure.status}`)
  must(!(status < 300) || name === 'unreadable', `a success became ${name}`)
  must(typeof readable === 'boolean', 'readable is no yes or no')
  must(isMissingOr(isCount, retryAfterMs), `Retry-After of ${retryAfterMs} ms`)
  must(
    [code, detail, traceId].every((text) => isMissingOr(isText, text)),
    'a text is none',
  )
  must(isMissingOr(isCount, amount), `an amount of ${amount}`)
  must(isMissingOr(isCurrency, currency), `a currency ${currency}`)
  for (const { field, message } of errors) {
    must(isText(message) && message !== '', 'an entry without a message')
    must(isMissingOr(isText, field), 'an entry with an odd field')
  }
}

function checkPayment({ id, status, statusCode, action }: StartedPayment, kind: string): void {
  must(isText(id) && id !== '', 'a payment without an id')
  must(
    [status, statusCode].every((text) => isMissingOr(isText, text)),
    'an odd status',
  )
  const isOver = status === 'rejected' || status === 'error'
  must(!!action || isOver || kind === 'code', 'nowhere to go')
  if (action?.type === 'redirect') must(new URL(action.url).origin === 'https://paywall.imoje.pl', action.url)
  if (action?.type === 'transfer') must(isText(action.account) && isText(action.title), 'an odd transfer')
}

function checkValue(kind: keyof typeof requests, answer: Answer<unknown> & { readonly ok: true }): void {
  const value = answer.value as never
  if (kind === 'list') {
    const { catalogue } = value as { catalogue: Parameters<typeof channelsOf>[0] & { asOf: number } }
    must(!Number.isNaN(new Date(catalogue.asOf).getTime()), `a list as of ${catalogue.asOf}`)
    for (const { id, label, limits } of channelsOf(catalogue)) {
      must(id.includes('/') && label !== '' && label.length <= 200, `${id} named ${label}`)
      must(isMissingOr(isCount, limits.min) && isMissingOr(isCount, limits.max), 'an odd limit')
    }
  } else if (kind === 'order') {
    const { status, transactionId } = value as { status: string; transactionId?: string }
    must(['none', 'pending', 'paid', 'failed'].includes(status), `a payment that is ${status}`)
    must(isMissingOr(isText, transactionId), 'an odd transaction')
  } else if (kind === 'transaction') {
    const transaction = value as StartedPayment
    mustEqual(Object.keys(transaction).toSorted(), ['id', 'status', 'statusCode'], 'what it says')
    must(isText(transaction.id) && transaction.id !== '', 'a transaction without an id')
  } else checkPayment(value, kind)
}

describe('damaged answers', { timeout: propertyTimeoutMs * 4 }, () => {
  it.each(Object.keys(requests) as (keyof typeof requests)[])(
    'to "%s" become answers all the same',
    async (kind) => {
      const seen = { fine: 0, unreadable: 0, failed: 0 }
      await holdsLater(answers, async ({ text, status, headers }) => {
        const given = Object.entries(headers).filter(
          (entry): entry is [string, string] => entry[1] !== undefined,
        )
        const backend = createBackend(() => new Response(text, { status, headers: given }))
        const answer = await requests[kind](backend)
        must(backend.clock.armed().length === 0, 'a timer is left')
        must(backend.seen.length === 1, 'asked more than once')
        if (!answer.ok) checkFailure(answer, status)
        else {
          must(status < 300 && answer.status === status, `${status} became a success`)
          checkValue(kind, answer)
        }
        seen[answer.ok ? 'fine' : status < 300 ? 'unreadable' : 'failed'] += 1
      })
      expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 100)
    },
  )
})
