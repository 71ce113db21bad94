import { createBench, type Bench, type BenchOptions } from './bench.ts'
import type { Answer } from './answer.ts'
import type { Check } from './check.ts'
import { explain, NotAsked } from './finding.ts'
import { themes } from './themes.ts'

/** What came of one check. */
export interface Result {
  /** Its theme's and its own, such as `keys/same-key-again`. */
  readonly name: string
  readonly says: string
  readonly outcome: 'ok' | 'failed' | 'not-asked'
  /** What the backend did instead, or why the check could not be made. */
  readonly why?: string
}

/**
 * Makes the checks one after another and gives each result as it is known.
 * @param only makes those alone whose name begins so
 */
export async function* runChecks(options: BenchOptions, only = ''): AsyncGenerator<Result> {
  const answers: Answer[] = []
  let turn = 0
  for (const theme of themes)
    for (const check of theme.checks) {
      const name = `${theme.name}/${check.name}`
      if (!name.startsWith(only)) continue
      const orderId = options.orders[turn++ % options.orders.length] ?? ''
      const bench = createBench(options, orderId, answers)
      yield { name, says: check.says, ...(await make(check, bench)) }
    }
}

async function make(check: Check, bench: Bench): Promise<Pick<Result, 'outcome' | 'why'>> {
  try {
    await bench.mock.clearJournal()
    await bench.mock.planBlik('silent')
    await check.run(bench)
    return { outcome: 'ok' }
  } catch (error) {
    return { outcome: error instanceof NotAsked ? 'not-asked' : 'failed', why: explain(error) }
  } finally {
    await tidyUp(bench)
  }
}

/** What is still open at imoje ends, so that a BLIK code nobody confirmed doesn't hold the order. */
async function tidyUp({ mock, orderId }: Bench): Promise<void> {
  await mock.calm()
  await mock.planBlik('confirmed')
  const { transactions } = await mock.state()
  for (const { id, status, orderId: of } of transactions)
    if (of === orderId && (status === 'new' || status === 'pending')) await mock.end(id, 'rejected')
}
