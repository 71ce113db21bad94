import type { ChannelId, MethodId } from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isUsable, type CheckoutView } from './checkout-view.ts'

/** What the shopper has chosen. A chosen channel stays chosen when it goes down; it just can't be paid with. */
export interface Selection {
  /** The method that is open: its channels are shown. */
  readonly method?: MethodId
  readonly channel?: ChannelId
}

export interface Chooser {
  readonly selection: StoreApi<Selection>
  /** Chooses a channel if it can be used; says whether it did. */
  choose(id: ChannelId): boolean
  /** Opens a method; one with a single channel is that channel. Says whether it did. */
  open(method: MethodId): boolean
}

/** @param look what is shown at this very moment, not at the last look at the clock */
export function createSelection(look: () => CheckoutView): Chooser {
  const selection = createStore<Selection>(() => ({}))

  function choose(id: ChannelId): boolean {
    const { methods, channels } = look()
    const method = methods.find((each) => each.channels.some((channel) => channel.id === id))
    if (!method || !isUsable(channels.get(id))) return false
    selection.setState({ method: method.id, channel: id }, true)
    return true
  }

  function open(id: MethodId): boolean {
    const { methods, methodAvailability } = look()
    const [only, ...others] = methods.find((method) => method.id === id)?.channels ?? []
    if (only && others.length === 0) return choose(only.id)
    if (!isUsable(methodAvailability.get(id))) return false
    if (selection.getState().method !== id) selection.setState({ method: id }, true)
    return true
  }

  return { selection, choose, open }
}
