import { buildPolicy, defaultPolicy, type ChannelReport } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { buildGatewayReport, buildReport } from '../../test/memory-kit.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import { createAvailabilityStore, isGatewayOpen, isResting } from './availability-store.ts'

const minutes = (count: number): number => count * 60_000

function createBench() {
  const clock = createFakeClock()
  const store = createAvailabilityStore(defaultPolicy)
  const updates: unknown[] = []
  store.subscribe((state) => updates.push(state))
  const channel = (id: ChannelReport['channel']) => store.getState().circuits.get(id)?.state
  return { clock, store, updates, channel }
}

describe('the availability store', () => {
  it('tells once of all reports that come together', () => {
    const { clock, store, updates, channel } = createBench()
    store.report(
      buildReport(clock),
      buildGatewayReport(clock),
      buildReport(clock, { channel: 'pbl/ipko', outcome: 'refused' }),
    )
    expect(updates).toHaveLength(1)
    expect(channel('pbl/mtransfer')).toMatchObject({ state: 'open' })
    expect(channel('pbl/ipko')).toMatchObject({ state: 'refused' })
    expect(isGatewayOpen(store.getState())).toBe(true)
    expect(isResting(store.getState())).toBe(true)
  })

  it('keeps the same state, and tells nobody, when a report is known or there is none', () => {
    const { clock, store, updates } = createBench()
    const reports = [buildReport(clock), buildGatewayReport(clock)]
    store.report(...reports)
    const before = store.getState()
    store.report(...reports)
    store.report()
    expect(store.getState()).toBe(before)
    expect(updates).toHaveLength(1)
  })

  it('leaves the circuits of other channels as they are', () => {
    const { clock, store } = createBench()
    store.report(buildReport(clock))
    const before = store.getState()
    store.report(buildReport(clock, { channel: 'pbl/ipko' }))
    const after = store.getState()
    expect(after.circuits.get('pbl/mtransfer')).toBe(before.circuits.get('pbl/mtransfer'))
    expect(after.gateway).toBe(before.gateway)
    expect(before.circuits.size).toBe(1)
  })

  it('folds by the shop’s own figures', () => {
    const clock = createFakeClock()
    const store = createAvailabilityStore(buildPolicy({ failuresToOpen: 2 }))
    store.report(buildReport(clock))
    expect(store.getState().circuits.get('pbl/mtransfer')?.state).toEqual({ state: 'closed' })
    store.report(buildReport(clock))
    expect(store.getState().circuits.get('pbl/mtransfer')?.state).toMatchObject({ state: 'open' })
  })

  it('begins every pause again where the clock jumped back, that of paying too', () => {
    const { clock, store, updates, channel } = createBench()
    store.report(
      buildReport(clock),
      buildReport(clock, { channel: 'pbl/ipko', at: clock.now() - minutes(90) }),
      buildGatewayReport(clock),
    )
    store.setState({ pausedUntil: clock.now() + minutes(1), pauseMs: minutes(2) })
    const rested = channel('pbl/ipko')
    clock.jump(-minutes(60))
    const now = clock.now()
    updates.length = 0
    store.forgetFuture(now)
    expect(channel('pbl/mtransfer')).toEqual({ state: 'open', trip: 1, until: now + minutes(5) })
    expect(channel('pbl/ipko')).toBe(rested)
    expect(store.getState().gateway.state).toEqual({ state: 'open', checkAt: now + minutes(5) })
    expect(store.getState().pausedUntil).toBe(now + minutes(2))
    expect(updates).toHaveLength(1)
    store.forgetFuture(now)
    expect(updates).toHaveLength(1)
  })

  it('shortens a pause of paying also where nothing else is from the future', () => {
    const { clock, store } = createBench()
    const latest = clock.now() + minutes(2)
    store.setState({ pausedUntil: latest + 1, pauseMs: minutes(2) })
    store.forgetFuture(clock.now())
    expect(store.getState().pausedUntil).toBe(latest)
  })

  it('keeps the same state while nothing is from the future', () => {
    const { clock, store, updates } = createBench()
    store.report(buildReport(clock), buildGatewayReport(clock))
    store.setState({ pausedUntil: clock.now() + minutes(1), pauseMs: minutes(1) })
    const before = store.getState()
    store.forgetFuture(clock.now())
    expect(store.getState()).toBe(before)
    expect(updates).toHaveLength(2)
  })

  it('rests where imoje would only say 401 again', () => {
    const { store } = createBench()
    expect(isResting(store.getState())).toBe(false)
    store.setState({ misconfigured: true })
    expect(isResting(store.getState())).toBe(true)
  })
})
