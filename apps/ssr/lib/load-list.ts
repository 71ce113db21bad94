import type { PaymentsProviderProps } from '@tillkit/hooks'
import { headers } from 'next/headers'
import { openShop } from './shop.ts'

/** An order's list for the first HTML, as far as whoever asks for the page may see it. */
export async function loadList(orderId: string): Promise<PaymentsProviderProps['initialCatalogue']> {
  const sent = await headers()
  const origin = `http://${sent.get('host')}`
  return openShop(origin).loadCatalogue(new Request(origin, { headers: sent }), orderId, 'pl')
}
