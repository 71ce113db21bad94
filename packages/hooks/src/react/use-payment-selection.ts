'use client'
import type { ChannelId, MethodId, PaymentChannel } from '@tillkit/core'
import { useStore } from 'zustand'
import { isUsable } from '../client/checkout-view.ts'
import { findRescue } from '../client/selection.ts'
import { useCheckout } from './checkout-context.ts'
import { useView } from './use-view.ts'

/** What {@link usePaymentSelection} returns. */
export interface UsePaymentSelection {
  /** The method that is open. */
  readonly method: MethodId | undefined
  /** The channel chosen; it stays chosen when it goes down. */
  readonly channel: PaymentChannel | undefined
  /** Whether the chosen channel can be paid with now. */
  readonly isUsable: boolean
  /** The working channel nearest to the chosen one, while that can't be paid with. */
  readonly rescue: PaymentChannel | undefined
  /** Chooses a channel if it can be used; says whether it did. */
  readonly choose: (channel: ChannelId) => boolean
  /** Opens a method if it can be used; one with a single channel is that channel. */
  readonly open: (method: MethodId) => boolean
  /** Chooses nothing, as before. */
  readonly clear: () => void
}

/**
 * What the shopper has chosen.
 * @example
 * const { channel, choose } = usePaymentSelection()
 */
export function usePaymentSelection(): UsePaymentSelection {
  const { selection, findChannel, choose, open } = useCheckout()
  const chosen = useStore(selection)
  const { method, channel } = chosen
  const availability = useView(({ channels }) => channel && channels.get(channel))
  const rescue = useView((view) => findRescue(view, chosen))
  const clear = (): void => selection.setState({}, true)
  return {
    method,
    channel: useView(() => findChannel(channel)),
    isUsable: isUsable(availability),
    rescue,
    choose,
    open,
    clear,
  }
}

/** Whether this one channel is chosen: a row's own subscription. */
export const useIsChosen = (id: ChannelId): boolean =>
  useStore(useCheckout().selection, ({ channel }) => channel === id)

/** Whether this one method is open. */
export const useIsOpen = (id: MethodId): boolean =>
  useStore(useCheckout().selection, ({ method }) => method === id)
