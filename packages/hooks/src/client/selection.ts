import type { ChannelId, MethodId, PaymentChannel } from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'
import { isUsable, type CheckoutView } from './checkout-view.ts'

/** What the shopper has chosen. A chosen channel stays chosen when it goes down; it just can't be paid with. */
export interface Selection {
  /** The method that is open: its channels are shown. */
  readonly method?: MethodId
  readonly channel?: ChannelId
}

/** What is chosen before the shopper chooses: nothing, the first that can be, what was paid with last, or this channel. */
export type Preselect = 'none' | 'first-available' | 'last-used' | ChannelId

export interface Chooser {
  readonly selection: StoreApi<Selection>
  /** Chooses a channel if it can be used; says whether it did. */
  choose(id: ChannelId): boolean
  /** Opens a method; one with a single channel is that channel. Says whether it did. */
  open(method: MethodId): boolean
}

export interface PreselectingChooser extends Chooser {
  /** There is a list: chooses for the shopper, once, but never over what the shopper chose. */
  preselect(): void
}

/**
 * @param look what is shown at this very moment, not at the last look at the clock
 * @param findLastUsed the channel that was paid with last
 */
export function createSelection(
  look: () => CheckoutView,
  wanted: Preselect,
  findLastUsed: () => ChannelId | undefined,
): PreselectingChooser {
  const selection = createStore<Selection>(() => ({}))
  let isAsked = wanted !== 'none'

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

  /** The first method of a single channel that can be used; else the first that can, to choose a channel of. */
  function chooseFirst(): void {
    const { methods, methodAvailability } = look()
    const usable = methods.filter(({ id }) => isUsable(methodAvailability.get(id)))
    const first = usable.find(({ channels }) => channels.length === 1) ?? usable[0]
    if (first) open(first.id)
  }

  return {
    selection,
    choose,
    open,
    preselect: () => {
      if (!isAsked) return
      isAsked = false
      if (selection.getState().method) return
      if (wanted === 'first-available') return chooseFirst()
      const id = wanted === 'last-used' ? findLastUsed() : wanted
      if (id && id !== 'none') choose(id)
    },
  }
}

/** The working channel nearest to one that can't be used: among its neighbours, else the first of another method. */
export function findRescue(
  { methods, channels }: CheckoutView,
  { method: home, channel: chosen }: Selection,
): PaymentChannel | undefined {
  if (!chosen || isUsable(channels.get(chosen))) return undefined
  const isWorking = ({ id }: PaymentChannel): boolean => isUsable(channels.get(id))
  const siblings = methods.find(({ id }) => id === home)?.channels ?? []
  const at = siblings.findIndex(({ id }) => id === chosen)
  const distance = (channel: PaymentChannel): number => Math.abs(siblings.indexOf(channel) - at)
  const [nearest] = siblings.filter(isWorking).toSorted((a, b) => distance(a) - distance(b))
  return nearest ?? methods.flatMap((method) => method.channels).find(isWorking)
}
