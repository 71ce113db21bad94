import type { ChannelId } from '@tillkit/core'
import { expect } from 'vitest'
import type { AttemptState } from '../../src/client/attempt-state.ts'
import type { Bench } from './bench.ts'
import { faultNames } from './faults.ts'
import type { Row } from './table.ts'

/*
 * What a cell of a payment's table says. Of all its tables:
 *
 * record    what the shop's record says of the attempt while the fault lasts
 * at once   where the attempt stands when the answer (or none) has come
 * end       where it stands when nothing more comes by itself
 * message   the key of the shopper's sentence, where the attempt failed. `unknown` with "not charged" is the sentence of a
 *           connection that broke off before the payment began; `unknown` with "unknown" is "don't pay again yet".
 * charged   what is known of the shopper's money
 * channel   the channel paid with: available, `rests` five minutes, `refused`, `away` with imoje, or `misconfigured`
 * imoje     as a whole: `away` is an outage with a check in five minutes, `paused` means that paying waits 20 s
 * told      whether the merchant gets an integration error
 * list      `fresh`: the list is read again, past every cache
 * again     when the same channel can be paid with again: `now`, `in 20 s`, `later` (others now), `after the probe`, `after a
 *           reload`, or `never`; with `+ link` imoje's own page is offered beside
 * key       of that payment: `new`, or the `same` with the same body; `asks` sends nothing before the record knows an end
 * back      where it stands when the picker was unmounted in flight and is mounted again
 * new page  the same, where another page of the app is opened then, or this one again after its provider was gone. Why it
 *           failed isn't known there: `declined` is what is left of a better message.
 */
export const paymentWords = {
  fault: faultNames,
  record: ['none', 'pending', 'paid', 'failed'],
  'at once': ['redirecting', 'confirming', 'checking', 'failed', 'paid'],
  end: ['redirecting', 'failed', 'paid'],
  message: [
    '-',
    'couldNotStart',
    'misconfigured',
    'switchedOff',
    'checkFields',
    'wait',
    'notAnswering',
    'gatewayDown',
    'unknown',
    'interrupted',
    'declined',
  ],
  charged: ['charged', 'not charged', 'unknown'],
  channel: ['available', 'rests', 'refused', 'away', 'misconfigured'],
  imoje: ['up', 'paused', 'away', 'misconfigured'],
  told: ['-', 'told'],
  list: ['-', 'fresh'],
  again: ['never', 'now', 'in 20 s', 'later', 'later + link', 'after the probe', 'after a reload'],
  key: ['-', 'new', 'same', 'asks'],
  back: ['open', 'confirming', 'checking', 'failed', 'paid'],
  'new page': ['idle', 'open', 'confirming', 'checking', 'failed', 'declined', 'paid'],
} as const

export type PaymentRow = Row<typeof paymentWords>

/** A cell in words. */
export const describeRow = ({ end, message, charged, again, key }: PaymentRow): string =>
  `leaves it ${end}${message === '-' ? '' : ` with ${message}`}, charged: ${charged}, to be paid again ${again}${keyWords[key]}`

const keyWords = {
  '-': '',
  new: ' with a new key',
  same: ' with the same key',
  asks: ' once an end is known',
}

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Where it stands when nothing more comes by itself. */
export function checkEnd(state: AttemptState, row: Pick<PaymentRow, 'end' | 'message' | 'charged'>): void {
  const message = state.status === 'failed' ? state.message : '-'
  expect({ end: state.status, message, charged: chargeOf(state) }).toEqual({
    end: row.end,
    message: row.message,
    charged: row.charged,
  })
}

/**
 * What is known of the channel paid with, of another, and of imoje as a whole, when the answer came at `knownAt`, and the
 * channel, if it did, failed at `failedAt`.
 */
export function checkImoje(
  bench: Bench,
  paidWith: ChannelId,
  row: PaymentRow,
  { knownAt, failedAt }: { readonly knownAt: number; readonly failedAt: number },
): void {
  const { channels, gateway, pausedUntil } = bench.checkout().view.getState()
  const at = knownAt + 5 * MINUTE
  const until = failedAt + 5 * MINUTE
  const expected = {
    available: { status: 'available' },
    rests: { status: 'coolingDown', source: 'client', trip: 1, until, selectableFrom: until },
    refused: { status: 'refused' },
    away: { status: 'outage', scope: 'gateway', check: { at } },
    misconfigured: { status: 'misconfigured' },
  }
  const isAway = row.imoje === 'away' || row.imoje === 'misconfigured'
  expect(channels.get(paidWith)).toMatchObject(expected[row.channel])
  expect(channels.get('pbl/ipko')).toMatchObject(expected[isAway ? row.channel : 'available'])
  expect(gateway).toEqual(
    {
      up: { status: 'up' },
      paused: { status: 'up' },
      away: { status: 'down', check: { at } },
      misconfigured: { status: 'misconfigured' },
    }[row.imoje],
  )
  expect(pausedUntil).toBe(row.imoje === 'paused' ? knownAt + 20 * SECOND : undefined)
}

/** What is known of the shopper's money in a state. */
function chargeOf(state: AttemptState): PaymentRow['charged'] {
  if (state.status === 'paid') return 'charged'
  return state.status === 'failed' && state.end === 'notCharged' ? 'not charged' : 'unknown'
}
