/** Names of what can be asked under `/v1` and `/s`. */
export type RouteName =
  | 'get-service'
  | 'get-payment-methods'
  | 'create-transaction'
  | 'get-transaction'
  | 'create-payment'
  | 'get-payment'
  | 'cancel-payment'
  | 'hosted-page'
  | 'unknown'

export const routeNames: readonly RouteName[] = [
  'get-service',
  'get-payment-methods',
  'create-transaction',
  'get-transaction',
  'create-payment',
  'get-payment',
  'cancel-payment',
  'hosted-page',
  'unknown',
]

/** What a request is about, as far as faults and the journal care. */
export interface RequestSubject {
  /** The shop's own id of the order. */
  readonly orderId?: string
  /** Such as `pbl`. */
  readonly paymentMethod?: string
  /** Such as `mtransfer`. */
  readonly paymentMethodCode?: string
  /** Minor units. */
  readonly amount?: number
}

/** One request that reached the mock. Bodies aren't kept: they hold personal data and BLIK codes. */
export interface JournalEntry extends RequestSubject {
  /** Which of imoje's routes it met. */
  readonly route: RouteName
  /** The HTTP method. */
  readonly method: string
  /** Without the query. */
  readonly path: string
  /** The HTTP status answered; `null` while nothing was: still running, dropped or hanging. */
  readonly status: number | null
  /** Arrival, in epoch milliseconds on the mock's clock. */
  readonly at: number
  /** As its header had it. */
  readonly idempotencyKey?: string
}

export interface Journal {
  /** Writes an arrival; the returned function adds the status once there is one. */
  write(entry: Omit<JournalEntry, 'status'>): (status: number) => void
  entries(): readonly JournalEntry[]
  clear(): void
}

/** A load test must not fill the memory: beyond this the oldest entries go. */
const longest = 20_000

export function createJournal(): Journal {
  let entries: { -readonly [Key in keyof JournalEntry]: JournalEntry[Key] }[] = []
  return {
    write(entry) {
      const written = { ...entry, status: null as number | null }
      entries.push(written)
      if (entries.length > longest * 1.1) entries = entries.slice(-longest)
      return (status) => {
        written.status = status
      }
    },
    entries: () => entries.map((entry) => ({ ...entry })),
    clear() {
      entries = []
    },
  }
}
