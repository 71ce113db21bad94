import type { ChannelId } from '@tillkit/core'
import { usePaymentMethods } from '@tillkit/hooks'
import { useState, useSyncExternalStore, type ReactElement } from 'react'
import type { StoryShop } from '../create-story-shop.ts'
import { Choice } from './choice.tsx'
import { breakImoje, channelFates, gatewayFates, nothingBroken, type Breakage } from './fates.ts'
import type { RunningTime } from './running-time.ts'
import { clockTime } from './shop-log-list.tsx'

export interface BreakItToolsProps {
  readonly shop: StoryShop
  readonly time: RunningTime
}

const minuteMs = 60_000

/** What can be done to imoje, and to time. Inside the shop's provider. */
export function BreakItTools({ shop, time }: BreakItToolsProps): ReactElement {
  const [broken, setBroken] = useState(nothingBroken)
  const [channel, setChannel] = useState<ChannelId>('pbl/mtransfer')
  const { refresh } = usePaymentMethods()
  const breakIt = (next: Breakage): void => {
    breakImoje(shop.mock, next)
    setBroken(next)
  }
  const mend = (): void => {
    const channels = Object.keys(broken.channels).map((id) => [id, 'works'] as const)
    breakIt({ gateway: 'works', channels: Object.fromEntries(channels) })
    shop.client.reset()
    void refresh()
  }
  const fate = broken.channels[channel] ?? 'works'
  return (
    <>
      <section className="bench-part" aria-labelledby="bench-channel-heading">
        <h2 id="bench-channel-heading">One way to pay</h2>
        <ChannelSelect value={channel} onChange={setChannel} />
        <Choice
          legend="What befalls it"
          options={channelFates}
          value={fate}
          onChange={(next) => breakIt({ ...broken, channels: { ...broken.channels, [channel]: next } })}
        />
      </section>
      <section className="bench-part" aria-labelledby="bench-gateway-heading">
        <h2 id="bench-gateway-heading">imoje as a whole</h2>
        <Choice
          legend="What befalls imoje"
          options={gatewayFates}
          value={broken.gateway}
          onChange={(gateway) => breakIt({ ...broken, gateway })}
        />
      </section>
      <section className="bench-part" aria-labelledby="bench-time-heading">
        <h2 id="bench-time-heading">
          Time <TimeNow time={time} />
        </h2>
        <div className="bench-buttons">
          {[1, 5].map((minutes) => (
            <button key={minutes} type="button" onClick={() => void time.travel(minutes * minuteMs)}>
              +{minutes} min
            </button>
          ))}
        </div>
      </section>
      <section className="bench-part" aria-label="Afterwards">
        <div className="bench-buttons">
          <button type="button" onClick={() => void refresh()}>
            Read the list again
          </button>
          <button type="button" onClick={mend}>
            Mend everything
          </button>
        </div>
      </section>
    </>
  )
}

function TimeNow({ time }: { readonly time: RunningTime }): ReactElement {
  const now = useSyncExternalStore(time.subscribe, time.now)
  return (
    <time className="bench-clock" dateTime={new Date(now).toISOString()}>
      {clockTime.format(now)}
    </time>
  )
}

interface ChannelSelectProps {
  readonly value: ChannelId
  readonly onChange: (channel: ChannelId) => void
}

function ChannelSelect({ value, onChange }: ChannelSelectProps): ReactElement {
  const { methods } = usePaymentMethods()
  const channels = methods.flatMap((method) => method.channels)
  return (
    <select
      className="bench-select"
      aria-label="Which"
      value={value}
      // Its values are the ids of channels.
      onChange={(event) => onChange(event.target.value as ChannelId)}
    >
      {channels.some(({ id }) => id === value) || <option>{value}</option>}
      {channels.map(({ id, label }) => (
        <option key={id} value={id}>
          {label}
        </option>
      ))}
    </select>
  )
}
