import type { ChannelId, ChannelReport, GatewayReport } from '@tillkit/core'
import * as z from 'zod/mini'

/*
 * What is kept in storage and said between tabs, as text. Either may hold anything: another program's content, a cut-off one, one
 * made to harm. What the schemas don't name is neither written nor read.
 */

export type Report = ChannelReport | GatewayReport
type Outcome = Report['outcome']

/** What a tab knows, or the one thing it has just learnt. */
export interface Shared {
  /** How often everything was forgotten before these reports. */
  readonly resets: number
  readonly reports: readonly Report[]
}

/** A try to pay whose end isn't known yet. Never holds a BLIK code or personal data. */
export interface OpenAttempt {
  readonly orderId: string
  /** Its idempotency key. */
  readonly key: string
  /** What the key stands for: another body never goes under it. */
  readonly body: string
  readonly channel: {
    readonly id: ChannelId
    readonly method: string
    readonly code: string
    readonly label: string
  }
  /** When it began, in epoch milliseconds. */
  readonly at: number
  /** It charges without a page (a BLIK code). */
  readonly immediate: boolean
  /** imoje's id, once answered. */
  readonly transactionId?: string | undefined
  /** The POST's answer arrived. */
  readonly answered: boolean
}

/** Far more than a shopper sees in a day, and still read in a moment. */
const mostReports = 1_000
const longestText = 1_000

// As in core's `wire.ts`: zod's own classes for single values are many bytes.
const text = z.custom<string>((value) => typeof value === 'string' && !!value && value.length <= longestText)
const whole = z.custom<number>(Number.isSafeInteger)
const flag = z.custom<boolean>((value) => typeof value === 'boolean')
const outcomes: readonly unknown[] = ['succeeded', 'failed', 'refused', 'unanswered'] satisfies Outcome[]

const shared = z.object({
  resets: whole,
  reports: z.custom<readonly unknown[]>((value) => Array.isArray(value) && value.length <= mostReports),
})
const report = z.object({
  id: text,
  channel: z.optional(text),
  outcome: z.custom<Outcome>((value) => outcomes.includes(value)),
  status: z.optional(whole),
  sentAt: whole,
  at: whole,
  retryAfterMs: z.optional(whole),
})
const openAttempt = z.object({
  orderId: text,
  key: text,
  body: text,
  channel: z.object({ id: text, method: text, code: text, label: text }),
  at: whole,
  immediate: flag,
  transactionId: z.optional(text),
  answered: flag,
})

/** Reads what was kept or said, or nothing. A report that can't be read costs only itself; `broken` counts them. */
export function decodeShared(content: unknown): (Shared & { readonly broken: number }) | undefined {
  const found = decode(shared, content)
  if (!found) return undefined
  const reports = pickReports(found.reports)
  return { resets: found.resets, reports, broken: found.reports.length - reports.length }
}

/** The same knowledge in any order gives the same text. Of too many reports the newest are kept. */
export const encodeShared = ({ resets, reports }: Shared): string =>
  JSON.stringify({
    resets,
    reports: pickReports(reports)
      .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .slice(-mostReports),
  })

export function decodeAttempt(content: unknown): OpenAttempt | undefined {
  const found = decode(openAttempt, content)
  return found && isAttempt(found) ? found : undefined
}

/** Nothing where it couldn't be read again. */
export function encodeAttempt(attempt: OpenAttempt): string | undefined {
  const { data } = z.safeParse(openAttempt, attempt)
  return data && JSON.stringify(data)
}

export const isChannelId = (id: string): id is ChannelId => id.length <= longestText && id.indexOf('/') > 0

function pickReports(reports: readonly unknown[]): Report[] {
  return reports.flatMap((each) => {
    const { data } = z.safeParse(report, each)
    return data && isReport(data) ? [data] : []
  })
}

const isReport = (found: z.infer<typeof report>): found is Report =>
  found.channel === undefined
    ? found.outcome !== 'refused'
    : found.outcome !== 'unanswered' && isChannelId(found.channel)

const isAttempt = (found: z.infer<typeof openAttempt>): found is OpenAttempt => {
  const { id, method, code } = found.channel
  return id === `${method}/${code}`
}

function decode<T>(schema: z.ZodMiniType<T>, content: unknown): T | undefined {
  try {
    return z.safeParse(schema, JSON.parse(String(content))).data
  } catch {
    return undefined
  }
}
