import { describe, expect, it } from 'vitest'
import {
  buildFacts,
  buildGatewayReport,
  foldGatewayReports,
  minutes,
  seconds,
  start,
} from '../../test/facts.ts'
import { resolveAvailability } from './availability.ts'
import { reduceGatewayCircuit } from './circuit.ts'
import { defaultPolicy, gatewayHoldOf } from './policy.ts'
import type { GatewayReport } from './report.ts'

type Outcome = GatewayReport['outcome']
const after = (...rows: readonly [Outcome, number, Partial<GatewayReport>?][]) =>
  foldGatewayReports(
    rows.map(([outcome, minute, own]) =>
      buildGatewayReport(outcome, { at: start + minutes(minute), ...own }),
    ),
  ).state
const checkedAfter = (minute: number) => ({ state: 'open', checkAt: start + minutes(minute) })

describe("imoje's outage", () => {
  it('begins with a 503 and is checked after five minutes', () => {
    expect(after(['failed', 0])).toEqual(checkedAfter(5))
  })

  it.each([
    ['5', seconds(5), seconds(30)],
    ['60', seconds(60), seconds(60)],
    ['1800', minutes(30), minutes(30)],
    ['9999999999', 9_999_999_999_000, minutes(30)],
    ['0', 0, seconds(30)],
    ['nothing', undefined, minutes(5)],
  ])('with Retry-After: %s holds within 30 s and 30 min', (_, retryAfterMs, hold) => {
    expect(after(['failed', 0, { retryAfterMs }])).toEqual(checkedAfter(hold / minutes(1)))
    expect(gatewayHoldOf(defaultPolicy, retryAfterMs)).toBe(hold)
  })

  it('ends with any other word of imoje', () => {
    expect(after(['failed', 0], ['succeeded', 6])).toEqual({ state: 'closed' })
  })

  it('is not ended by a list with asOf before it', () => {
    expect(after(['failed', 0], ['succeeded', 6, { sentAt: start - 1 }])).toEqual(checkedAfter(5))
  })

  it('is held again after another 503', () => {
    expect(after(['failed', 0], ['failed', 6])).toEqual(checkedAfter(11))
  })

  it('is held again when the probe gets no word of imoje', () => {
    expect(after(['failed', 0], ['unanswered', 6])).toEqual(checkedAfter(11))
  })

  it('does not begin with the silence of somebody who hasn’t heard of its end', () => {
    const ended = { state: 'closed' }
    expect(after(['failed', 0], ['succeeded', 6], ['unanswered', 8])).toEqual(ended)
    expect(after(['succeeded', 6], ['unanswered', 8])).toEqual(ended)
  })

  it('is still on where nothing is remembered but silence, and ends as ever', () => {
    expect(after(['unanswered', 6])).toEqual(checkedAfter(11))
    expect(after(['unanswered', 6], ['succeeded', 11])).toEqual({ state: 'closed' })
    expect(after(['unanswered', 6], ['succeeded', 7, { sentAt: start }])).toEqual(checkedAfter(11))
  })

  it('does not end by itself, however many probes bring no word', () => {
    const probes = Array.from({ length: 70 }, (_, n): [Outcome, number] => ['unanswered', 5 * (n + 1)])
    expect(after(['failed', 0], ...probes)).toEqual(checkedAfter(5 * 71))
  })

  it('does not begin with a 503 that was sent before it ended', () => {
    expect(after(['failed', 0], ['succeeded', 6], ['failed', 7, { sentAt: start + minutes(5) }])).toEqual({
      state: 'closed',
    })
  })

  it('is held no longer for a second 503 of requests that left together', () => {
    expect(after(['failed', 0], ['failed', 0.2, { sentAt: start - 1 }])).toEqual(checkedAfter(5))
  })

  it('begins anew after it ended', () => {
    expect(after(['failed', 0], ['succeeded', 6], ['failed', 8])).toEqual(checkedAfter(13))
  })

  it('keeps the same object when a report brings nothing', () => {
    const circuit = foldGatewayReports([buildGatewayReport('failed', { at: start })])
    expect(reduceGatewayCircuit(circuit, buildGatewayReport('failed', { at: start }), defaultPolicy)).toBe(
      circuit,
    )
  })

  it('rests every channel and says when that is checked, then that a check is due', () => {
    const facts = buildFacts({
      gateway: foldGatewayReports([buildGatewayReport('failed', { at: start })]).state,
    })
    const at = (minute: number) => resolveAvailability(facts, start + minutes(minute), defaultPolicy)
    expect(at(0)).toEqual({
      status: 'outage',
      scope: 'gateway',
      check: { at: start + minutes(5) },
      losing: [],
    })
    expect(at(4.99)).toMatchObject({ check: { at: start + minutes(5) } })
    expect(at(5)).toMatchObject({ scope: 'gateway', check: 'due' })
    expect(at(500)).toMatchObject({ scope: 'gateway', check: 'due' })
  })
})
