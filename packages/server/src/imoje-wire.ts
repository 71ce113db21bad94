import * as z from 'zod/mini'

/** What may pass to the browser: a value as it is, a list, or an object's named parts. */
type Allowed = true | readonly [Allowed] | { readonly [name: string]: Allowed }

const image: Allowed = [{ png: true, svg: true }]
const limit: Allowed = { type: true, value: true }

const serviceRow: Allowed = {
  paymentMethod: true,
  paymentMethodCode: true,
  isActive: true,
  isOnline: true,
  description: true,
  currency: true,
  transactionLimits: { minTransaction: limit, maxTransaction: limit },
  paymentMethodImage: image,
  paymentMethodCodeImage: image,
}
const group: Allowed = {
  label: true,
  isOnline: true,
  priority: true,
  image,
  channels: [
    { paymentMethod: true, paymentMethodCode: true, label: true, priority: true, isOnline: true, image },
  ],
}
const transaction: Allowed = {
  id: true,
  status: true,
  statusCode: true,
  statusCodeDescription: true,
  paymentMethod: true,
  paymentMethodCode: true,
}
const action: Allowed = {
  type: true,
  url: true,
  method: true,
  contentType: true,
  contentBodyRaw: true,
  ban: true,
  title: true,
}

/** Cuts a value to what may pass. A plain value passes in any place: the client finds out that it stands wrong. */
function cut(value: unknown, allowed: Allowed): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (allowed === true) return undefined
  if (isList(allowed))
    return Array.isArray(value)
      ? value.map((entry) => cut(entry, allowed[0])).filter((entry) => entry !== undefined)
      : undefined
  if (Array.isArray(value)) return undefined
  const parts = Object.entries(value).filter(([name]) => Object.hasOwn(allowed, name))
  return Object.fromEntries(parts.map(([name, part]) => [name, cut(part, allowed[name] ?? true)]))
}

const isList = (allowed: Allowed): allowed is readonly [Allowed] => Array.isArray(allowed)

const text = z.string().check(z.minLength(1))
const lenient = <T>(schema: z.ZodMiniType<T>): z.ZodMiniType<T | undefined> =>
  z.catch(z.optional(schema), undefined)
/** Ids become part of addresses and of keys in the store. */
const id = z.string().check(z.regex(/^[\w-]{1,100}$/))
const amount = z.union([z.int(), z.pipe(z.string().check(z.regex(/^\d{1,15}$/)), z.transform(Number))])

const serviceList = z.object({ service: z.object({ paymentMethods: z.array(z.unknown()) }) })

/** Either list of imoje's, cut row by row; nothing when it is no list. */
export function cutList(body: unknown, source: 'service' | 'get-payment-methods'): unknown {
  const isRow = (row: unknown): boolean => typeof row === 'object' && row !== null && !Array.isArray(row)
  if (source === 'get-payment-methods')
    return Array.isArray(body)
      ? cut(body.filter(isRow), [group])
      : isRow(body)
        ? cut([body], [group])
        : undefined
  const read = z.safeParse(serviceList, body)
  if (!read.success) return undefined
  return { service: { paymentMethods: cut(read.data.service.paymentMethods.filter(isRow), [serviceRow]) } }
}

/** A transaction as far as the record cares. */
export interface UpstreamTransaction {
  readonly id: string
  /** Missing in some answers. */
  readonly status?: string | undefined
  readonly type?: string | undefined
  readonly serviceId?: string | undefined
  readonly orderId?: string | undefined
  /** In minor units. */
  readonly amount?: number | undefined
  readonly currency?: string | undefined
  readonly paymentMethod?: string | undefined
  readonly paymentMethodCode?: string | undefined
  /** The payment link it was made by, or one of its own that imoje makes for it. */
  readonly payment?: { readonly id: string } | undefined
}

const paymentSchema = lenient(z.object({ id }))
const transactionSchema: z.ZodMiniType<UpstreamTransaction> = z.object({
  id,
  status: lenient(text),
  type: lenient(text),
  serviceId: lenient(text),
  orderId: lenient(text),
  amount: lenient(amount),
  currency: lenient(text),
  paymentMethod: lenient(text),
  paymentMethodCode: lenient(text),
  payment: paymentSchema,
})
const transactionAnswer = z.object({
  transaction: transactionSchema,
  action: z.optional(z.nullable(z.object({ url: lenient(z.string()) }))),
})
const linkAnswer = z.object({ payment: z.object({ id, url: text }) })
const linkState = z.object({
  transactions: z.array(z.unknown()),
  status: lenient(text),
  isActive: lenient(z.boolean()),
  validTo: lenient(z.number()),
})
const notification = z.object({
  transaction: transactionSchema,
  payment: paymentSchema,
})

export interface TransactionAnswer {
  readonly transaction: UpstreamTransaction
  /** The address the payer is sent to, where there is one. */
  readonly url?: string
  /** What passes to the browser. */
  readonly cut: unknown
}

/** imoje's answer to creating or reading a transaction; nothing when it can't be read. */
export function decodeTransactionAnswer(body: unknown): TransactionAnswer | undefined {
  const read = z.safeParse(transactionAnswer, body)
  if (!read.success) return undefined
  const url = read.data.action?.url
  return {
    transaction: read.data.transaction,
    ...(url ? { url } : {}),
    cut: cut(body, { transaction, action }),
  }
}

/** imoje's answer to making a payment link; nothing when it can't be read. */
export function decodeLinkAnswer(body: unknown): { readonly id: string; readonly url: string } | undefined {
  const read = z.safeParse(linkAnswer, body)
  return read.success ? read.data.payment : undefined
}

/** What imoje says of a payment link. */
export interface LinkState {
  /** Those made by it, as far as they can be read. */
  readonly transactions: readonly UpstreamTransaction[]
  readonly status?: string | undefined
  readonly isActive?: boolean | undefined
  /** On imoje's clock, in seconds; missing where the link has no end. */
  readonly validTo?: number | undefined
}

/** imoje's answer to reading a payment link; nothing when it can't be read. */
export function decodeLinkState(body: unknown): LinkState | undefined {
  const read = z.safeParse(linkState, body)
  if (!read.success) return undefined
  const transactions = read.data.transactions.flatMap((entry) => {
    const one = z.safeParse(transactionSchema, entry)
    return one.success ? [one.data] : []
  })
  return { ...read.data, transactions }
}

/** A notification's transaction, and the link it was made by; nothing when it can't be read. */
export function decodeNotification(
  body: unknown,
): { readonly transaction: UpstreamTransaction; readonly linkId: string | undefined } | undefined {
  const read = z.safeParse(notification, body)
  if (!read.success) return undefined
  const { transaction, payment = transaction.payment } = read.data
  return { transaction, linkId: payment?.id }
}

const error = z.object({
  code: text,
  message: lenient(z.string()),
  errors: lenient(z.array(z.unknown())),
})
const errorEntry: Allowed = { property: true, message: true }

/** imoje's error without its wrapper and its echo of the request; nothing when it can't be read. */
export function decodeError(body: unknown): { code: string; message?: string; errors: unknown } | undefined {
  const read = z.safeParse(z.union([z.object({ apiErrorResponse: error }), error]), body)
  if (!read.success) return undefined
  const {
    code,
    message,
    errors = [],
  } = 'apiErrorResponse' in read.data ? read.data.apiErrorResponse : read.data
  return { code, ...(message === undefined ? {} : { message }), errors: cut(errors, [errorEntry]) }
}
