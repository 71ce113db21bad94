import type { Fault } from '@tillkit/mock-api'
import type { FakeShop } from '../src/fake-shop.test.kit.ts'
import { createTwoShops, list, type TwoShops } from './two-shops.ts'

/** A shop in two processes, whose shoppers all want to pay at mBank. */
export interface FailingBank extends TwoShops {
  /** A shopper of an order tries to pay, at the first process unless another is given. */
  pay(orderId: string, at?: FakeShop): Promise<Response>
  /** From now on payments fail, with a 500 or as it is given. */
  fails(fault?: Partial<Fault>): void
  works(): void
  /** Two orders fail, so that the bank rests. */
  trip(): Promise<void>
}

export const createFailingBank = (options?: Parameters<typeof createTwoShops>[0]): FailingBank =>
  asFailingBank(createTwoShops(options))

export function asFailingBank(shops: TwoShops): FailingBank {
  const { mock, shop } = shops
  let n = 0
  const bank: FailingBank = {
    ...shops,
    pay: (orderId, at = shop) => at.pay(`key-${++n}`, { orderId }),
    fails: (fault = { status: 500 }) => mock.addFault({ match: { route: 'create-transaction' }, ...fault }),
    works: () => mock.clearFaults(),
    async trip() {
      bank.fails()
      await bank.pay('A-1')
      await bank.pay('A-2')
      bank.works()
    },
  }
  return bank
}

interface Row {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly restsForMs?: number
}

/** The channels that a shop's list says to rest, with the milliseconds. */
export async function rests(shop: FakeShop): Promise<Record<string, number>> {
  const body = (await (await list(shop)).json()) as
    | { readonly service: { readonly paymentMethods: readonly Row[] } }
    | readonly { readonly channels: readonly Row[] }[]
  const rows = 'service' in body ? body.service.paymentMethods : body.flatMap(({ channels }) => channels)
  return Object.fromEntries(
    rows.flatMap(({ paymentMethod, paymentMethodCode, restsForMs }) =>
      restsForMs === undefined ? [] : [[`${paymentMethod}/${paymentMethodCode}`, restsForMs]],
    ),
  )
}
