import type { Clock } from '@tillkit/core'
import type { AttemptSummary, PaymentsClient, PaymentsEvent } from '@tillkit/hooks'

export interface LoggedEvent {
  readonly id: number
  readonly at: number
  readonly event: PaymentsEvent
}

/** The client's latest events, newest first, kept whether or not the panel is open. */
export interface EventLog {
  get(): readonly LoggedEvent[]
  subscribe(listener: () => void): () => void
}

const mostKept = 100

export function createEventLog(client: PaymentsClient, clock: Clock): EventLog {
  const listeners = new Set<() => void>()
  let logged: readonly LoggedEvent[] = []
  client.subscribe((event) => {
    const id = (logged[0]?.id ?? 0) + 1
    logged = [{ id, at: clock.now(), event }, ...logged].slice(0, mostKept)
    for (const listener of listeners) listener()
  })
  return {
    get: () => logged,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** An event in one line. */
export function describeEvent(event: PaymentsEvent): string {
  switch (event.type) {
    case 'availability-changed':
      return `${event.channel}: ${event.from} → ${event.to}`
    case 'gateway-changed':
      return `imoje is ${event.to}`
    case 'probe':
      return `probe answered: ${event.answer}`
    case 'attempt':
      return describeAttempt(event.attempt)
    case 'integration-error':
      return ['integration error', event.during, event.answer, event.code].filter(Boolean).join(' · ')
    case 'rows-discarded':
      return `${event.rows.length} rows of the list could not be used`
    case 'content-discarded':
      return `${event.source} held something unreadable: ${event.detail}`
  }
}

function describeAttempt({ status, channel, because, answer, end, statusCode }: AttemptSummary): string {
  return [`attempt ${status}`, channel, because, answer, statusCode, end].filter(Boolean).join(' · ')
}
