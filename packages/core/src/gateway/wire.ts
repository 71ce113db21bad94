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

/** Here too what is `unknown` is read by `readText` and may be broken. */
export interface WireStarted {
  readonly id: string
  readonly status?: unknown
  readonly statusCode?: unknown
  /** A link's page. */
  readonly url?: string | null | undefined
}

/** An error: imoje's (`code`, `message`, `errors`) or the shop's own problem (`type` and what belongs to it). Nothing in it is judged. */
export interface WireError {
  readonly code?: unknown
  readonly message?: unknown
  readonly errors?: unknown
  readonly type?: unknown
  readonly field?: unknown
  readonly amount?: unknown
  readonly currency?: unknown
}

/*
 * Single values are told by checks of our own: zod's, each a class with options and messages that nobody reads here, were a third
 * of what zod adds to a page.
 */
const text = z.custom<string>((value) => !!readText(value))
/** Without a slash: `a/b` with the code `c` and `a` with `b/c` would be one channel. */
const methodId = z.custom<string>((value) => readText(value)?.includes('/') === false)
const minorUnits = z.custom<number>(isAmount)
const flag = z.custom<boolean>((value) => typeof value === 'boolean')
const optionalText = z.nullish(z.custom<string>((value) => typeof value === 'string'))
const list = z.custom<readonly unknown[]>(Array.isArray)
const unread = z.optional(z.custom())
const limit = z.nullish(z.object({ value: z.nullish(minorUnits) }))

export const wireRow: z.ZodMiniType<WireRow> = z.object({
  paymentMethod: methodId,
  paymentMethodCode: text,
  isOnline: flag,
  isActive: z.optional(flag),
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
  isOnline: flag,
  channels: list,
})

export const wireFlatList: z.ZodMiniType<WireFlatList> = z.object({
  service: z.object({ paymentMethods: list }),
})

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
  status: unread,
  statusCode: unread,
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

type OrderStatus = 'none' | 'pending' | 'paid' | 'failed'
const orderStatuses: readonly unknown[] = ['none', 'pending', 'paid', 'failed'] satisfies OrderStatus[]

export const orderPaymentAnswer: z.ZodMiniType<{
  status: OrderStatus
  transactionId?: string | undefined
}> = z.object({
  status: z.custom<OrderStatus>((value) => orderStatuses.includes(value)),
  transactionId: z.optional(text),
})

/** Any object: what is in it is read by `readText` and its like. */
export const isWireError = (value: unknown): value is WireError =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
