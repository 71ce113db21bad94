import { resolveTimed, type AvailabilityFacts } from '../src/availability/availability.ts'
import { emptyCircuit, reduceCircuit } from '../src/availability/circuit.ts'
import { defaultPolicy } from '../src/availability/policy.ts'
import { channelsOf } from '../src/domain/catalogue.ts'
import { decodeCatalogue } from '../src/gateway/decode.ts'
import { buildFacts, buildReport, start } from '../test/facts.ts'
import { buildContext } from '../test/lists.ts'
import { flatText, repeat } from './lists.ts'
import type { Figure } from './measure.ts'

/** The worst day there is: every channel of a list fails once, and each is asked after. */
function living(count: number): () => unknown {
  const { catalogue } = decodeCatalogue(JSON.parse(flatText(count)), buildContext())
  const channels = channelsOf(catalogue)
  const reports = channels.map(({ id }) => buildReport('failed', { at: start, channel: id }))
  const facts = channels.map((channel, index): AvailabilityFacts => {
    const report = reports[index] ?? buildReport('failed', { at: start })
    return buildFacts({ channel, circuit: reduceCircuit(emptyCircuit, report, defaultPolicy).state })
  })
  return () => {
    let last: unknown
    for (const report of reports) last = reduceCircuit(emptyCircuit, report, defaultPolicy)
    for (const each of facts) last = resolveTimed(each, start + 1, defaultPolicy)
    return last
  }
}

const text = flatText(1_000)

export const resolve: readonly Figure[] = [
  {
    what: 'fold and resolve 1,000 channels : JSON.parse of their list',
    atMost: 0.15,
    build: () => ({ baseline: () => JSON.parse(text) as unknown, subject: living(1_000) }),
  },
  {
    what: 'fold and resolve 10,000 channels : ten times 1,000',
    atMost: 1.2,
    build: () => {
      const ten = repeat(10, () => living(1_000))
      return { baseline: () => ten.map((live) => live()), subject: living(10_000) }
    },
  },
]
