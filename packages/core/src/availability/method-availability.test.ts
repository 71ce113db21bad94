import { describe, expect, it } from 'vitest'
import { minutes, start } from '../../test/facts.ts'
import type { Availability } from './availability.ts'
import { isUsable, resolveMethodAvailability } from './method-availability.ts'

const available: Availability = { status: 'available', losing: [] }
const unconfirmed: Availability = { status: 'unconfirmed', asOf: start, losing: [] }
const trial: Availability = { status: 'trial', trip: 1, losing: [] }
const hidden: Availability = { status: 'hidden', losing: [] }
const outage: Availability = { status: 'outage', scope: 'channel', losing: [] }
const tooSmall: Availability = { status: 'ineligible', because: 'amount', shortBy: 100, losing: [] }
const resting = (minute: number): Availability => ({
  status: 'coolingDown',
  source: 'client',
  trip: 1,
  until: start + minutes(minute),
  losing: [],
  selectableFrom: start + minutes(minute),
})

describe("a method's availability", () => {
  it('is usable while one of its channels is, and shows the best', () => {
    expect(resolveMethodAvailability([outage, resting(5), available])).toEqual(available)
    expect(resolveMethodAvailability([trial, unconfirmed])).toEqual(unconfirmed)
    expect(resolveMethodAvailability([outage, trial])).toEqual(trial)
    expect(isUsable([outage, trial])).toBe(true)
    expect(isUsable([outage, resting(5), hidden])).toBe(false)
  })

  it('shows the common reason of channels that cannot be used', () => {
    expect(resolveMethodAvailability([outage, { ...outage }])).toEqual(outage)
    expect(resolveMethodAvailability([tooSmall, { ...tooSmall }])).toEqual(tooSmall)
  })

  it('shows the channel that is back first where the reasons differ', () => {
    expect(resolveMethodAvailability([outage, resting(10), tooSmall, resting(5)])).toEqual(resting(5))
  })

  it('shows the first where the reasons differ and none has a time', () => {
    expect(resolveMethodAvailability([tooSmall, outage])).toEqual(tooSmall)
    expect(resolveMethodAvailability([outage, tooSmall])).toEqual(outage)
  })

  it('leaves hidden channels out of account', () => {
    expect(resolveMethodAvailability([hidden, outage, hidden])).toEqual(outage)
    expect(resolveMethodAvailability([hidden, available])).toEqual(available)
  })

  it('is nothing where there is no channel to show', () => {
    expect(resolveMethodAvailability([])).toBeUndefined()
    expect(resolveMethodAvailability([hidden])).toBeUndefined()
  })
})
