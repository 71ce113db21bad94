import type { MethodId } from '../domain/ids.ts'
import { groupOf, linkMethods } from '../domain/payment-route.ts'
import { isSelectable, type Availability } from './availability.ts'

/** What the fallback link's methods follow from. */
export interface FallbackFacts {
  /** All channels of the list, as they are now. */
  readonly channels: readonly { readonly method: MethodId; readonly availability: Availability }[]
  /** The method of the attempt that just failed. */
  readonly failedMethod: MethodId
  /** Whether the gateway's circuit is open. */
  readonly gatewayDown: boolean
}

/**
 * The methods of the hosted page offered instead of a channel that failed, for `visibleMethod`: those that work, less what
 * only we know to be failing; imoje's page knows its own flags. Empty means that no link may be offered: to imoje an empty
 * list is every method.
 */
export function pickFallbackMethods({
  channels,
  failedMethod,
  gatewayDown,
}: FallbackFacts): readonly string[] {
  if (gatewayDown) return []
  const working = new Set<MethodId>()
  const failing = new Set([groupOf(failedMethod)])
  for (const { method, availability } of channels) {
    if (isSelectable(availability)) working.add(groupOf(method))
    if ([availability, ...availability.losing].some(isResting)) failing.add(groupOf(method))
  }
  return linkMethods.filter((method) => working.has(method) && !failing.has(method))
}

const isResting = ({ status }: Pick<Availability, 'status'>): boolean =>
  status === 'coolingDown' || status === 'refused'
