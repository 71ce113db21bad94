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

/** Where a method stands among those: `ing` is a bank among banks to the shopper and to imoje's page. */
export const groupOf = (method: MethodId): MethodId => (method === 'ing' ? 'pbl' : method)

/** Codes that need a stored profile: never listed as channels to choose. */
export const profileCodes: ReadonlySet<string> = new Set(['oneclick', 'recurring', 'blik_oneclick'])

/** How a channel is paid: by a transaction of its own, or on imoje's page opened by a payment link. */
export type PaymentRoute =
  | { readonly by: 'transaction' }
  | { readonly by: 'link'; readonly visibleMethod: readonly string[]; readonly preselectMethodCode: string }

/** What imoje offers on its page alone: it blocks raw cards, and leasing and instalments exist only there. */
const pageMethods: ReadonlySet<string> = new Set(['card', 'imoje_installments', 'lease'])

/** Whether a payment here can charge without any page: only BLIK, and only with its code. */
export const isImmediate = (method: MethodId, blikCode: string | undefined): boolean =>
  method === 'blik' && blikCode !== undefined

/** Chooses a channel's route: Visa Mobile opens the card page; an unknown method goes by transaction. */
export function resolvePaymentRoute(method: MethodId, code: string): PaymentRoute {
  const page = method === 'wallet' && code === 'visa_mobile' ? 'card' : method
  return pageMethods.has(page)
    ? { by: 'link', visibleMethod: [page], preselectMethodCode: code }
    : { by: 'transaction' }
}
