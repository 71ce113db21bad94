import { channelsOf, type Availability, type AvailabilityStatus, type ChannelId } from '@tillkit/core'
import type { CheckoutView } from './checkout-view.ts'

export interface AvailabilityChange {
  readonly channel: ChannelId
  readonly label: string
  readonly from: AvailabilityStatus
  readonly to: AvailabilityStatus
}

/**
 * What differs between two looks at one order's channels: also what left the list, and what came. Nothing for the first list, and
 * nothing where it only grows old: `unconfirmed` is told as `available`, for it says nothing of a channel and comes to all at once.
 */
export function listAvailabilityChanges(
  before: CheckoutView,
  after: CheckoutView,
): readonly AvailabilityChange[] {
  if (before.channels.size === 0) return []
  const labels = new Map([before, after].flatMap(channelsOf).map(({ id, label }) => [id, label]))
  const channels = new Map([...before.channels, ...after.channels])
  return [...channels.keys()].flatMap((channel) => {
    const from = tell(before.channels.get(channel))
    const to = tell(after.channels.get(channel))
    return from === to ? [] : { channel, label: labels.get(channel) ?? channel, from, to }
  })
}

const tell = ({ status }: Partial<Availability> = {}): AvailabilityStatus =>
  status === 'unconfirmed' ? 'available' : (status ?? 'hidden')
