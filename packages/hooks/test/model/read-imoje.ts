import type { World } from './world-parts.ts'

/** What imoje has settled: the transactions that paid the order, and all ids (links too) that are paid. */
export async function readImoje(
  world: World,
): Promise<{ readonly paid: readonly string[]; readonly settled: readonly string[] }> {
  if (world.started.length === 0) return { paid: [], settled: [] }
  const { transactions, payments } = await world.state()
  const idsOf = (entries: readonly object[]): readonly string[] =>
    (entries as readonly Entry[]).flatMap((each) => (each.status === 'settled' ? [each.id] : []))
  const paid = idsOf(transactions)
  return { paid, settled: [...paid, ...idsOf(payments)] }
}

interface Entry {
  readonly id: string
  readonly status: string
}
