import type { ChannelReport, GatewayReport } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { buildGatewayReport, buildReport } from '../../test/memory-kit.ts'
import { createFakeClock } from '../testing/fake-clock.ts'
import {
  decodeAttempt,
  decodeShared,
  encodeAttempt,
  encodeShared,
  isChannelId,
  type OpenAttempt,
} from './kept.ts'

const clock = createFakeClock()
const longest = 'x'.repeat(1_000)
const attempt: OpenAttempt = {
  orderId: 'A-1001',
  key: 'key-1',
  body: 'pbl/ipko 12999 PLN',
  channel: { id: 'pbl/ipko', method: 'pbl', code: 'ipko', label: 'PKO BP' },
  at: clock.now(),
  immediate: false,
  answered: true,
}

const tell = (...reports: readonly unknown[]): string => JSON.stringify({ resets: 0, reports })

describe('what tabs know', () => {
  const ofChannel: readonly ChannelReport['outcome'][] = ['succeeded', 'failed', 'refused']
  const ofGateway: readonly GatewayReport['outcome'][] = ['succeeded', 'failed', 'unanswered']

  it.each([
    ...ofChannel.map((outcome) => [`a channel’s ${outcome}`, buildReport(clock, { outcome })] as const),
    ...ofGateway.map((outcome) => [`imoje’s ${outcome}`, buildGatewayReport(clock, { outcome })] as const),
  ])('is read as it was written: %s', (_, report) => {
    expect(decodeShared(encodeShared({ resets: 3, reports: [report] }))).toEqual({
      resets: 3,
      reports: [report],
      broken: 0,
    })
  })

  it('is written by time, and by id where the time is the same', () => {
    const at = clock.now()
    const reports = (['d', 'b', 'a', 'c'] as const).map((id) =>
      buildReport(clock, { id, at: id === 'a' ? at + 1 : at }),
    )
    for (const known of [reports, reports.toReversed()]) {
      const read = decodeShared(encodeShared({ resets: 0, reports: known }))
      expect(read?.reports.map(({ id }) => id)).toEqual(['b', 'c', 'd', 'a'])
    }
  })

  it('may name things in a thousand characters, and no more', () => {
    const reports = [longest, `${longest}x`].map((id) => buildReport(clock, { id }))
    expect(decodeShared(tell(...reports))).toEqual({ resets: 0, reports: [reports[0]], broken: 1 })
  })

  it('names nothing by a list, however short', () => {
    const report = { ...buildReport(clock), id: ['report-1'] }
    expect(decodeShared(tell(report))).toEqual({ resets: 0, reports: [], broken: 1 })
  })
})

describe('an attempt', () => {
  it('may be named in a thousand characters, and no more', () => {
    const named = { ...attempt, key: longest }
    expect(decodeAttempt(encodeAttempt(named))).toEqual(named)
    expect(encodeAttempt({ ...attempt, key: `${longest}x` })).toBeUndefined()
  })

  it.each<readonly [string, object]>([
    ['its key', { key: ['key-1'] }],
    ['imoje’s id', { transactionId: ['t-1'] }],
  ])('is none where %s is a list', (_, own) => {
    expect(decodeAttempt(JSON.stringify(attempt))).toEqual(attempt)
    expect(decodeAttempt(JSON.stringify({ ...attempt, ...own }))).toBeUndefined()
  })
})

it('a channel may be named in a thousand characters, and no more', () => {
  const id = `pbl/${longest}`.slice(0, longest.length)
  expect(isChannelId(id)).toBe(true)
  expect(isChannelId(`${id}x`)).toBe(false)
})
