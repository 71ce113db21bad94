import type { PageId } from './knowledge.ts'
import type { Text } from './wire.ts'

/** A request of a page's to the shop, as it leaves. Read from the wire, not from the client that wrote it. */
export interface Asked {
  readonly n: number
  readonly page: PageId
  readonly route: 'list' | 'pay' | 'link' | 'transaction' | 'record'
  /** On the machine's clock. */
  readonly sentAt: number
  readonly key?: string | undefined
  /** Of a POST. */
  readonly body?: PostBody | undefined
  readonly rawBody?: string
  /** Of a question about a transaction. */
  readonly id?: string | undefined
}

export interface PostBody {
  readonly expectedAmount: number
  readonly paymentMethod?: string
  readonly paymentMethodCode?: string
  readonly blikCode?: string
  readonly visibleMethod?: readonly string[]
  readonly preselectMethodCode?: string
}

/** What came back for it. */
export type Answered =
  | { readonly is: 'none'; readonly at: number }
  | {
      readonly is: 'answer'
      readonly at: number
      readonly status: number
      /** The shop's own problem, by its type. */
      readonly problem?: string | undefined
      readonly retryAfterMs?: number | undefined
      readonly ageMs: number
      /** Nothing where it can't be read. */
      readonly json: Json | undefined
    }

export type Json = Readonly<Record<string, unknown>>

export function describeAsked(
  n: number,
  page: PageId,
  sentAt: number,
  url: string,
  init: RequestInit = {},
): Asked {
  const { pathname, searchParams } = new URL(url)
  const [, first = '', second = ''] = /\/api\/payments\/([^/]+)(?:\/([^/]+))?/.exec(pathname) ?? []
  const common = { n, page, sentAt }
  if (init.method === 'POST') {
    const key = new Headers(init.headers).get('idempotency-key') ?? undefined
    const rawBody = init.body as string
    const route = first === 'payment-links' ? 'link' : 'pay'
    return { ...common, route, key, rawBody, body: JSON.parse(rawBody) as PostBody }
  }
  if (first === 'payment-methods') return { ...common, route: 'list' }
  return first === 'transactions'
    ? { ...common, route: 'transaction', id: second }
    : { ...common, route: 'record', key: searchParams.get('key') ?? undefined }
}

export function describeAnswer({ status, headers, text }: Text, at: number): Answered {
  const json = parse(text)
  const isProblem = headers.get('content-type')?.startsWith('application/problem+json') ?? false
  const seconds = headers.get('retry-after')
  return {
    is: 'answer',
    at,
    status,
    problem: isProblem ? String(json?.type) : undefined,
    retryAfterMs: seconds === null ? undefined : Number(seconds) * 1_000,
    ageMs: Number(headers.get('age') ?? 0) * 1_000,
    json,
  }
}

export function parse(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** The channel that a POST pays with; nothing for a link to imoje's own page. */
export function channelOf({ route, body }: Asked): string | undefined {
  if (route === 'pay') return `${body?.paymentMethod}/${body?.paymentMethodCode}`
  const code = body?.preselectMethodCode
  return code === undefined ? undefined : `${body?.visibleMethod?.[0]}/${code}`
}

export const isPost = ({ route }: Asked): boolean => route === 'pay' || route === 'link'

/**
 * What is known of a payment by the answer to its POST (rules §2, §6): imoje has `refused` it, so that nothing comes of it; the
 * shop has, so that nothing was sent; it has `started`; or nobody knows.
 */
export function endOfPost(answer: Answered): 'started' | 'refused' | 'notSent' | 'unknown' {
  if (answer.is === 'none') return 'unknown'
  const { status, problem, json } = answer
  if (!json) return status === 500 && problem === undefined ? 'refused' : 'unknown'
  if (problem !== undefined) return tellsNoEnd.has(problem) ? 'unknown' : 'notSent'
  const { transaction, code } = json as {
    readonly transaction?: { readonly status?: string }
    readonly code?: string
  }
  if (status < 300) return isRefused(transaction?.status) ? 'refused' : 'started'
  // A 500 says that no page was opened; a proxy's 503 is no word of imoje's.
  return status === 500 || (code !== undefined && (status < 500 || status === 503)) ? 'refused' : 'unknown'
}

const tellsNoEnd: ReadonlySet<string> = new Set([
  'attempt-open',
  'key-reused',
  'upstream-timeout',
  'internal',
])
const isRefused = (status: string | undefined): boolean => status === 'rejected' || status === 'error'

/** One row of the list, as far as the shopper's choice depends on it. */
export interface Row {
  readonly id: string
  readonly works: boolean
  /** In minor units; none is no limit. */
  readonly min: number
  readonly max: number
}

export function readRows(json: Json | undefined): readonly Row[] | undefined {
  const { service } = (json ?? {}) as { readonly service?: { readonly paymentMethods?: readonly WireRow[] } }
  return service?.paymentMethods?.map(({ paymentMethod, paymentMethodCode, isActive, isOnline, ...row }) => ({
    id: `${paymentMethod}/${paymentMethodCode}`,
    works: isActive && isOnline,
    min: row.transactionLimits.minTransaction.value,
    max: row.transactionLimits.maxTransaction.value || Infinity,
  }))
}

interface WireRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly isActive: boolean
  readonly isOnline: boolean
  readonly transactionLimits: Record<'minTransaction' | 'maxTransaction', { readonly value: number }>
}
