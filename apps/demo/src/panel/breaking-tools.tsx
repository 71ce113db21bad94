import type { ReactElement } from 'react'
import type { DemoClock } from '../../shared/demo-clock.ts'
import type { DemoState } from '../../shared/shop-wire.ts'
import { ChannelSwitches } from './channel-switches.tsx'
import { demoApi } from './demo-api.ts'
import { ClockTime } from './event-list.tsx'
import { useDemo, type Demo } from './use-demo.ts'

const minuteMs = 60_000

/** Everything that needs the imitation. */
export function BreakingTools({ clock }: { readonly clock: DemoClock }): ReactElement {
  const { state, isLost, run } = useDemo(clock)
  return (
    <>
      <p className="panel-problem" role="status">
        {isLost && 'The shop is not answering.'}
      </p>
      {state && (
        <>
          <ScenarioPart state={state} run={run} />
          <TimePart state={state} run={run} now={clock.now()} />
          <ChannelSwitches channels={state.channels} run={run} />
          <JournalPart state={state} />
        </>
      )}
    </>
  )
}

interface PartProps {
  readonly state: DemoState
  readonly run: Demo['run']
}

function ScenarioPart({ state, run }: PartProps): ReactElement {
  const says = state.scenarios.find(({ name }) => name === state.scenario)?.says
  return (
    <section className="panel-part">
      <label className="panel-heading" htmlFor="panel-scenario">
        Scenario
      </label>
      <div className="panel-row">
        <select
          className="panel-select"
          id="panel-scenario"
          value={state.scenario}
          onChange={(event) => run(() => demoApi.setScenario(event.target.value))}
        >
          {state.scenarios.map(({ name }) => (
            <option key={name}>{name}</option>
          ))}
        </select>
        <button type="button" className="button button-small" onClick={() => location.reload()}>
          Reload page
        </button>
      </div>
      <p className="panel-note">{says} The list on the page is as it was read: reload to read it anew.</p>
    </section>
  )
}

function TimePart({ state, run, now }: PartProps & { readonly now: number }): ReactElement {
  const ahead = Math.round(state.clockOffsetMs / minuteMs)
  const reset = async (): Promise<DemoState> => {
    const fresh = await demoApi.reset()
    location.assign('/')
    return fresh
  }
  return (
    <section className="panel-part" aria-labelledby="panel-time">
      <h2 className="panel-heading" id="panel-time">
        Time
      </h2>
      <div className="panel-row">
        {[1, 5].map((minutes) => (
          <button
            type="button"
            className="button button-small"
            key={minutes}
            onClick={() => run(() => demoApi.advanceClock(minutes * minuteMs))}
          >
            +{minutes} min
          </button>
        ))}
        <button type="button" className="button button-small" onClick={() => run(reset)}>
          Reset all
        </button>
      </div>
      <p className="panel-note">
        It is <ClockTime at={now} /> for the page, the shop&apos;s server and the imitation
        {ahead > 0 ? `, ${ahead} min ahead of your clock.` : '.'}
      </p>
    </section>
  )
}

function JournalPart({ state }: { readonly state: DemoState }): ReactElement {
  return (
    <section className="panel-part" aria-labelledby="panel-journal">
      <h2 className="panel-heading" id="panel-journal">
        Requests
      </h2>
      <p className="panel-note">
        List requests at the shop&apos;s backend: <strong data-list-requests>{state.listRequests}</strong>. At
        the imitation, newest first:
      </p>
      <ol className="log">
        {state.journal.toReversed().map(({ at, method, route, status, subject }, index) => (
          <li className="log-line" key={`${at} ${state.journal.length - index}`}>
            <ClockTime at={at} />
            <span>
              {method} {route} {subject}
            </span>
            <span className="log-status" data-bad={status === null || status >= 400}>
              {status ?? '…'}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}
