import type { StoreApi } from 'zustand/vanilla'

/** A store that comes to life with its first listener and rests after its last. */
export function countListeners<State>(
  store: StoreApi<State>,
  { first, last }: { first(): void; last(): void },
): StoreApi<State> {
  let listening = 0
  return {
    ...store,
    subscribe: (listener) => {
      listening += 1
      if (listening === 1) first()
      const leave = store.subscribe(listener)
      return () => {
        leave()
        listening -= 1
        if (listening === 0) last()
      }
    },
  }
}
