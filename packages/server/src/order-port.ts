/** What the shop charges for an order. Only its backend decides this; the browser's figures are compared with it, never used. */
export interface ShopOrder {
  /** In minor units (grosze, cents), a whole number. */
  readonly amount: number
  /** ISO 4217, three capital letters. */
  readonly currency: string
  /** Who pays; sent to imoje, never to the browser. */
  readonly customer: ShopCustomer
  /** Absolute addresses of the shop, up to 300 characters; imoje sends the payer back to one of them. */
  readonly returnUrls: { readonly success: string; readonly failure: string }
  /** What the payer reads at the bank. At most 255 bytes of letters, digits, space and `# _ - . \ / & , " '`. */
  readonly title?: string
  /** The payer's IP address; imoje's own plugins send it with BLIK. */
  readonly clientIp?: string
}

/** The payer. imoje wants both names and the e-mail address. */
export interface ShopCustomer {
  /** The given name. */
  readonly firstName: string
  /** The family name. */
  readonly lastName: string
  /** The e-mail address. */
  readonly email: string
  /** At most 20 digits, `+`, `-` and spaces. */
  readonly phone?: string
  /** The language of imoje's pages, such as `pl`; one imoje doesn't know is left out. */
  readonly locale?: string
}

/** The shop's own record of an order's payment. */
export interface ShopPayment {
  /** `none` while the shop knows of no payment, `pending` only for one it knows of by another way than this handler. */
  readonly status: 'none' | 'pending' | 'paid' | 'failed'
  /** imoje's id of the transaction, where the shop knows it. */
  readonly transactionId?: string
}

interface PaymentChange {
  readonly orderId: string
  readonly transactionId: string
  /** imoje's own word, such as `settled`, `rejected` or one that is new. */
  readonly status: string
  /** In minor units. */
  readonly amount: number
  readonly currency: string
}

/** A verified change at imoje. The same one may come more than once. */
export type PaymentEvent =
  /**
   * The order is paid. Compare `amount` and `currency` with the order: this is what it cost when the payment started, and a cart
   * may have changed while the bank's page was open. `afterFailure`: the attempt had ended before, so the shop may have told the
   * shopper otherwise.
   */
  | (PaymentChange & { readonly type: 'paid'; readonly afterFailure?: true })
  /** This transaction did not pay; the order may still be paid by another one, also by another try on the same link. */
  | (PaymentChange & { readonly type: 'failed' | 'pending' })
  /** A second transaction paid an order that was paid already: one of the two has to be refunded. */
  | (PaymentChange & { readonly type: 'paid-twice'; readonly firstTransactionId: string })
  /** Signed by imoje, but not what was recorded before the payment started. Nothing counts as paid by it. */
  | (PaymentChange & { readonly type: 'mismatch'; readonly differs: Difference })

/** In what a notification differs from what was recorded. */
export type Difference = 'service' | 'order' | 'amount' | 'currency' | 'attempt'

/** What the handler asks the shop. Where one throws, the browser gets a problem `internal` and nothing is sent to imoje. */
export interface ShopHooks {
  /**
   * Looks an order up. A POST's body has been read already.
   * @returns nothing when there is no such order
   */
  resolveOrder(orderId: string, request: Request): Promise<ShopOrder | undefined>
  /** Whether the caller may see and pay this order, usually by the session's cookie. */
  authorize(request: Request, orderId: string): Promise<boolean>
  /** The shop's own record; nothing where the shop can't tell. */
  resolvePayment(orderId: string): Promise<ShopPayment | undefined>
  /** Takes a change into the shop's record, at least once each. Until it resolves imoje repeats its notification. */
  onPayment(event: PaymentEvent): Promise<void>
}
