import type { ReactElement } from 'react'
import type { DemoChannel } from '../../shared/shop-wire.ts'
import { demoApi } from './demo-api.ts'
import type { Demo } from './use-demo.ts'

export interface ChannelSwitchesProps {
  readonly channels: readonly DemoChannel[]
  readonly run: Demo['run']
}

/** What imoje's list says of each channel, to be turned on and off. */
export function ChannelSwitches({ channels, run }: ChannelSwitchesProps): ReactElement {
  const offline = channels.filter(({ isOnline }) => !isOnline).length
  return (
    <details className="panel-part">
      <summary className="panel-heading">
        Channels <span className="panel-note">{offline === 0 ? 'all online' : `${offline} offline`}</span>
      </summary>
      <ul className="switches">
        {channels.map(({ method, code, label, isOnline }) => (
          <li key={`${method}/${code}`}>
            <label className="switch">
              <input
                type="checkbox"
                checked={isOnline}
                onChange={() => run(() => demoApi.setOnline(`${method}/${code}`, !isOnline))}
              />
              <span>{label}</span>
              <span className="panel-note">
                {method}/{code}
              </span>
            </label>
          </li>
        ))}
      </ul>
    </details>
  )
}
