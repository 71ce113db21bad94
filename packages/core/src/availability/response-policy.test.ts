import { describe, expect, it } from 'vitest'
import {
  consequenceOf,
  listConsequenceOf,
  nameStatus,
  resolvePaymentEnd,
  type AnswerName,
  type Consequence,
  type PaymentEnd,
} from './response-policy.ts'

/*
 * The answer table of the rules, written out by hand. Nothing here is taken from the code: an answer that should do
 * nothing says so by leaving the column out.
 */

/** What an answer to a POST does: a transaction, one with a BLIK code, a link. */
const attempt: Record<AnswerName, Consequence> = {
  accepted: { channel: 'succeeded', gateway: 'up' },
  rejected: { gateway: 'up', message: 'declined' },
  '400': { message: 'couldNotStart', integrationError: true },
  '401': { gateway: 'misconfigured', message: 'misconfigured', integrationError: true },
  '403': { gateway: 'misconfigured', message: 'misconfigured', integrationError: true },
  '404': { message: 'couldNotStart', integrationError: true },
  '406': { channel: 'refused', refetch: true, message: 'switchedOff' },
  '422': { message: 'checkFields' },
  '429': { pauses: true, message: 'wait' },
  '4xx': { message: 'couldNotStart', integrationError: true },
  '500': { channel: 'failed', message: 'notAnswering' },
  '5xx': { channel: 'failed', message: 'notAnswering' },
  '502': { gateway: 'down', message: 'gatewayDown' },
  '503': { gateway: 'down', message: 'gatewayDown' },
  '504': { gateway: 'down', message: 'gatewayDown' },
  timeout: { message: 'unknown' },
  lost: { message: 'unknown' },
  offline: { message: 'offline' },
  unreadable: { message: 'unknown', integrationError: true },
  unauthenticated: { message: 'signIn' },
  'forbidden-origin': { message: 'reload', integrationError: true },
  'rate-limited': { pauses: true, message: 'wait' },
  'order-changed': { message: 'orderChanged' },
  'invalid-request': { message: 'couldNotStart', integrationError: true },
  'store-unavailable': { message: 'couldNotStart' },
  'order-paid': { message: 'orderPaid' },
  'attempt-open': { message: 'unknown' },
  'key-reused': { message: 'unknown', integrationError: true },
  'upstream-timeout': { message: 'unknown' },
  internal: { message: 'unknown' },
}

const columns = ({ channel, gateway, refetch, pauses, message, integrationError }: Consequence) => ({
  channel,
  gateway,
  refetch,
  pauses,
  message,
  integrationError,
})

describe('an answer to a transaction or a link that was asked for', () => {
  it.each(Object.entries(attempt) as [AnswerName, Consequence][])(
    '%s does what its row says, and nothing else',
    (name, expected) => {
      expect(columns(consequenceOf(name))).toEqual(columns(expected))
    },
  )

  it("trips nothing by the shop's own words", () => {
    for (const name of Object.keys(attempt).slice(-11) as AnswerName[]) {
      expect(consequenceOf(name), name).not.toHaveProperty('channel')
      expect(consequenceOf(name), name).not.toHaveProperty('gateway')
    }
  })
})

type Gateway = 'up' | 'down' | 'misconfigured' | 'not told of'
type More = 'retries' | 'integration error' | 'nothing more'

/**
 * What an answer to the list, or about a transaction, does to imoje as a whole, whether the list is asked for again, and whose
 * error it is. No channel is meant by any of them.
 */
const list: Record<AnswerName, readonly [gateway: Gateway, more: More]> = {
  accepted: ['up', 'nothing more'],
  rejected: ['up', 'nothing more'],
  '400': ['up', 'integration error'],
  '401': ['misconfigured', 'integration error'],
  '403': ['misconfigured', 'integration error'],
  '404': ['up', 'integration error'],
  '406': ['up', 'nothing more'],
  '422': ['up', 'nothing more'],
  '429': ['up', 'nothing more'],
  '4xx': ['up', 'integration error'],
  '500': ['up', 'retries'],
  '5xx': ['up', 'retries'],
  '502': ['down', 'nothing more'],
  '503': ['down', 'nothing more'],
  '504': ['down', 'nothing more'],
  timeout: ['not told of', 'retries'],
  lost: ['not told of', 'retries'],
  offline: ['not told of', 'nothing more'],
  unreadable: ['not told of', 'integration error'],
  unauthenticated: ['not told of', 'nothing more'],
  'forbidden-origin': ['not told of', 'integration error'],
  'rate-limited': ['not told of', 'nothing more'],
  'order-changed': ['not told of', 'nothing more'],
  'invalid-request': ['not told of', 'integration error'],
  'store-unavailable': ['not told of', 'nothing more'],
  'order-paid': ['not told of', 'nothing more'],
  'attempt-open': ['not told of', 'nothing more'],
  'key-reused': ['not told of', 'integration error'],
  'upstream-timeout': ['not told of', 'nothing more'],
  internal: ['not told of', 'nothing more'],
}

describe('an answer to the list, or about a transaction', () => {
  it.each(Object.entries(list))('%s: imoje is %s', (name, [gateway, more]) => {
    const consequence = listConsequenceOf(name as AnswerName)
    expect(Object.keys(consequence).toSorted()).toEqual(['gateway', 'integrationError', 'retries'])
    expect(consequence.gateway ?? 'not told of').toBe(gateway)
    expect(consequence.retries).toBe(more === 'retries')
    expect(!!consequence.integrationError).toBe(more === 'integration error')
  })

  it('has a row for every answer there is', () => {
    expect(Object.keys(list)).toEqual(Object.keys(attempt))
  })
})

