import { isCurrency } from '@tillkit/core'
import * as z from 'zod/mini'
import type { ShopOrder } from './order-port.ts'
import { Refusal } from './refusal.ts'
import type { PaymentWay } from './request-fields.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

/** How long a payment can be finished, in milliseconds; `null` has no end. imoje: `validTo`. */
const validity: ReadonlyMap<string, number | null> = new Map([
  ['wt', null],
  ['imoje_paylater', DAY_MS],
  ['imoje_installments', DAY_MS],
  ['lease', DAY_MS],
])
const usualValidityMs = 15 * MINUTE_MS

/** How long a payment by this way stays open, in milliseconds; nothing where it has no end. A link is open as long as its slowest method needs. */
export function validityOf(way: PaymentWay): number | undefined {
  const methods = way.by === 'link' ? way.visibleMethod : [way.method]
  const spans = methods.map((method) => validity.get(method))
  const finite = spans.flatMap((span) => (span === null ? [] : (span ?? usualValidityMs)))
  return finite.length > 0 ? Math.max(...finite) : undefined
}

/** imoje: locales of the API. */
const locales: ReadonlySet<string> = new Set('pl en cs de es fr it lt ru sk sl uk nl hu ro bg sv'.split(' '))

/** imoje wants addresses as RFC 3986 writes them, in ASCII, and counts them like that. */
const encodeAddress = (value: string): string => URL.parse(value)?.href ?? ''
const address = z
  .string()
  .check(z.refine((value) => /^https?:\/\//.test(encodeAddress(value)) && encodeAddress(value).length <= 300))
/** imoje takes letters of many alphabets here; nothing without a visible sign, and no control signs. */
const personName = z.string().check(z.regex(/^(?=.*\S)[^\p{Cc}\p{Cs}]{1,100}$/u))
const shopOrder = z.object({
  amount: z.int().check(z.positive(), z.maximum(999_999_999)),
  currency: z.string().check(z.refine(isCurrency)),
  customer: z.object({
    firstName: personName,
    lastName: personName,
    email: z.string().check(z.maxLength(200), z.regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/)),
    phone: z.optional(z.string().check(z.regex(/^[\d +-]{1,20}$/))),
    locale: z.optional(z.string()),
  }),
  returnUrls: z.object({ success: address, failure: address }),
  title: z.optional(
    z.string().check(
      z.regex(/^[A-Za-z0-9#&_\-,.\\/ \u00C0-\u02C0"']+$/),
      // imoje counts a title's bytes.
      z.refine((title) => new TextEncoder().encode(title).length <= 255),
    ),
  ),
  clientIp: z.optional(z.union([z.ipv4(), z.ipv6()])),
})

/**
 * Checks the shop's order by imoje's rules before anything is recorded or sent.
 * @throws Refusal `invalid-request` 422 naming the field, such as `customer.email`
 */
export function checkShopOrder(order: ShopOrder): void {
  const read = z.safeParse(shopOrder, order)
  if (!read.success)
    throw new Refusal('invalid-request', {
      status: 422,
      field: read.error.issues[0]?.path.join('.') || 'order',
    })
}

/** The body of imoje's `POST /transaction` or `POST /payment`, but for the service's id. */
export function buildPaymentBody(
  orderId: string,
  order: ShopOrder,
  way: PaymentWay,
  terms: { readonly notificationUrl: string | undefined; readonly validUntil: number | undefined },
): Record<string, unknown> {
  const { firstName, lastName, email, phone, locale } = order.customer
  const language = locale?.slice(0, 2).toLowerCase() ?? ''
  const common = {
    orderId,
    amount: order.amount,
    currency: order.currency,
    title: order.title,
    customer: { firstName, lastName, email, phone, locale: locales.has(language) ? language : undefined },
    successReturnUrl: encodeAddress(order.returnUrls.success),
    failureReturnUrl: encodeAddress(order.returnUrls.failure),
    notificationUrl: terms.notificationUrl,
    validTo: terms.validUntil === undefined ? null : Math.floor(terms.validUntil / 1_000),
  }
  if (way.by === 'link')
    return { ...common, visibleMethod: way.visibleMethod, preselectMethodCode: way.preselectMethodCode }
  return {
    ...common,
    type: 'sale',
    paymentMethod: way.method,
    paymentMethodCode: way.code,
    blikCode: way.blikCode,
    clientIp: order.clientIp,
  }
}
