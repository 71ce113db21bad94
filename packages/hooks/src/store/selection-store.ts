import type { ChannelId, MethodId } from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What the shopper has chosen. A chosen channel stays chosen when it goes down; it just can't be paid with. */
export interface Selection {
  /** The method that is open: its channels are shown. */
  readonly method?: MethodId
  readonly channel?: ChannelId
}

export type SelectionStore = StoreApi<Selection>

export const createSelectionStore = (): SelectionStore => createStore<Selection>(() => ({}))
