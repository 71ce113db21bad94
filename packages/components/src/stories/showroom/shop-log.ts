import type { PaymentsEvent } from '@tillkit/hooks'
import type { JournalEntry } from '@tillkit/mock-api'
import type { StoryShop } from '../create-story-shop.ts'

/** A row of the picker changed, the client told the shop something, or imoje was asked. */
export interface LogLine {
  readonly id: string
  /** Epoch milliseconds on the shop's clock. */
  readonly at: number
  readonly kind: 'row' | 'event' | 'request'
  readonly text: string
  /** Of a request; `undefined` while there is none. */
  readonly status?: number | undefined
}

export interface ShopLog {
  /** Newest first. The same list while nothing has happened. */
  get(): readonly LogLine[]
  subscribe(listener: () => void): () => void
  /** Reads what has arrived at imoje since. */
  look(): void
}

interface EventLine extends LogLine {
  /** The row's name, where its availability changed. */
  readonly row?: string
}

const mostKept = 40

/** What happens in a shop, as it happens. */
export function createShopLog({ client, clock, mock }: StoryShop): ShopLog {
  const listeners = new Set<() => void>()
  const events: EventLine[] = []
  let journal: readonly JournalEntry[] = []
  let lines: readonly LogLine[] = []

  const gather = (): void => {
    const requests = journal.map((entry, index) => lineOfRequest(entry, index))
    // Of one moment, requests come before what the client makes of their answers.
    lines = [...requests, ...gatherRows(events)]
      .toSorted((a, b) => a.at - b.at)
      .slice(-mostKept)
      .toReversed()
    for (const listener of listeners) listener()
  }
  client.subscribe((event) => {
    events.push({ id: `event-${events.length}`, at: clock.now(), ...describe(event) })
    gather()
  })

  return {
    get: () => lines,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    look: () => {
      const now = mock.journal()
      const isSame =
        now.length === journal.length && now.every(({ status }, index) => status === journal[index]?.status)
      if (isSame) return
      journal = now
      gather()
    },
  }
}

/** Rows that change in the same way at the same moment are one line: an outage changes all of them. */
function gatherRows(events: readonly EventLine[]): readonly LogLine[] {
  const gathered = new Map<string, EventLine & { readonly rows: readonly string[] }>()
  for (const line of events) {
    const key = line.row === undefined ? line.id : `${line.at} ${line.text}`
    const rows = [...(gathered.get(key)?.rows ?? []), ...(line.row === undefined ? [] : [line.row])]
    gathered.set(key, { ...line, rows })
  }
  return [...gathered.values()].map(({ id, at, kind, rows, text }) => ({
    id,
    at,
    kind,
    text: rows.length === 0 ? text : `${rows.length > 3 ? `${rows.length} rows` : rows.join(', ')}: ${text}`,
  }))
}

function lineOfRequest(entry: JournalEntry, index: number): LogLine {
  const { at, method, route, status, paymentMethod, paymentMethodCode } = entry
  const subject = [paymentMethod, paymentMethodCode].filter(Boolean).join('/')
  return {
    id: `request-${index}`,
    at,
    kind: 'request',
    text: [method, route, subject].filter(Boolean).join(' '),
    status: status ?? undefined,
  }
}

function describe(event: PaymentsEvent): Pick<EventLine, 'kind' | 'text' | 'row'> {
  switch (event.type) {
    case 'availability-changed':
      return { kind: 'row', row: event.label, text: `${event.from} → ${event.to}` }
    case 'gateway-changed':
      return { kind: 'event', text: `imoje is ${event.to}` }
    case 'probe':
      return { kind: 'event', text: `asked whether imoje is back: ${event.answer}` }
    case 'attempt': {
      const { status, channel, because, answer, end } = event.attempt
      return {
        kind: 'event',
        text: ['attempt', status, channel, because, answer, end].filter(Boolean).join(' · '),
      }
    }
    case 'integration-error':
      return { kind: 'event', text: `integration error · ${event.during} · ${event.answer}` }
    case 'rows-discarded':
      return { kind: 'event', text: `${event.rows.length} rows of the list could not be used` }
    case 'content-discarded':
      return { kind: 'event', text: `${event.source} held something unreadable` }
  }
}
