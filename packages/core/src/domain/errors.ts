/**
 * Every error code of Tillkit, with what it is about. Each has an anchor in the README of `@tillkit/core`.
 * An error is for the developer; what the shopper reads comes from the message keys of the response policy.
 */
export const errorCodes: Readonly<Record<ErrorCode, string>> = {
  'options-invalid': 'An option given to Tillkit has a value it cannot work with.',
  'order-invalid': 'The order is not one that can be paid: id, amount or currency is wrong.',
  'provider-missing': 'A hook or component was used outside of <PaymentsProvider>.',
  'list-failed': 'The list of payment methods could not be read.',
  'contract-broken': 'An answer does not have the shape that the contract promises.',
  'redirect-refused': 'An address to follow is not on the list of allowed origins.',
}

/** The code of a `TillkitError`. */
export type ErrorCode =
  | 'options-invalid'
  | 'order-invalid'
  | 'provider-missing'
  | 'list-failed'
  | 'contract-broken'
  | 'redirect-refused'

declare const process: { readonly env: { readonly NODE_ENV?: string } }

/**
 * Whether this is a development build. Sentences for the developer and checks of what only a developer writes (options)
 * stand behind it, so that a bundler leaves them out of what shoppers load.
 */
export const inDevelopment: boolean = process.env.NODE_ENV !== 'production'

/** An error with a `code` from {@link errorCodes}; in development its message says what happened and what to write. */
export class TillkitError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string | false) {
    super(message || code)
    this.name = 'TillkitError'
    this.code = code
  }
}
