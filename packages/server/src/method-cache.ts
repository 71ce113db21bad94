import type { Clock } from '@tillkit/core'

/** A value with the moment its request left, in epoch milliseconds. */
export interface Cached<Value> {
  readonly value: Value
  readonly requestedAt: number
}

/** Answers kept for a while, each fetched once however many ask at the same time. */
export interface MethodCache<Value> {
  /** @param past asks anew unless the kept answer is only a few seconds old */
  read(key: string, load: () => Promise<Value>, past?: boolean): Promise<Cached<Value>>
  /** Forgets everything, also what is still on its way: imoje's word has changed since that was asked. */
  drop(): void
}

/** How long a list is kept, and how young one has to be to serve `fresh=1` too, in milliseconds. */
const freshForMs = 60_000
const askedJustNowMs = 2_000
/** Orders differ in amount; without an end to it, each amount would stay in memory. */
const mostKeys = 500

/** @param isKept whether an answer may be given again: an error is shared by those who wait for it, and by nobody after */
export function createMethodCache<Value>(
  clock: Clock,
  isKept: (value: Value) => boolean,
): MethodCache<Value> {
  let kept = new Map<string, Cached<Value>>()
  let flights = new Map<string, Promise<Cached<Value>>>()

  const fetch = async (key: string, load: () => Promise<Value>): Promise<Cached<Value>> => {
    const home = kept
    const requestedAt = clock.now()
    const answer = { value: await load(), requestedAt }
    if (!isKept(answer.value)) return answer
    home.delete(key)
    home.set(key, answer)
    const [oldest] = home.keys()
    if (home.size > mostKeys && oldest !== undefined) home.delete(oldest)
    return answer
  }

  return {
    async read(key, load, past = false) {
      const hit = kept.get(key)
      const ageMs = hit ? clock.now() - hit.requestedAt : Infinity
      if (hit && ageMs >= 0 && ageMs < (past ? askedJustNowMs : freshForMs)) return hit
      const running = flights.get(key)
      if (running) return running
      const home = flights
      const flight = fetch(key, load).finally(() => home.delete(key))
      flights.set(key, flight)
      return flight
    },
    drop() {
      kept = new Map()
      flights = new Map()
    },
  }
}
