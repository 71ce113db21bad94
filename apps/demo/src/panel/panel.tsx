import { useEffect, useState, type ReactElement } from 'react'
import type { DemoClock } from '../../shared/demo-clock.ts'
import { keep, readKept } from '../kept.ts'
import { BreakingTools } from './breaking-tools.tsx'
import type { EventLog } from './event-log.ts'
import { EventList } from './event-list.tsx'
import { LookPart } from './look-part.tsx'

export interface PanelProps {
  /** Whether imoje is the imitation. */
  readonly canBreak: boolean
  readonly clock: DemoClock
  readonly events: EventLog
}

/** A drawer for whoever tries the demo: break things, move time, watch what happens. In English only. */
export function Panel({ canBreak, clock, events }: PanelProps): ReactElement {
  const [isOpen, setIsOpen] = useState(() => readKept('sessionStorage', 'panel') === 'open')

  useEffect(() => {
    keep('sessionStorage', 'panel', isOpen ? 'open' : 'closed')
    // The shop makes room for the drawer.
    document.documentElement.dataset['panel'] = isOpen ? 'open' : 'closed'
  }, [isOpen])

  return (
    <aside className="panel" lang="en" aria-label="Break it">
      <button
        type="button"
        className="panel-handle"
        aria-expanded={isOpen}
        aria-controls="panel-content"
        onClick={() => setIsOpen(!isOpen)}
      >
        <svg className="icon" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M11 2l-6 9h4l-1 7 7-10h-4.500z" />
        </svg>
        <span className="panel-name">Break it</span>
      </button>
      <div className="panel-content" id="panel-content" hidden={!isOpen}>
        {isOpen && (
          <>
            {canBreak ? (
              <BreakingTools clock={clock} />
            ) : (
              <p className="panel-note">
                This shop talks to imoje itself, as set in the environment, so breaking things is off.
              </p>
            )}
            <LookPart />
            <EventList events={events} />
          </>
        )}
      </div>
    </aside>
  )
}
