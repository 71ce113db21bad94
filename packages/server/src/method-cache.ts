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
  /** What is kept may be wrong by now: it is asked anew, and given again only where that brings nothing better. */
  doubt(): void
  /** Forgets everything, also what is still on its way: none of it holds any longer. */
  drop(): void
}

/**
 * What an answer is worth. `good`: given again while it is fresh. `passing`: told to those who wait for it, and to nobody after.
 * `excused`: as `passing`, but the last good answer stands in for it where there is one.
 */
export type Worth = 'good' | 'excused' | 'passing'

/** How long a list is kept, how young one has to be to serve `fresh=1` too, and how old to stand in. In milliseconds. */
const freshForMs = 60_000
const askedJustNowMs = 2_000
const standsInForMs = 6 * 60 * 60_000
/** Orders differ in amount; without an end to it, each amount would stay in memory. */
const mostKeys = 500

export function createMethodCache<Value>(clock: Clock, worthOf: (value: Value) => Worth): MethodCache<Value> {
  type Kept = Cached<Value> & { readonly doubts: number }
  let kept = new Map<string, Kept>()
  let flights = new Map<string, Promise<Cached<Value>>>()
  let doubts = 0

  const isYounger = ({ requestedAt }: Kept, ageMs: number): boolean => {
    const now = clock.now()
    return requestedAt <= now && now < requestedAt + ageMs
  }

  const fetch = async (key: string, load: () => Promise<Value>): Promise<Cached<Value>> => {
    const home = kept
    const asked = { requestedAt: clock.now(), doubts }
    const answer = { value: await load(), ...asked }
    const worth = worthOf(answer.value)
    const last = home.get(key)
    if (worth === 'excused' && home === kept && last && isYounger(last, standsInForMs)) return last
    if (worth !== 'good' || (last && last.doubts > answer.doubts)) return answer
    home.delete(key)
    home.set(key, answer)
    const [oldest] = home.keys()
    if (home.size > mostKeys && oldest !== undefined) home.delete(oldest)
    return answer
  }

  return {
    async read(key, load, past = false) {
      const hit = kept.get(key)
      if (hit?.doubts === doubts && isYounger(hit, past ? askedJustNowMs : freshForMs)) return hit
      const running = flights.get(key)
      if (running) return running
      const home = flights
      const flight = fetch(key, load).finally(() => home.delete(key))
      flights.set(key, flight)
      return flight
    },
    doubt() {
      doubts += 1
      flights = new Map()
    },
    drop() {
      kept = new Map()
      flights = new Map()
    },
  }
}
