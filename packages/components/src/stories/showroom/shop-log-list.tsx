import type { ReactElement } from 'react'
import type { LogLine } from './shop-log.ts'

/** What has happened, quietly: whoever breaks things looks here when there is something to understand. */
export function ShopLogList({ lines }: { readonly lines: readonly LogLine[] }): ReactElement {
  return (
    <section className="bench-part" aria-labelledby="bench-log">
      <h2 id="bench-log">What happens</h2>
      {lines.length === 0 ? (
        <p className="bench-note">Nothing yet.</p>
      ) : (
        <ol className="bench-log">
          {lines.map(({ id, at, kind, text, status }) => (
            <li key={id} data-kind={kind}>
              <time dateTime={new Date(at).toISOString()}>{clockTime.format(at)}</time>
              <span className="bench-kind">{kind}</span>
              <span>{text}</span>
              {kind === 'request' && (
                <span className="bench-status" data-bad={status !== undefined && status >= 400}>
                  {status ?? '…'}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** A moment of the shop's, to the second. */
export const clockTime: Intl.DateTimeFormat = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' })
