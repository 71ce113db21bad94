import { isSelectable, type Availability } from './availability.ts'

/**
 * A method's answer from its channels': usable while one of them is (the best one is shown); else their common reason, else
 * that of the channel that is back first, else the first one's. Nothing when there is no channel.
 */
export function resolveMethodAvailability(channels: readonly Availability[]): Availability | undefined {
  const shown = channels.filter(({ status }) => status !== 'hidden')
  const usable = (['available', 'unconfirmed', 'trial'] as const)
    .map((best) => shown.find(({ status }) => status === best))
    .find(Boolean)
  const soonest = Math.min(...shown.map(backAt))
  return usable ?? shown.find((channel) => backAt(channel) === soonest)
}

const backAt = ({ selectableFrom = Infinity }: Availability): number => selectableFrom

/** Whether any channel of a method can be chosen. */
export const isUsable = (channels: readonly Availability[]): boolean => channels.some(isSelectable)
