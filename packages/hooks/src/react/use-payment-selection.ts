'use client'
import { isSelectable, type ChannelId, type MethodId, type PaymentChannel } from '@tillkit/core'
import { useSyncExternalStore } from 'react'
import { usePaymentsContext } from './checkout-context.ts'
import { useView } from './use-view.ts'

export interface UsePaymentSelection {
  /** The method that is open. */
  readonly method: MethodId | undefined
  /** The channel chosen; it stays chosen when it goes down. */
  readonly channel: PaymentChannel | undefined
  /** Whether the chosen channel can be paid with now. */
  readonly isUsable: boolean
  /** Chooses a channel if it can be used; says whether it did. */
  readonly choose: (channel: ChannelId) => boolean
  /** Opens a method if it can be used; one with a single channel is that channel. */
  readonly open: (method: MethodId) => boolean
}

/**
 * What the shopper has chosen.
 * @example
 * const { channel, choose } = usePaymentSelection()
 */
export function usePaymentSelection(): UsePaymentSelection {
  const { checkout } = usePaymentsContext()
  const { selection } = checkout
  const chosen = useSyncExternalStore(selection.subscribe, selection.getState, selection.getState)
  const availability = useView((view) => chosen.channel && view.channels.get(chosen.channel))
  return {
    method: chosen.method,
    channel: checkout.findChannel(chosen.channel),
    isUsable: availability !== undefined && isSelectable(availability),
    choose: checkout.choose,
    open: checkout.open,
  }
}

/** Whether this one channel is chosen: a row's own subscription. */
export function useIsChosen(channel: ChannelId): boolean {
  const { selection } = usePaymentsContext().checkout
  const get = (): boolean => selection.getState().channel === channel
  return useSyncExternalStore(selection.subscribe, get, get)
}

/** Whether this one method is open. */
export function useIsOpen(method: MethodId): boolean {
  const { selection } = usePaymentsContext().checkout
  const get = (): boolean => selection.getState().method === method
  return useSyncExternalStore(selection.subscribe, get, get)
}
