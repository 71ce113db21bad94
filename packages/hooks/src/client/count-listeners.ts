import type { StoreApi } from 'zustand/vanilla'
import { countUsers } from '../store/count-users.ts'

/** A store that comes to life with its first listener and rests after its last. */
export function countListeners<State>(store: StoreApi<State>, start: () => () => void): StoreApi<State> {
  const listen = countUsers(start)
  return {
    ...store,
    subscribe: (listener) => {
      const end = listen()
      const leave = store.subscribe(listener)
      return () => {
        leave()
        end()
      }
    },
  }
}
