import { TillkitError } from './errors.ts'
import { isAmount, isCurrency } from './money.ts'

/** What is paid. The shop's backend decides what is charged; these figures are what the shopper saw. */
export interface Order {
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
  const wrong = (what: string): TillkitError => new TillkitError('order-invalid', what)
  if (typeof order?.id !== 'string' || order.id === '')
    throw wrong('order.id must be a text that is not empty: it names the order your backend will look up.')
  if (!isAmount(order.amount))
    throw wrong(
      `order.amount is ${String(order.amount)}, but must be a whole number of minor units from 0 up: write 12_999 for 129.99.`,
    )
  if (!isCurrency(order.currency))
    throw wrong(`order.currency is ${String(order.currency)}, but must be an ISO 4217 code such as 'PLN'.`)
  return order
}
