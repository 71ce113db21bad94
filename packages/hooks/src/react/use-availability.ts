'use client'
import { isSelectable, type Availability, type ChannelId, type MethodId } from '@tillkit/core'
import type { CheckoutView } from '../client/checkout-view.ts'
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

/** The channels of a method, those that work first, else in the gateway's order; the same reference while that holds. */
export function useChannelOrder(method: MethodId): string {
  return useView((view) => orderChannels(view, method))
}

const unlisted: Availability = { status: 'hidden', losing: [] }

function orderChannels(view: CheckoutView, method: MethodId): string {
  const channels = view.methods.find(({ id }) => id === method)?.channels ?? []
  const works = (id: ChannelId): boolean => isSelectable(view.channels.get(id) ?? unlisted)
  return [...channels.filter(({ id }) => works(id)), ...channels.filter(({ id }) => !works(id))]
    .map(({ id }) => id)
    .join('\n')
}