describe('the name of a status', () => {
  it.each([
    [400, '400'],
    [401, '401'],
    [403, '403'],
    [404, '404'],
    [406, '406'],
    [422, '422'],
    [429, '429'],
    [500, '500'],
    [502, '502'],
    [503, '503'],
    [504, '504'],
    [402, '4xx'],
    [405, '4xx'],
    [408, '4xx'],
    [409, '4xx'],
    [413, '4xx'],
    [499, '4xx'],
    [304, '4xx'],
    [501, '5xx'],
    [505, '5xx'],
    [520, '5xx'],
    [599, '5xx'],
  ])('of %i is %s', (status, name) => {
    expect(nameStatus(status)).toBe(name)
  })
})

type EndRow = readonly [
  name: AnswerName,
  status: number | undefined,
  body: 'readable' | 'unreadable',
  needsPage: PaymentEnd,
  immediate: PaymentEnd,
]

/** Whether the shopper was charged. "Not charged" stands only where the rules allow that sentence. */
const ends: readonly EndRow[] = [
  ['400', 400, 'readable', 'notCharged', 'notCharged'],
  ['400', 400, 'unreadable', 'unknown', 'unknown'],
  ['401', 401, 'readable', 'notCharged', 'notCharged'],
  ['401', 401, 'unreadable', 'unknown', 'unknown'],
  ['403', 403, 'readable', 'notCharged', 'notCharged'],
  ['403', 403, 'unreadable', 'unknown', 'unknown'],
  ['404', 404, 'readable', 'notCharged', 'notCharged'],
  ['404', 404, 'unreadable', 'unknown', 'unknown'],
  ['406', 406, 'readable', 'notCharged', 'notCharged'],
  ['406', 406, 'unreadable', 'unknown', 'unknown'],
  ['422', 422, 'readable', 'notCharged', 'notCharged'],
  ['422', 422, 'unreadable', 'unknown', 'unknown'],
  ['429', 429, 'readable', 'notCharged', 'notCharged'],
  ['429', 429, 'unreadable', 'unknown', 'unknown'],
  ['4xx', 408, 'readable', 'unknown', 'unknown'],
  ['4xx', 408, 'unreadable', 'unknown', 'unknown'],
  ['4xx', 409, 'readable', 'unknown', 'unknown'],
  ['4xx', 409, 'unreadable', 'unknown', 'unknown'],
  ['4xx', 402, 'readable', 'notCharged', 'notCharged'],
  ['4xx', 413, 'unreadable', 'unknown', 'unknown'],
  ['4xx', 304, 'readable', 'unknown', 'unknown'],
  ['500', 500, 'readable', 'notCharged', 'unknown'],
  ['500', 500, 'unreadable', 'notCharged', 'unknown'],
  ['5xx', 501, 'readable', 'unknown', 'unknown'],
  ['5xx', 520, 'unreadable', 'unknown', 'unknown'],
  ['502', 502, 'readable', 'unknown', 'unknown'],
  ['502', 502, 'unreadable', 'unknown', 'unknown'],
  ['503', 503, 'readable', 'notCharged', 'notCharged'],
  ['503', 503, 'unreadable', 'unknown', 'unknown'],
  ['504', 504, 'readable', 'unknown', 'unknown'],
  ['504', 504, 'unreadable', 'unknown', 'unknown'],
  ['timeout', undefined, 'unreadable', 'unknown', 'unknown'],
  ['lost', undefined, 'unreadable', 'unknown', 'unknown'],
  ['unreadable', 200, 'unreadable', 'unknown', 'unknown'],
  ['unreadable', 201, 'unreadable', 'unknown', 'unknown'],
  // Nothing was sent.
  ['offline', undefined, 'unreadable', 'notCharged', 'notCharged'],
  // imoje's own word that it didn't go through.
  ['rejected', 200, 'readable', 'notCharged', 'notCharged'],
  ['unauthenticated', 401, 'readable', 'notCharged', 'notCharged'],
  ['forbidden-origin', 403, 'readable', 'notCharged', 'notCharged'],
  ['rate-limited', 429, 'readable', 'notCharged', 'notCharged'],
  ['order-changed', 409, 'readable', 'notCharged', 'notCharged'],
  ['invalid-request', 422, 'readable', 'notCharged', 'notCharged'],
  ['store-unavailable', 503, 'readable', 'notCharged', 'notCharged'],
  ['order-paid', 409, 'readable', 'paid', 'paid'],
  ['attempt-open', 409, 'readable', 'unknown', 'unknown'],
  ['key-reused', 409, 'readable', 'unknown', 'unknown'],
  ['upstream-timeout', 504, 'readable', 'unknown', 'unknown'],
  ['internal', 500, 'readable', 'unknown', 'unknown'],
  ['internal', 500, 'unreadable', 'unknown', 'unknown'],
]

describe('the end of a payment that did not start', () => {
  it.each(ends)('after %s (%s, %s) is %s with a page, %s without', (name, status, body, page, immediate) => {
    const readable = body === 'readable'
    expect(resolvePaymentEnd(name, { status, readable, immediate: false })).toBe(page)
    expect(resolvePaymentEnd(name, { status, readable, immediate: true })).toBe(immediate)
  })

  it('is unknown where nothing is known of the answer', () => {
    expect(resolvePaymentEnd('503', { immediate: false })).toBe('unknown')
    expect(resolvePaymentEnd('400', { immediate: false })).toBe('unknown')
  })

  it('has a row for every answer that is not a start', () => {
    const named = new Set(ends.map(([name]) => name))
    expect(Object.keys(attempt).filter((name) => !named.has(name as AnswerName))).toEqual(['accepted'])
  })
})
