'use client'
import type { Availability, ChannelId, MethodId, PaymentChannel } from '@tillkit/core'
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

/** The channels of a method, those that work first, else in the gateway's order; the same reference while that holds. */
export function useChannelOrder(method: MethodId): string {
  return useView((view) => orderChannels(view, method))
}

const unlisted: Availability = { status: 'hidden', losing: [] }

function orderChannels({ methods, channels }: CheckoutView, method: MethodId): string {
  const works = ({ id }: PaymentChannel): number => Number(isUsable(channels.get(id)))
  const listed = methods.find(({ id }) => id === method)?.channels ?? []
  return listed
    .toSorted((a, b) => works(b) - works(a))
    .map(({ id }) => id)
    .join('\n')
}
