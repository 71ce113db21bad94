import { isSelectable, type Availability } from './availability.ts'
import { isSame } from './same.ts'

/**
 * A method's answer from its channels': usable while one of them is (the best one is shown); else their common reason, else
 * that of the channel that is back first, else the first one's. Nothing when there is no channel.
 */
export function resolveMethodAvailability(channels: readonly Availability[]): Availability | undefined {
  const shown = channels.filter((channel) => channel.status !== 'hidden')
  const best = (['available', 'unconfirmed', 'trial'] as const)
    .map((status) => shown.find((channel) => channel.status === status))
    .find((channel) => channel !== undefined)
  if (best) return best
  const [first] = shown
  if (first === undefined || shown.every((channel) => isSame(channel, first))) return first
  return shown.reduce((soonest, channel) =>
    (channel.selectableFrom ?? Infinity) < (soonest.selectableFrom ?? Infinity) ? channel : soonest,
  )
}

/** Whether any channel of a method can be chosen. */
export const isUsable = (channels: readonly Availability[]): boolean => channels.some(isSelectable)
