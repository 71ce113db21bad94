import type { MethodId } from './ids.ts'

/** The methods imoje's payment links know (imoje: `visibleMethod`). */
export const linkMethods = [
  'pbl',
  'card',
  'wallet',
  'blik',
  'imoje_paylater',
  'wt',
  'lease',
  'imoje_installments',
] as const

/** Codes that need a stored profile: never listed as channels to choose. */
export const profileCodes: ReadonlySet<string> = new Set(['oneclick', 'recurring', 'blik_oneclick'])

/** How a channel is paid: by a transaction of its own, or on imoje's page opened by a payment link. */
export type PaymentRoute =
  | { readonly by: 'transaction' }
  | { readonly by: 'link'; readonly visibleMethod: readonly string[]; readonly preselectMethodCode: string }

const transactionMethods: ReadonlySet<string> = new Set([
  'blik',
  'pbl',
  'ing',
  'imoje_paylater',
  'wt',
  'wallet',
])

/** Whether a payment here can charge without any page: only BLIK, and only with its code. */
export const isImmediate = (method: MethodId, blikCode: string | undefined): boolean =>
  method === 'blik' && blikCode !== undefined

/**
 * Chooses a channel's route. imoje blocks raw cards, and leasing exists only on its page, so those go by link; Visa Mobile
 * opens the card page; an unknown method goes by link where imoje's links know it, else by transaction.
 */
export function resolvePaymentRoute(method: MethodId, code: string): PaymentRoute {
  if (method === 'wallet' && code === 'visa_mobile') return link('card', code)
  if (transactionMethods.has(method)) return { by: 'transaction' }
  return (linkMethods as readonly string[]).includes(method) ? link(method, code) : { by: 'transaction' }
}

const link = (method: string, code: string): PaymentRoute => ({
  by: 'link',
  visibleMethod: [method],
  preselectMethodCode: code,
})
