import { inDevelopment, TillkitError } from './errors.ts'
import { isAmount, isCurrency } from './money.ts'

/** What is paid. The shop's backend decides what is charged; these figures are what the shopper saw. */
export interface Order {
  /** The shop's own name for the order; whatever is paid for it is found by this. */
  readonly id: string
  /** In minor units (grosze, cents), a whole number from 0 up. */
  readonly amount: number
  /** ISO 4217, three capital letters. */
  readonly currency: string
}

/**
 * Checks an order that came from a host's props.
 * @throws TillkitError `order-invalid`, saying what to write instead
 */
export function checkOrder(order: Order): Order {
  const { id, amount, currency } = order ?? {}
  if (id && typeof id === 'string' && isAmount(amount) && isCurrency(currency)) return order
  throw new TillkitError(
    'order-invalid',
    inDevelopment &&
      `This order can't be paid: id ${id}, amount ${amount}, currency ${currency}. Write { id: 'A-1001', amount: 12_999, currency: 'PLN' }: an id that is not empty, a whole amount of minor units from 0 up (12_999 for 129.99), an ISO 4217 currency.`,
  )
}
