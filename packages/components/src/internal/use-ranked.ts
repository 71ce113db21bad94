'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import { useAvailabilityOrder } from '@tillkit/hooks'
import { isSaidByBanner } from '../availability-note/describe-availability.ts'

/**
 * The same items in the page's order, which is the one they are seen in: so arrows and screen readers pass them alike. Of tiles the
 * plain ones come first, then those with a word on them, last what can't be used, each with its reason. Between the two stands what is no row (its id means nothing): what is open.
 */
export function useRanked<Item>(
  items: readonly Item[],
  idOf: (item: Item) => string,
  isTiled: boolean,
): readonly Item[] {
  const byId = new Map(items.map((item) => [idOf(item), item]))
  const ids = useAvailabilityOrder([...byId.keys()], isTiled ? rankTile : rankRow)
  return ids.flatMap((id) => byId.get(id) ?? [])
}

function rankTile(availability: Availability): number {
  // What the banner speaks for stays a tile.
  if (isSaidByBanner(availability)) return 0
  if (availability.status === 'hidden') return 1
  if (!isSelectable(availability)) return 2
  return availability.status === 'trial' ? 1 : 0
}

/** What this order can't be paid with stands last: it won't change while the shopper looks. Other rows keep their places. */
const rankRow = ({ status }: Availability): number => (status === 'ineligible' ? 1 : 0)
