import type { ReactElement } from 'react'
import { loadList } from '../../lib/load-list.ts'
import { orders } from '../../lib/orders.ts'
import { Checkout } from '../checkout.tsx'

/** Ten orders, each with a picker of its own, over one client. */
export default async function Page(): Promise<ReactElement> {
  const lists = await Promise.all(orders.map(({ id }) => loadList(id)))
  return (
    <main>
      <h1>Zamówienia</h1>
      {orders.map((order, index) => (
        <Checkout key={order.id} order={order} initialCatalogue={lists[index]} />
      ))}
    </main>
  )
}
