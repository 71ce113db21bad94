import { describe, expect, it } from 'vitest'
import { buildFacts, buildReport, foldReports, mBank, minutes, seconds, start } from '../../test/facts.ts'
import { resolveAvailability, type Availability } from './availability.ts'
import { emptyCircuit, reduceCircuit } from './circuit.ts'
import { buildPolicy, defaultPolicy, type Policy } from './policy.ts'
import type { ChannelReport } from './report.ts'

type Outcome = ChannelReport['outcome']

/** Reports as `[outcome, minutes after the start, what differs]`. */
const reportsOf = (...rows: readonly [Outcome, number, Partial<ChannelReport>?][]): ChannelReport[] =>
  rows.map(([outcome, after, own]) => buildReport(outcome, { at: start + minutes(after), ...own }))

const after = (
  ...rows: readonly [Outcome, number, Partial<ChannelReport>?][]
): ReturnType<typeof foldReports>['state'] => foldReports(reportsOf(...rows)).state

/** The answer so many minutes after the start; the list is as old unless told otherwise. */
const answerAt = (
  reports: readonly ChannelReport[],
  minute: number,
  { policy = defaultPolicy, ...facts }: Parameters<typeof buildFacts>[0] & { policy?: Policy } = {},
): Availability => {
  const now = start + minutes(minute)
  const circuit = foldReports(reports, policy).state
  return resolveAvailability(buildFacts({ asOf: now, circuit, ...facts }), now, policy)
}

