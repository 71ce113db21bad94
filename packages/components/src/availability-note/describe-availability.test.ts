import type { Availability } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { buildWords } from '../messages/format.ts'
import { pl } from '../messages/pl.ts'
import { describeAvailability } from './describe-availability.ts'

const order = { id: 'A-1', amount: 12_999, currency: 'PLN' }
const from = new Date(2026, 10, 22, 14, 5).getTime()
const english = buildWords(en, 'en-GB')
const polish = buildWords(pl, 'pl')

const rows: readonly (readonly [string, Availability, string | undefined, string | undefined])[] = [
  ['hidden', { status: 'hidden', losing: [] }, undefined, undefined],
  ['available', { status: 'available', losing: [] }, undefined, undefined],
  ['unconfirmed', { status: 'unconfirmed', asOf: 0, losing: [] }, undefined, undefined],
  ['trial', { status: 'trial', trip: 1, losing: [] }, undefined, 'Was failing earlier. You can try it now.'],
  [
    'coolingDown',
    { status: 'coolingDown', until: from, source: 'client', trip: 1, losing: [], selectableFrom: from },
    'Unavailable',
    "Isn't answering right now. You can try it again from 14:05.",
  ],
  [
    'coolingDown without a known end',
    { status: 'coolingDown', until: from, source: 'shop', losing: [] },
    'Unavailable',
    "Isn't answering right now. Choose another way to pay.",
  ],
  [
    'refused',
    { status: 'refused', until: from, losing: [], selectableFrom: from },
    'Unavailable',
    'Switched off for now. You can try it again from 14:05.',
  ],
  [
    'outage of a channel',
    { status: 'outage', scope: 'channel', losing: [] },
    'Unavailable',
    'Taking a break. Choose another way to pay.',
  ],
  [
    'outage of everything, which the banner explains',
    { status: 'outage', scope: 'gateway', check: 'due', losing: [] },
    'Unavailable',
    undefined,
  ],
  [
    'misconfigured, which the banner explains',
    { status: 'misconfigured', losing: [] },
    'Unavailable',
    undefined,
  ],
  [
    'device',
    { status: 'ineligible', because: 'device', losing: [] },
    'Unavailable',
    "Doesn't work on this device. Choose another way to pay.",
  ],
  [
    'too small an order',
    { status: 'ineligible', because: 'amount', shortBy: 17_001, losing: [] },
    'From PLN 300.00',
    'Add PLN 170.01 to your order to pay this way.',
  ],
  [
    'too large an order',
    { status: 'ineligible', because: 'amount', overBy: 7_999, losing: [] },
    'Up to PLN 50.00',
    'Your order is PLN 79.99 over the limit. Choose another way to pay.',
  ],
  [
    "the merchant's own text",
    { status: 'off', text: 'Back after the holidays.', losing: [] },
    'Unavailable',
    'Back after the holidays. Choose another way to pay.',
  ],
]

const plain = (text: string | undefined): string | undefined => text?.replaceAll(/\s/g, ' ')

describe('describeAvailability', () => {
  it.each(rows)('tells %s', (_, availability, state, reason) => {
    const told = describeAvailability(availability, order, english, true)
    expect({ state: plain(told.state), reason: plain(told.reason) }).toEqual({ state, reason })
  })

  it.each(rows)('tells %s in Polish where there is something to tell', (_, availability, state, reason) => {
    const told = describeAvailability(availability, order, polish, true)
    expect([told.state === undefined, told.reason === undefined]).toEqual([
      state === undefined,
      reason === undefined,
    ])
  })

  it.each(rows)('draws no clock time and no countdown before mounting: %s', (_, availability) => {
    const told = describeAvailability(availability, order, english, false)
    expect(told.until).toBeUndefined()
    expect(told.reason ?? '').not.toMatch(/\d:\d\d/)
  })

  it('counts down only what ends within minutes', () => {
    const rest: Availability = { status: 'refused', until: from, losing: [], selectableFrom: from }
    const off: Availability = { status: 'off', until: from, losing: [], selectableFrom: from }
    expect(describeAvailability(rest, order, english, true).until).toBe(from)
    expect(describeAvailability(off, order, english, true).until).toBeUndefined()
  })
})

it('sends to no other way where there is none', () => {
  const outage: Availability = { status: 'outage', scope: 'channel', losing: [] }
  expect(describeAvailability(outage, order, english, true, true).reason).toBe('Taking a break.')
})
