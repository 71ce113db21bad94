import { inDevelopment, TillkitError } from '../domain/errors.ts'
import type { OriginGuard } from './origin-guard.ts'
import type { WireAction } from './wire.ts'

/** What the shopper does next once a payment has started. */
export type PaymentAction =
  /** Goes to a page: by address, or by sending a form with these fields to it. */
  | { readonly type: 'redirect'; readonly method: 'GET'; readonly url: string }
  | {
      readonly type: 'redirect'
      readonly method: 'POST'
      readonly url: string
      readonly fields: readonly (readonly [name: string, value: string])[]
    }
  /** Makes a transfer: the account number to send to, and its title. */
  | { readonly type: 'transfer'; readonly account: string; readonly title: string }

/**
 * Reads imoje's `action`, whose `type` may be missing. Nothing when there is nowhere to go.
 * @throws TillkitError `redirect-refused` for an address that isn't allowed
 */
export function decodePaymentAction(
  action: WireAction | null | undefined,
  guard: OriginGuard,
): PaymentAction | undefined {
  const { ban, title, url: address, method, contentBodyRaw } = action ?? {}
  if (ban) return { type: 'transfer', account: ban, title: title ?? '' }
  if (!address) return undefined
  const url = guard.redirect(address)
  if (!url)
    throw new TillkitError(
      'redirect-refused',
      inDevelopment
        ? `${address} is not on an allowed origin; add its origin to trustedOrigins if it is right.`
        : address,
    )
  return method?.toUpperCase() === 'POST'
    ? { type: 'redirect', method: 'POST', url, fields: [...new URLSearchParams(contentBodyRaw ?? '')] }
    : { type: 'redirect', method: 'GET', url }
}