describe('a channel that failed', () => {
  it('rests five minutes after a 500', () => {
    expect(after(['failed', 0])).toEqual({ state: 'open', trip: 1, until: start + minutes(5) })
  })

  it('rests ten minutes after a failed trial', () => {
    expect(after(['failed', 0], ['failed', 6])).toEqual({
      state: 'open',
      trip: 2,
      until: start + minutes(16),
    })
  })

  it('rests 20, 30 and again 30 minutes after further failed trials', () => {
    const trials: [Outcome, number][] = [
      ['failed', 0],
      ['failed', 6],
      ['failed', 20],
      ['failed', 50],
      ['failed', 90],
    ]
    const rests = trials.map((_, index) => {
      const state = after(...trials.slice(0, index + 1))
      return state.state === 'open' ? (state.until - start) / minutes(1) - (trials[index]?.[1] ?? 0) : 0
    })
    expect(rests).toEqual([5, 10, 20, 30, 30])
    expect(after(...trials)).toMatchObject({ trip: 5 })
  })

  it('is in a trial from the very end of its rest', () => {
    const reports = reportsOf(['failed', 0])
    expect(answerAt(reports, 4.99).status).toBe('coolingDown')
    expect(answerAt(reports, 5)).toEqual({ status: 'trial', trip: 1, losing: [] })
  })

  it('is closed by a success, even one sent while it rests', () => {
    expect(after(['failed', 0], ['succeeded', 6])).toEqual({ state: 'closed' })
    expect(after(['failed', 0], ['succeeded', 2])).toEqual({ state: 'closed' })
  })

  it('starts again at five minutes after a success', () => {
    const state = after(['failed', 0], ['failed', 6], ['succeeded', 20], ['failed', 21])
    expect(state).toEqual({ state: 'open', trip: 1, until: start + minutes(26) })
  })

  it('is available again after a trial of 30 quiet minutes', () => {
    const reports = reportsOf(['failed', 0])
    expect(answerAt(reports, 34.99).status).toBe('trial')
    expect(answerAt(reports, 35)).toEqual({ status: 'available', losing: [] })
  })

  it('starts again at five minutes after a quiet trial', () => {
    expect(after(['failed', 0], ['failed', 6], ['failed', 46.1])).toMatchObject({ trip: 1 })
    expect(after(['failed', 0], ['failed', 6], ['failed', 45.9])).toMatchObject({ trip: 3 })
  })

  it('closes in the very moment a quiet trial ends', () => {
    const end = start + minutes(35)
    expect(after(['failed', 0], ['failed', 35, { sentAt: end }])).toMatchObject({ trip: 1 })
    expect(after(['failed', 0], ['failed', 35, { sentAt: end - 1 }])).toEqual({ state: 'closed' })
    expect(after(['failed', 0], ['failed', 34.99])).toMatchObject({ trip: 2 })
  })

  it('does not count a report sent before the last change', () => {
    const late = { sentAt: start - 1 }
    expect(after(['failed', 0], ['succeeded', 1, late])).toMatchObject({ state: 'open', trip: 1 })
    expect(after(['failed', 0], ['failed', 6, late])).toEqual(after(['failed', 0]))
    expect(after(['failed', 0], ['succeeded', 6], ['failed', 7, late])).toEqual({ state: 'closed' })
  })

  it('counts a report sent in the very moment of the last change', () => {
    expect(after(['failed', 0], ['succeeded', 1, { sentAt: start }])).toEqual({ state: 'closed' })
  })

  it('does not take a failure sent while it rested for a failed trial', () => {
    const sentAt = start + minutes(5) - 1
    expect(after(['failed', 0], ['failed', 5.2, { sentAt }])).toEqual(after(['failed', 0]))
    expect(after(['failed', 0], ['failed', 5.2, { sentAt: sentAt + 1 }])).toMatchObject({ trip: 2 })
  })

  it('does not count a failure sent in a trial whose quiet end came before the answer', () => {
    const sentAt = start + minutes(34)
    expect(after(['failed', 0], ['failed', 36, { sentAt }])).toEqual({ state: 'closed' })
  })

  it('orders reports of one moment by their ids', () => {
    const at = start
    const failed = buildReport('failed', { at, sentAt: at, id: 'a' })
    const succeeded = buildReport('succeeded', { at, sentAt: at, id: 'b' })
    expect(foldReports([succeeded, failed]).state).toEqual({ state: 'closed' })
    expect(foldReports([{ ...succeeded, id: 'A' }, failed]).state).toMatchObject({ state: 'open' })
  })

  it('keeps only the newest 32 reports', () => {
    const successes = Array.from({ length: 32 }, (_, index): [Outcome, number] => ['succeeded', index + 1])
    const { reports } = foldReports(reportsOf(['failed', 0], ...successes))
    expect(reports).toHaveLength(32)
    expect(reports.map((report) => report.outcome)).not.toContain('failed')
  })

  it('stays the same object when a report brings nothing: a repeat, or one older than the 32 kept', () => {
    const full = foldReports(
      reportsOf(...Array.from({ length: 32 }, (_, index): [Outcome, number] => ['succeeded', index])),
    )
    const [repeat, older] = reportsOf(['succeeded', 31], ['failed', -1])
    expect(reduceCircuit(full, repeat!, defaultPolicy)).toBe(full)
    expect(reduceCircuit(full, older!, defaultPolicy)).toBe(full)
  })

  it('says nothing about channels without a report', () => {
    expect(emptyCircuit.state).toEqual({ state: 'closed' })
  })
})

describe('a server that opens only after three failures', () => {
  const policy = buildPolicy({ failuresToOpen: 3 })
  const fold = (...rows: readonly [Outcome, number][]) => foldReports(reportsOf(...rows), policy).state

  it('stays closed for two failures and opens with the third', () => {
    expect(fold(['failed', 0], ['failed', 1])).toEqual({ state: 'closed' })
    expect(fold(['failed', 0], ['failed', 1], ['failed', 2])).toEqual({
      state: 'open',
      trip: 1,
      until: start + minutes(7),
    })
  })

  it('counts failures in a row: a success between them starts the count again', () => {
    expect(fold(['failed', 0], ['failed', 1], ['succeeded', 2], ['failed', 3], ['failed', 4])).toEqual({
      state: 'closed',
    })
  })

  it('opens again with the first failure of a trial', () => {
    expect(fold(['failed', 0], ['failed', 1], ['failed', 2], ['failed', 8])).toMatchObject({ trip: 2 })
  })

  it('counts from nothing after a success closed it', () => {
    expect(
      fold(['failed', 0], ['failed', 1], ['failed', 2], ['succeeded', 8], ['failed', 9], ['failed', 10]),
    ).toEqual({ state: 'closed' })
  })
})

