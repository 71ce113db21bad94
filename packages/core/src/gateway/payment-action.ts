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
  /** Confirms in the bank's app: there is no page. */
  | { readonly type: 'confirm' }

/** Reads imoje's `action`. `type` may be missing there; an address that isn't allowed gives nothing. */
export function decodePaymentAction(
  action: WireAction | null | undefined,
  guard: OriginGuard,
): PaymentAction | undefined {
  if (!action) return { type: 'confirm' }
  if (action.ban) return { type: 'transfer', account: action.ban, title: action.title ?? '' }
  if (!action.url) return undefined
  const url = guard.redirect(action.url)
  if (url === undefined) return undefined
  if (action.method?.toUpperCase() !== 'POST') return { type: 'redirect', method: 'GET', url }
  const fields = [...new URLSearchParams(action.contentBodyRaw ?? '')]
  return { type: 'redirect', method: 'POST', url, fields }
}
