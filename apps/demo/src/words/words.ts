import type { CustomerField, CustomerProblem } from '../../shared/customer.ts'
import type { ProductId } from '../../shared/shop-wire.ts'

/** Everything the shop itself says; the picker brings its own words. */
export interface Words {
  readonly tagline: string
  readonly language: string
  readonly theme: string
  readonly themes: Readonly<Record<'auto' | 'light' | 'dark', string>>
  readonly title: string
  readonly checkout: string
  readonly order: (id: string) => string
  readonly cart: string
  readonly alsoGood: string
  readonly add: (product: string) => string
  readonly addShort: string
  readonly fewer: (product: string) => string
  readonly more: (product: string) => string
  readonly pieces: (count: number) => string
  readonly each: (price: string) => string
  readonly delivery: string
  readonly deliveryNote: string
  readonly total: string
  readonly paidTotal: string
  readonly vat: string
  readonly customer: string
  readonly payment: string
  readonly fields: Readonly<Record<CustomerField, string>>
  readonly problems: Readonly<Record<CustomerProblem, string>>
  /** imoje refused the value; its own words never reach the shopper. */
  readonly refused: Readonly<Record<CustomerField, string>>
  readonly notSaved: string
  /** The form could not be saved, so no payment was started. */
  readonly notPaid: string
  readonly products: Readonly<Record<ProductId, { readonly name: string; readonly note: string }>>
  readonly result: {
    readonly asking: string
    readonly paid: string
    readonly paidNote: string
    readonly leftoversNote: string
    readonly refundNote: (amount: string) => string
    readonly unpaid: string
    readonly unpaidNote: string
    readonly pending: string
    readonly pendingNote: string
    readonly failed: string
    readonly failedNote: string
    readonly missing: string
    readonly missingNote: string
    readonly unreachable: string
    readonly unreachableNote: string
    readonly askAgain: string
    readonly back: string
    readonly shopAgain: string
    readonly toCart: string
  }
  readonly broken: string
  readonly reload: string
  readonly footer: string
}