describe('a channel that was refused with 406', () => {
  const reports = reportsOf(['refused', 0])
  const newer = start + seconds(1)
  const older = start - 1

  it('is refused, and not taken for a failure', () => {
    expect(after(['refused', 0])).toEqual({ state: 'refused', trip: 0, since: start })
    expect(answerAt(reports, 0, { asOf: older })).toEqual({
      status: 'refused',
      until: start + minutes(5),
      losing: [],
      selectableFrom: start + minutes(5),
    })
  })

  it('is back 30 seconds later when a newer list says it is online', () => {
    expect(answerAt(reports, 0.49, { asOf: newer })).toMatchObject({
      status: 'refused',
      until: start + seconds(30),
    })
    expect(answerAt(reports, 0.5, { asOf: newer })).toEqual({ status: 'available', losing: [] })
  })

  it('is back with a list of its very moment: one is asked for because of it; but not with an older one', () => {
    expect(answerAt(reports, 1, { asOf: older }).status).toBe('refused')
    expect(answerAt(reports, 1, { asOf: start }).status).toBe('available')
  })

  it('is not back while the newer list says that it or its method is offline', () => {
    const channel = { ...mBank, isOnline: false }
    for (const offline of [{ channel }, { methodOnline: false }]) {
      const answer = answerAt(reports, 1, { asOf: newer, ...offline })
      expect(answer).toMatchObject({
        status: 'outage',
        losing: [{ status: 'refused', until: start + minutes(5) }],
      })
    }
  })

  it('is a trial after five minutes without a newer list', () => {
    expect(answerAt(reports, 4.99, { asOf: older }).status).toBe('refused')
    expect(answerAt(reports, 5, { asOf: older })).toMatchObject({ status: 'trial', trip: 0 })
  })

  it('is available after that trial was quiet for 30 minutes', () => {
    expect(answerAt(reports, 34.99, { asOf: older }).status).toBe('trial')
    expect(answerAt(reports, 35, { asOf: older }).status).toBe('unconfirmed')
  })

  it('cools down like a 500 after a second 406, so that refuse and refetch never loop', () => {
    expect(after(['refused', 0], ['refused', 1])).toEqual({
      state: 'open',
      trip: 1,
      until: start + minutes(6),
    })
    expect(after(['refused', 0], ['refused', 1], ['refused', 7])).toMatchObject({ state: 'refused', trip: 1 })
    expect(after(['refused', 0], ['refused', 1], ['refused', 7], ['refused', 8])).toMatchObject({ trip: 2 })
  })

  it('stays refused by a second 406 that was sent before it could be back', () => {
    const sentAt = start + seconds(30) - 1
    expect(after(['refused', 0], ['refused', 1, { sentAt }])).toEqual(after(['refused', 0]))
    expect(after(['refused', 0], ['refused', 1, { sentAt: sentAt + 1 }])).toMatchObject({ state: 'open' })
  })

  it('cools down after a 500', () => {
    expect(after(['refused', 0], ['failed', 1])).toEqual({
      state: 'open',
      trip: 1,
      until: start + minutes(6),
    })
  })

  it('is closed by a success', () => {
    expect(after(['refused', 0], ['succeeded', 1])).toEqual({ state: 'closed' })
  })

  it('keeps the trips before it when a trial is refused', () => {
    expect(after(['failed', 0], ['refused', 6])).toEqual({
      state: 'refused',
      trip: 1,
      since: start + minutes(6),
    })
    expect(after(['failed', 0], ['refused', 6], ['failed', 8])).toMatchObject({ state: 'open', trip: 2 })
  })

  it('is forgotten after its quiet trial', () => {
    expect(after(['refused', 0], ['refused', 36])).toEqual({
      state: 'refused',
      trip: 0,
      since: start + minutes(36),
    })
  })
})
