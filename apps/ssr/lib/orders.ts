import type { PaymentsProviderProps } from '@tillkit/hooks'

type Order = PaymentsProviderProps['order']

const buildOrder = (number: number): Order => ({ id: `SSR-${number}`, amount: 12_999, currency: 'PLN' })

/** The orders of this shop: the first on its own page, all ten on the other. */
export const orders: readonly Order[] = Array.from({ length: 10 }, (_, index) => buildOrder(index + 1))

export const firstOrder: Order = buildOrder(1)
