import type { ReactElement } from 'react'
import { loadList } from '../lib/load-list.ts'
import { firstOrder } from '../lib/orders.ts'
import { Checkout } from './checkout.tsx'

interface PageProps {
  readonly searchParams: Promise<{ readonly grouping?: string }>
}

/** One order; with `?grouping=none` all its channels stand in one list. */
export default async function Page({ searchParams }: PageProps): Promise<ReactElement> {
  const { grouping } = await searchParams
  return (
    <main>
      <h1>Zamówienie</h1>
      <Checkout
        order={firstOrder}
        initialCatalogue={await loadList(firstOrder.id)}
        grouping={grouping === 'none' ? 'none' : undefined}
      />
    </main>
  )
}
