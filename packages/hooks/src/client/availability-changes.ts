import type { AvailabilityStatus, ChannelId } from '@tillkit/core'
import type { CheckoutView } from './checkout-view.ts'

export interface AvailabilityChange {
  readonly channel: ChannelId
  readonly label: string
  readonly from: AvailabilityStatus
  readonly to: AvailabilityStatus
}

/** What differs between two looks at one order's channels: also what left the list, and what came. Nothing for the first list. */
export function listAvailabilityChanges(
  before: CheckoutView,
  after: CheckoutView,
): readonly AvailabilityChange[] {
  if (before.channels.size === 0) return []
  const labels = new Map<ChannelId, string>()
  for (const { methods } of [before, after])
    for (const { channels } of methods) for (const { id, label } of channels) labels.set(id, label)
  return [...new Set([...before.channels.keys(), ...after.channels.keys()])].flatMap((channel) => {
    const { status: from = 'hidden' } = before.channels.get(channel) ?? {}
    const { status: to = 'hidden' } = after.channels.get(channel) ?? {}
    return from === to ? [] : { channel, label: labels.get(channel) ?? channel, from, to }
  })
}
