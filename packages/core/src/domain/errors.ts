/**
 * Every error code of Tillkit, with what it is about. Each has an anchor in the README of `@tillkit/core`.
 * An error is for the developer; what the shopper reads comes from the message keys of the response policy.
 */
export const errorCodes: Readonly<Record<ErrorCode, string>> = {
  'options-invalid': 'An option given to Tillkit has a value it cannot work with.',
  'order-invalid': 'The order is not one that can be paid: id, amount or currency is wrong.',
  'provider-missing': 'A hook or component was used outside of <PaymentsProvider>.',
  'channel-unknown': 'A channel id was used that is not in the list of payment methods.',
  'list-failed': 'The list of payment methods could not be read.',
  'contract-broken': 'An answer does not have the shape that the contract promises.',
  'redirect-refused': 'An address to follow is not on the list of allowed origins.',
}

export type ErrorCode =
  | 'options-invalid'
  | 'order-invalid'
  | 'provider-missing'
  | 'channel-unknown'
  | 'list-failed'
  | 'contract-broken'
  | 'redirect-refused'

/** An error with a `code` from {@link errorCodes}; the message says what happened, why it matters and what to do. */
export class TillkitError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'TillkitError'
    this.code = code
  }
}
