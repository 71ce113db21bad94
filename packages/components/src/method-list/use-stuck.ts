'use client'

import { isSelectable, type Availability } from '@tillkit/core'
import { useAvailabilityOrder, useMethodAvailability } from '@tillkit/hooks'
import { isSaidByBanner } from '../availability-note/describe-availability.ts'
import { useShownMethods } from './use-shown-methods.ts'

/** Whether nothing that this picker shows can be paid with, will be by itself, or is what the banner speaks for. */
export function useStuck(): boolean {
  const ids = useShownMethods().map(({ id }) => id)
  const [best = ''] = useAvailabilityOrder(ids, rankHope)
  return rankHope(useMethodAvailability(best)) > 0
}

const rankHope = (availability: Availability): number =>
  isSelectable(availability) || availability.selectableFrom || isSaidByBanner(availability) ? 0 : 1
