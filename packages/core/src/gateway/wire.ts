import * as z from 'zod/mini'

/*
 * The shapes that come from outside, as far as the kit reads them. Interfaces are written out beside the schemas, so that
 * zod stays out of the declarations.
 */

export interface WireImage {
  readonly png?: string | undefined
  readonly svg?: string | undefined
}

/** A channel's row: of the flat list (imoje: GET service), or inside a group (imoje: get-payment-methods). */
export interface WireRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly isOnline: boolean
  /** Missing in a group: what is listed there is active. */
  readonly isActive?: boolean | undefined
  readonly description?: string | undefined
  readonly label?: string | undefined
  readonly priority?: number | undefined
  readonly currency?: string | null | undefined
  readonly transactionLimits?: WireLimits | null | undefined
  readonly paymentMethodCodeImage?: readonly WireImage[] | undefined
  readonly paymentMethodImage?: readonly WireImage[] | undefined
  readonly image?: readonly WireImage[] | undefined
  readonly restsForMs?: number | undefined
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
  readonly label?: string | undefined
  readonly isOnline: boolean
  readonly priority?: number | undefined
  readonly image?: readonly WireImage[] | undefined
  readonly channels: readonly unknown[]
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
const minorUnits = z.int().check(z.nonnegative())
const optionalText = z.nullish(z.string())
const lenientText = lenient(text)
const lenientNumber = lenient(z.number())
const images = lenient(z.array(z.object({ png: z.optional(z.string()), svg: z.optional(z.string()) })))
const unread = z.array(z.unknown())
const limit = z.nullish(z.object({ value: z.nullish(minorUnits) }))

export const wireRow: z.ZodMiniType<WireRow> = z.object({
  paymentMethod: text,
  paymentMethodCode: text,
  isOnline: z.boolean(),
  isActive: z.optional(z.boolean()),
  description: lenientText,
  label: lenientText,
  priority: lenientNumber,
  currency: z.nullish(text),
  transactionLimits: z.nullish(z.object({ minTransaction: limit, maxTransaction: limit })),
  paymentMethodCodeImage: images,
  paymentMethodImage: images,
  image: images,
  restsForMs: lenient(minorUnits),
})

export const wireGroup: z.ZodMiniType<WireGroup> = z.object({
  label: lenientText,
  isOnline: z.boolean(),
  priority: lenientNumber,
  image: images,
  channels: unread,
})

/** The list in any shape: flat, in groups, or one group without its array around it. */
export const wireList: z.ZodMiniType<WireFlatList | WireGroup | readonly unknown[]> = z.union([
  z.object({ service: z.object({ paymentMethods: unread }) }),
  unread,
  wireGroup,
])

const started = z.optional(
  z.object({ id: text, status: lenientText, statusCode: lenientText, url: optionalText }),
)

export const paymentAnswer: z.ZodMiniType<WirePayment> = z.object({
  transaction: started,
  payment: started,
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
