'use client'
import type { Availability, ChannelId, MethodId } from '@tillkit/core'
import { isUsable, type CheckoutView } from '../client/checkout-view.ts'
import { useView } from './use-view.ts'

/**
 * Whether a channel can be used now, why not, and from when. The same reference while the answer is the same; `hidden` for a
 * channel that isn't in the list.
 * @example
 * const availability = useAvailability('pbl/mtransfer')
 */
export function useAvailability(channel: ChannelId): Availability {
  return useView((view) => view.channels.get(channel)) ?? unlisted
}

/** As `useAvailability`, for a whole method: usable while one of its channels is. */
export function useMethodAvailability(method: MethodId): Availability {
  return useView((view) => view.methodAvailability.get(method)) ?? unlisted
}

/**
 * The same ids, of channels or of methods, in the order to show them: as `rankOf` ranks their availability (low first), else as
 * they are given. Re-renders only when that order changes.
 * @param rankOf @defaultValue those that work come first
 * @example
 * const ids = useAvailabilityOrder(['pbl/mtransfer', 'pbl/ipko'])
 */
export function useAvailabilityOrder<Id extends string>(
  ids: readonly Id[],
  rankOf: (availability: Availability) => number = worksFirst,
): readonly Id[] {
  const order = useView((view) => {
    const ranked = ids.map((id, place) => ({ place, rank: rankOf(availabilityOf(view, id)) }))
    const inOrder = ranked.toSorted((a, b) => a.rank - b.rank)
    return inOrder.map(({ place }) => place).join()
  })
  return order ? order.split(',').flatMap((place) => ids[Number(place)] ?? []) : []
}

const unlisted: Availability = { status: 'hidden', losing: [] }

const worksFirst = (availability: Availability): number => (isUsable(availability) ? 0 : 1)

const availabilityOf = ({ channels, methodAvailability }: CheckoutView, id: MethodId): Availability =>
  channels.get(id as ChannelId) ?? methodAvailability.get(id) ?? unlisted
