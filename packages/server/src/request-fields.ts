import { isCurrency, linkMethods } from '@tillkit/core'
import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

/** What a browser asks to pay with, decoded; nothing in it says what is charged. */
export type PaymentDraft = {
  readonly orderId: string
  readonly key: string
  /** What the shopper saw, in minor units: compared only. */
  readonly expectedAmount: number
  readonly expectedCurrency: string
} & PaymentWay

export type PaymentWay =
  | { readonly by: 'transaction'; readonly method: string; readonly code: string; readonly blikCode?: string }
  | { readonly by: 'link'; readonly visibleMethod: readonly string[]; readonly preselectMethodCode?: string }

/** imoje: order ids are up to 100 letters, digits, `# _ - . \ /`, space and U+00C0–02C0. */
const orderIdPattern = /^[A-Za-z0-9#_\-.\\/ \u00C0-\u02C0]{1,100}$/

const orderId = z.string().check(z.regex(orderIdPattern))
const name = z.string().check(z.regex(/^[\w-]{1,40}$/))
const expected = {
  orderId,
  expectedAmount: z.int().check(z.nonnegative()),
  expectedCurrency: z.string().check(z.refine(isCurrency)),
}
const transactionFields = z.object({
  ...expected,
  paymentMethod: name,
  paymentMethodCode: name,
  blikCode: z.optional(z.string().check(z.regex(/^\d{6}$/))),
})
const linkFields = z.object({
  ...expected,
  visibleMethod: z.array(z.enum(linkMethods)).check(z.minLength(1), z.maxLength(linkMethods.length)),
  preselectMethodCode: z.optional(z.string().check(z.regex(/^[\w-]{1,20}$/))),
})
const listFields = z.object({
  orderId,
  device: z._default(z.enum(['desktop', 'mobile']), 'desktop'),
  locale: z._default(z.string().check(z.regex(/^[A-Za-z]{2}(-[A-Za-z0-9]{2,8})*$/)), 'en'),
  fresh: z.optional(z.literal('1')),
})

export interface ListQuery {
  readonly orderId: string
  readonly device: 'desktop' | 'mobile'
  readonly locale: string
  readonly fresh: boolean
}

/** @throws Refusal `invalid-request` 422 naming the field, or 400 naming the header */
export function decodeTransactionDraft(body: unknown, headers: Headers): PaymentDraft {
  const key = decodeKey(headers.get('idempotency-key'), 'Idempotency-Key')
  const { paymentMethod, paymentMethodCode, blikCode, ...rest } = decode(transactionFields, body, 422)
  if (blikCode === undefined)
    return { ...rest, key, by: 'transaction', method: paymentMethod, code: paymentMethodCode }
  if (paymentMethod !== 'blik') throw new Refusal('invalid-request', { status: 422, field: 'blikCode' })
  return { ...rest, key, by: 'transaction', method: paymentMethod, code: paymentMethodCode, blikCode }
}

/** @throws Refusal `invalid-request` 422 naming the field, or 400 naming the header */
export function decodeLinkDraft(body: unknown, headers: Headers): PaymentDraft {
  const key = decodeKey(headers.get('idempotency-key'), 'Idempotency-Key')
  const { preselectMethodCode, ...rest } = decode(linkFields, body, 422)
  return { ...rest, key, by: 'link', ...(preselectMethodCode === undefined ? {} : { preselectMethodCode }) }
}

/** @throws Refusal `invalid-request` 400 naming the parameter */
export function decodeListQuery(query: URLSearchParams): ListQuery {
  const { fresh, locale, ...rest } = decode(listFields, Object.fromEntries(query), 400)
  return { ...rest, locale: locale.slice(0, 2).toLowerCase(), fresh: fresh === '1' }
}

/** @throws Refusal `invalid-request` 400 */
export function decodeOrderId(value: unknown): string {
  return decode(z.object({ orderId }), { orderId: value }, 400).orderId
}

/** @throws Refusal `invalid-request` 400 naming where the key was missing */
export function decodeKey(value: string | null, field: string): string {
  if (value === null || !/^[\x21-\x7e]{1,128}$/.test(value)) throw new Refusal('invalid-request', { field })
  return value
}

function decode<T>(schema: z.ZodMiniType<T>, value: unknown, status: number): T {
  const read = z.safeParse(schema, value)
  if (read.success) return read.data
  const path = read.error.issues[0]?.path ?? []
  throw new Refusal('invalid-request', { status, field: path.length > 0 ? path.join('.') : 'body' })
}
