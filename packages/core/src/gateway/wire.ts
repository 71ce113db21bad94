import * as z from 'zod/mini'
import { isAmount } from '../domain/money.ts'

/*
 * The shapes that come from outside, as far as the kit reads them. Interfaces are written out beside the schemas, so that
 * zod stays out of the declarations.
 */

/**
 * A channel's row: of the flat list (imoje: GET service), or inside a group (imoje: get-payment-methods). Fields that are
 * `unknown` are not judged: broken, they cost themselves and not the row, and each is read by `readText` and its like. (With
 * schemas of their own they took two thirds of the time of a long list.)
 */
export interface WireRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly isOnline: boolean
  /** Missing in a group: what is listed there is active. */
  readonly isActive?: boolean | undefined
  readonly currency?: string | null | undefined
  readonly transactionLimits?: WireLimits | null | undefined
  readonly description?: unknown
  readonly label?: unknown
  readonly priority?: unknown
  readonly paymentMethodCodeImage?: unknown
  readonly paymentMethodImage?: unknown
  readonly image?: unknown
  readonly restsForMs?: unknown
}

export interface WireLimits {
  readonly minTransaction?: { readonly value?: number | null | undefined } | null | undefined
  readonly maxTransaction?: { readonly value?: number | null | undefined } | null | undefined
}

export interface WireFlatList {
  readonly service: { readonly paymentMethods: readonly unknown[] }
}

/** A group of the nested list. */
export interface WireGroup {
  readonly isOnline: boolean
  readonly channels: readonly unknown[]
  readonly label?: unknown
  readonly priority?: unknown
  readonly image?: unknown
}

export interface WireAction {
  readonly url?: string | null | undefined
  readonly method?: string | null | undefined
  readonly contentBodyRaw?: string | null | undefined
  readonly ban?: string | null | undefined
  readonly title?: string | null | undefined
}

/** What a POST answers: a transaction with its action (imoje: POST transaction), or a link (imoje: POST payment). */
export interface WirePayment {
  readonly transaction?: WireStarted | undefined
  readonly action?: WireAction | null | undefined
  readonly payment?: WireStarted | undefined
}

export interface WireStarted {
  readonly id: string
  readonly status?: string | undefined
  readonly statusCode?: string | undefined
  /** A link's page. */
  readonly url?: string | null | undefined
}

/** An error: imoje's (`code`, `message`, `errors`) or the shop's own problem (`type` and what belongs to it). */
export interface WireError {
  readonly code?: string | undefined
  readonly message?: string | undefined
  readonly errors?: readonly WireErrorEntry[] | undefined
  readonly type?: string | undefined
  readonly field?: string | undefined
  readonly amount?: number | undefined
  readonly currency?: string | undefined
}

/** An entry of `errors[]`: its shape is not documented, so a text alone is taken too, and what can't be read is nothing. */
export type WireErrorEntry =
  | string
  | { readonly property?: string | undefined; readonly message: string }
  | undefined

/** A field that may be broken without costing its row: then it is as if it were missing. */
const lenient = <T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> =>
  z.catch(z.optional(schema), undefined)

const text = z.string().check(z.minLength(1))
/** Without a slash: `a/b` with the code `c` and `a` with `b/c` would be one channel. */
const methodId = z.string().check(z.regex(/^[^/]+$/))
const minorUnits = z.int().check(z.nonnegative())
const optionalText = z.nullish(z.string())
const lenientText = lenient(text)
const unread = z.array(z.unknown())
const limit = z.nullish(z.object({ value: z.nullish(minorUnits) }))

export const wireRow: z.ZodMiniType<WireRow> = z.object({
  paymentMethod: methodId,
  paymentMethodCode: text,
  isOnline: z.boolean(),
  isActive: z.optional(z.boolean()),
  currency: z.nullish(text),
  transactionLimits: z.nullish(z.object({ minTransaction: limit, maxTransaction: limit })),
})

/**
 * Tells a row as it nearly always comes at a glance, because schemas take their time: with them alone, reading a long list
 * takes twice as long. What it doesn't know isn't wrong; the schema judges that.
 */
export function isUsualRow(value: unknown): value is WireRow {
  const row = value as Partial<WireRow> | null
  return (
    readText(row?.paymentMethod)?.includes('/') === false &&
    !!readText(row?.paymentMethodCode) &&
    typeof row?.isOnline === 'boolean' &&
    (row.isActive === undefined || typeof row.isActive === 'boolean') &&
    (row.currency === undefined || !!readText(row.currency)) &&
    (row.transactionLimits === undefined ||
      (isAmount(row.transactionLimits?.minTransaction?.value) &&
        isAmount(row.transactionLimits?.maxTransaction?.value)))
  )
}

export const wireGroup: z.ZodMiniType<WireGroup> = z.object({
  isOnline: z.boolean(),
  channels: unread,
})

/** The list in any shape: flat, in groups, or one group without its array around it. */
export const wireList: z.ZodMiniType<WireFlatList | WireGroup | readonly unknown[]> = z.union([
  z.object({ service: z.object({ paymentMethods: unread }) }),
  unread,
  wireGroup,
])

/** A text that is not empty, or nothing. */
export const readText = (value: unknown): string | undefined =>
  (typeof value === 'string' && value) || undefined

/** A `priority`: what has none comes last. */
export const readRank = (value: unknown): number =>
  typeof value === 'number' && Number.isFinite(value) ? value : Number.MAX_VALUE

/** The first address among images, a drawing before a picture. imoje: an array of `{ png }` or `{ svg }`. */
export function readImage(images: unknown): string | undefined {
  const list: readonly (WireImage | null)[] = Array.isArray(images) ? images : []
  for (const image of list) {
    const address = readText(image?.svg) ?? readText(image?.png)
    if (address) return address
  }
  return undefined
}

interface WireImage {
  readonly png?: unknown
  readonly svg?: unknown
}

const started: z.ZodMiniType<WireStarted> = z.object({
  id: text,
  status: lenientText,
  statusCode: lenientText,
  url: optionalText,
})

export const paymentAnswer: z.ZodMiniType<WirePayment> = z.object({
  transaction: z.optional(started),
  payment: z.optional(started),
  action: z.nullish(
    z.object({
      url: optionalText,
      method: optionalText,
      contentBodyRaw: optionalText,
      ban: optionalText,
      title: optionalText,
    }),
  ),
})

/** What a transaction is now (contract A: GET transactions). */
export const transactionAnswer: z.ZodMiniType<{ transaction: WireStarted }> = z.object({
  transaction: started,
})

export const orderPaymentAnswer: z.ZodMiniType<{
  status: 'none' | 'pending' | 'paid' | 'failed'
  transactionId?: string | undefined
}> = z.object({
  status: z.enum(['none', 'pending', 'paid', 'failed']),
  transactionId: z.optional(text),
})

export const errorAnswer: z.ZodMiniType<WireError> = z.object({
  code: lenientText,
  message: lenientText,
  errors: lenient(z.array(lenient(z.union([text, z.object({ property: lenientText, message: text })])))),
  type: lenientText,
  field: lenientText,
  amount: lenient(minorUnits),
  currency: lenientText,
})
