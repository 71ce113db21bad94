import { useSyncExternalStore, type ReactElement } from 'react'
import { describeEvent, type EventLog } from './event-log.ts'

/** What the payments client tells the shop, as it happens. */
export function EventList({ events }: { readonly events: EventLog }): ReactElement {
  const logged = useSyncExternalStore(events.subscribe, events.get)
  return (
    <section className="panel-part" aria-labelledby="panel-events">
      <h2 className="panel-heading" id="panel-events">
        Events
      </h2>
      {logged.length === 0 ? (
        <p className="panel-note">Nothing yet. What the client notices comes here.</p>
      ) : (
        <ol className="log">
          {logged.map(({ id, at, event }) => (
            <li className="log-line" key={id}>
              <ClockTime at={at} />
              <span>{describeEvent(event)}</span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

export function ClockTime({ at }: { readonly at: number }): ReactElement {
  const date = new Date(at)
  return (
    <time className="log-time" dateTime={date.toISOString()}>
      {clockTime.format(date)}
    </time>
  )
}

const clockTime = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
