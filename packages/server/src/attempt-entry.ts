import * as z from 'zod/mini'
import type { Reply } from './reply.ts'

/** One try to pay as it is recorded before imoje is called. It never changes and never holds a BLIK code. */
export interface Attempt {
  readonly orderId: string
  /** Counts the order's attempts, from 1. */
  readonly n: number
  readonly key: string
  readonly by: 'transaction' | 'link'
  /** Of a link: the methods it shows, with commas between. */
  readonly method: string
  readonly code?: string | undefined
  /** Charges without a page: nothing else may start while it has no end. */
  readonly immediate: boolean
  /** In minor units. */
  readonly amount: number
  readonly currency: string
  /** Epoch milliseconds, as `validUntil`; an attempt without that has no end of its own. */
  readonly at: number
  readonly validUntil?: number | undefined
}

/** How far sending an attempt has come. No entry: it is being sent since `Attempt.at`. */
export type Sending =
  /** It is being sent again. */
  | { readonly state: 'sending'; readonly at: number }
  /** It was sent, and nobody knows what became of it. */
  | { readonly state: 'unknown' }
  /** The answer is known. It is given again for the same key, if it charges only while it can still be paid. */
  | {
      readonly state: 'answered'
      readonly charges: boolean
      readonly reply: Reply
      /** When the answer came, in epoch milliseconds: repeated later, it says nothing of imoje then. */
      readonly at: number
      /** Until when what this sending started can be paid, in epoch milliseconds; missing where it has no end. */
      readonly validUntil?: number | undefined
    }

/** The transaction that paid an order. */
export interface PaidBy {
  readonly n: number
  readonly transactionId: string
  readonly amount: number
  readonly currency: string
  readonly status: string
  readonly afterFailure?: boolean | undefined
}

/** Where an id of imoje's belongs. */
export interface AttemptPlace {
  readonly orderId: string
  readonly n: number
  readonly by: 'transaction' | 'link'
}

const way = z.enum(['transaction', 'link'])

export const attemptSchema: z.ZodMiniType<Attempt> = z.object({
  orderId: z.string(),
  n: z.int(),
  key: z.string(),
  by: way,
  method: z.string(),
  code: z.optional(z.string()),
  immediate: z.boolean(),
  amount: z.int(),
  currency: z.string(),
  at: z.number(),
  validUntil: z.optional(z.number()),
})

export const sendingSchema: z.ZodMiniType<Sending> = z.discriminatedUnion('state', [
  z.object({ state: z.literal('sending'), at: z.number() }),
  z.object({ state: z.literal('unknown') }),
  z.object({
    state: z.literal('answered'),
    at: z.number(),
    charges: z.boolean(),
    reply: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
    validUntil: z.optional(z.number()),
  }),
])

export const paidSchema: z.ZodMiniType<PaidBy> = z.object({
  n: z.int(),
  transactionId: z.string(),
  amount: z.int(),
  currency: z.string(),
  status: z.string(),
  afterFailure: z.optional(z.boolean()),
})

export const placeSchema: z.ZodMiniType<AttemptPlace> = z.object({
  orderId: z.string(),
  n: z.int(),
  by: way,
})
