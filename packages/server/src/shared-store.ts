import { systemClock, type Clock } from '@tillkit/core'
import { messageOf, type Emit } from './events.ts'
import { Refusal } from './refusal.ts'

/**
 * Where attempts and keys are recorded. Every process of a shop must see the same one, or a shopper can be charged twice.
 * Entries may be forgotten once their time is over, never before. With Redis: `SET key value NX PX ttlMs`, `GET`, `SET … PX`.
 */
export interface SharedStore {
  /**
   * Writes an entry unless there is one, in one indivisible step.
   * @returns whether it was written
   */
  claim(key: string, value: string, ttlMs: number): Promise<boolean>
  /** The entry's value, while it lasts. */
  get(key: string): Promise<string | undefined>
  /** Writes an entry whether or not there is one; it lasts `ttlMs` milliseconds from now. */
  set(key: string, value: string, ttlMs: number): Promise<void>
}

/** A store in this process's memory: for one process, not for serverless. A restart forgets every attempt. */
export function memoryStore(clock: Clock = systemClock): SharedStore {
  const entries = new Map<string, { readonly value: string; readonly until: number }>()
  let sweepAt = 1_000
  const read = (key: string): string | undefined => {
    const entry = entries.get(key)
    return entry && clock.now() < entry.until ? entry.value : undefined
  }
  const write = (key: string, value: string, ttlMs: number): void => {
    entries.set(key, { value, until: clock.now() + ttlMs })
    if (entries.size < sweepAt) return
    for (const [old, { until }] of entries) if (clock.now() >= until) entries.delete(old)
    sweepAt = Math.max(1_000, entries.size * 2)
  }
  return {
    claim: (key, value, ttlMs) => {
      if (read(key) !== undefined) return Promise.resolve(false)
      write(key, value, ttlMs)
      return Promise.resolve(true)
    },
    get: (key) => Promise.resolve(read(key)),
    set: (key, value, ttlMs) => Promise.resolve(write(key, value, ttlMs)),
  }
}

/** How long a store is waited for, in milliseconds: one that hangs must not take every request with it. */
const storeTimeoutMs = 2_000

/** Makes a store's failure the problem it is to a request: nothing may be sent that can't be recorded. */
export function guardStore(store: SharedStore, clock: Clock, emit: Emit): SharedStore {
  let isAway = false
  const guarded = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    let cancel = (): void => undefined
    const late = new Promise<never>((_, reject) => {
      cancel = clock.setTimer(() => reject(new Error('It did not answer in time.')), storeTimeoutMs)
    })
    try {
      const value = await Promise.race([work(), late])
      if (isAway) emit({ type: 'store-back' })
      isAway = false
      return value
    } catch (error) {
      // Every request meets it; the log is told once.
      if (!isAway) emit({ type: 'store-failed', message: messageOf(error) })
      isAway = true
      throw new Refusal('store-unavailable')
    } finally {
      cancel()
    }
  }
  return {
    claim: (key, value, ttlMs) => guarded(() => store.claim(key, value, ttlMs)),
    get: (key) => guarded(() => store.get(key)),
    set: (key, value, ttlMs) => guarded(() => store.set(key, value, ttlMs)),
  }
}
