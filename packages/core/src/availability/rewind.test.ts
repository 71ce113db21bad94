import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  buildFacts,
  buildGatewayReport,
  buildReport,
  foldGatewayReports,
  foldReports,
  mBank,
  minutes,
  seconds,
  start,
} from '../../test/facts.ts'
import { channelReports, gatewayReports, policies } from '../../test/histories.ts'
import { holdsFor, must, mustEqual, propertyTimeoutMs, runs } from '../../test/runs.ts'
import { resolveAvailability } from './availability.ts'
import {
  emptyCircuit,
  reduceCircuit,
  reduceGatewayCircuit,
  rewindCircuit,
  rewindGatewayCircuit,
  type CircuitState,
  type GatewayState,
} from './circuit.ts'
import { capOf, defaultPolicy } from './policy.ts'

describe('a circuit after the clock jumped back', () => {
  const failed = foldReports([buildReport('failed', { at: start })])
  const early = start - minutes(60)

  it('rests for one cool-down from now, not until a time of the old clock', () => {
    const { state } = rewindCircuit(failed, early, defaultPolicy)
    expect(state).toEqual({ state: 'open', trip: 1, until: early + minutes(5) })
  })

  it('is a trial again when that rest is over', () => {
    const { state } = rewindCircuit(failed, early, defaultPolicy)
    const statusAt = (now: number) =>
      resolveAvailability(buildFacts({ circuit: state, asOf: now }), now, defaultPolicy).status
    expect([early, early + minutes(5) - 1, early + minutes(5)].map(statusAt)).toEqual([
      'coolingDown',
      'coolingDown',
      'trial',
    ])
  })

  it('hears a success that is reported on the new clock', () => {
    const success = buildReport('succeeded', { at: early + seconds(2) })
    expect(reduceCircuit(failed, success, defaultPolicy).state).toMatchObject({ state: 'open' })
    const rewound = rewindCircuit(failed, early, defaultPolicy)
    expect(reduceCircuit(rewound, success, defaultPolicy).state).toEqual({ state: 'closed' })
  })

  it('keeps its trip: the clock says nothing of the channel', () => {
    const twice = foldReports([
      buildReport('failed', { at: start }),
      buildReport('failed', { at: start + minutes(6), sentAt: start + minutes(6) }),
    ])
    expect(rewindCircuit(twice, early, defaultPolicy).state).toEqual({
      state: 'open',
      trip: 2,
      until: early + minutes(10),
    })
  })

  it('is the same where its newest report is not after now', () => {
    for (const now of [start, start + 1, start + minutes(999)])
      expect(rewindCircuit(failed, now, defaultPolicy)).toBe(failed)
    expect(rewindCircuit(emptyCircuit, 0, defaultPolicy)).toBe(emptyCircuit)
  })

  it('asks after imoje within one hold from now', () => {
    const down = foldGatewayReports([buildGatewayReport('failed', { at: start, retryAfterMs: seconds(90) })])
    expect(rewindGatewayCircuit(down, early, defaultPolicy).state).toEqual({
      state: 'open',
      checkAt: early + seconds(90),
    })
    expect(rewindGatewayCircuit(down, start, defaultPolicy)).toBe(down)
    expect(rewindGatewayCircuit(emptyCircuit, 0, defaultPolicy)).toBe(emptyCircuit)
  })
})

/** The same state at other moments. */
function move(state: CircuitState | GatewayState, byMs: number): object {
  const moved = Object.entries(state).map(([key, value]: [string, unknown]) => [
    key,
    typeof value === 'number' && key !== 'trip' ? value + byMs : value,
  ])
  return Object.fromEntries(moved) as object
}

const jumps = fc.oneof(
  fc.constantFrom(0, 1, -1, seconds(30), minutes(61)),
  fc.integer({ min: -9e9, max: 9e12 }),
)

describe('the laws of a clock that jumped back', { timeout: propertyTimeoutMs }, () => {
  it('hold for a channel', () => {
    const seen = { same: 0, open: 0, refused: 0 }
    holdsFor(fc.tuple(channelReports(40), policies, jumps), ([reports, policy, jump]) => {
      const circuit = foldReports(reports, policy)
      const newest = circuit.reports.at(-1)
      const now = (newest?.at ?? start) - jump
      const rewound = rewindCircuit(circuit, now, policy)
      if (!newest || jump <= 0) {
        seen.same += 1
        return must(rewound === circuit, 'a new circuit without need')
      }
      mustEqual(
        rewound.reports,
        circuit.reports.map((report) => ({ ...report, sentAt: report.sentAt - jump, at: report.at - jump })),
        'the reports, in their order and with their spacing',
      )
      must(rewound.reports.at(-1)?.at === now, 'the newest is not at now')
      mustEqual(rewound.state, move(circuit.state, -jump), 'the state')
      mustEqual(rewound, foldReports(rewound.reports, policy), 'a circuit that its reports would not give')
      must(rewindCircuit(rewound, now, policy) === rewound, 'rewinding again changes it')

      const { state } = rewound
      if (state.state === 'open') must(state.until - now <= capOf(policy), `rests ${state.until - now} ms`)
      if (state.state === 'refused') must(state.since <= now, `refused at ${state.since}`)
      if (state.state !== 'closed') seen[state.state] += 1
      const success = {
        id: 'new',
        channel: mBank.id,
        outcome: 'succeeded',
        sentAt: now + 1,
        at: now + 2,
      } as const
      const after = reduceCircuit(rewound, success, policy)
      must(after.reports.at(-1) === success, 'what is reported from now on sorts before')
      mustEqual(after.state, { state: 'closed' }, 'after a success')
    })
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 50)
  })

  it('hold for imoje as a whole', () => {
    const seen = { same: 0, open: 0 }
    holdsFor(fc.tuple(gatewayReports(40), policies, jumps), ([reports, policy, jump]) => {
      const circuit = foldGatewayReports(reports, policy)
      const newest = circuit.reports.at(-1)
      const now = (newest?.at ?? start) - jump
      const rewound = rewindGatewayCircuit(circuit, now, policy)
      if (!newest || jump <= 0) {
        seen.same += 1
        return must(rewound === circuit, 'a new circuit without need')
      }
      must(rewound.reports.at(-1)?.at === now, 'the newest is not at now')
      mustEqual(rewound.state, move(circuit.state, -jump), 'the state')
      mustEqual(rewound, foldGatewayReports(rewound.reports, policy), 'a circuit its reports would not give')
      must(rewindGatewayCircuit(rewound, now, policy) === rewound, 'rewinding again changes it')
      const { state } = rewound
      if (state.state === 'open') {
        seen.open += 1
        const longest = Math.max(policy.gatewayHoldMs, policy.gatewayHoldAtMostMs)
        must(state.checkAt - now <= longest, `asked only after ${state.checkAt - now} ms`)
      }
      const success = { id: 'new', outcome: 'succeeded', sentAt: now + 1, at: now + 2 } as const
      mustEqual(reduceGatewayCircuit(rewound, success, policy).state, { state: 'closed' }, 'after a success')
    })
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(runs / 50)
  })
})
