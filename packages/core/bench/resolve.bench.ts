import { resolveTimed, type AvailabilityFacts } from '../src/availability/availability.ts'
import { emptyCircuit, reduceCircuit } from '../src/availability/circuit.ts'
import { defaultPolicy } from '../src/availability/policy.ts'
import type { ChannelReport } from '../src/availability/report.ts'
import { channelsOf } from '../src/domain/catalogue.ts'
import { decodeCatalogue } from '../src/gateway/decode.ts'
import { buildFacts, buildReport, start } from '../test/facts.ts'
import { buildContext } from '../test/lists.ts'
import { flatText } from './lists.ts'
import { inTurn, tenTimes, type Figure } from './measure.ts'

/** The worst day there is: every channel of the list has just failed. */
interface Day {
  readonly reports: readonly ChannelReport[]
  readonly facts: readonly AvailabilityFacts[]
}

function buildDay(count: number): Day {
  const { catalogue } = decodeCatalogue(JSON.parse(flatText(count)), buildContext())
  const channels = channelsOf(catalogue)
  const reports = channels.map(({ id: channel }) => buildReport('failed', { at: start, channel }))
  const facts = channels.map((channel, index): AvailabilityFacts => {
    const report = reports[index]
    const circuit = report ? reduceCircuit(emptyCircuit, report, defaultPolicy).state : emptyCircuit.state
    return buildFacts({ channel, circuit })
  })
  return { reports, facts }
}

const living =
  ({ reports, facts }: Day): (() => unknown) =>
  () => {
    let last: unknown
    for (const report of reports) last = reduceCircuit(emptyCircuit, report, defaultPolicy)
    for (const each of facts) last = resolveTimed(each, start + 1, defaultPolicy)
    return last
  }

const text = flatText(1_000)

export const resolve: readonly Figure[] = [
  {
    what: 'fold and resolve 1,000 channels : JSON.parse of their list',
    baseline: () => JSON.parse(text) as unknown,
    subject: living(buildDay(1_000)),
    atMost: 0.15,
  },
  {
    what: 'fold and resolve 10,000 channels : 1,000, ten of them',
    baseline: inTurn(tenTimes(() => living(buildDay(1_000)))),
    subject: living(buildDay(10_000)),
    atMost: 1.2,
  },
]
