import type { Clock } from '@tillkit/core'
import * as z from 'zod/mini'
import type { SharedStore } from './shared-store.ts'

/** One answer of imoje's that bears on who may be asked next. Times are epoch milliseconds. */
export interface Observation {
  /** `imoje` as a whole, or a channel's id. */
  readonly about: string
  /** Unique: what several processes tell of it counts once. */
  readonly id: string
  /** `unanswered`: no word of imoje's came back. */
  readonly outcome: 'succeeded' | 'failed' | 'unanswered'
  readonly sentAt: number
  readonly at: number
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined
  readonly orderId?: string | undefined
}

/**
 * What all processes of a shop have seen, as one growing set: each keeps its own copy, takes in what the store has, and writes
 * what the store lacks. So no observation is lost where two write at once, and without the store each goes on with its own copy.
 */
export interface Observations {
  /** What is known here about something, oldest first. The same list while nothing new is known. */
  about(what: string): readonly Observation[]
  /** Everything observations are about. */
  subjects(): Iterable<string>
  /** Exchanges with the store. Never rejects: without the store, what is known here has to do. */
  sync(): Promise<void>
  /** Counts here at once, and in other processes when it resolves. Never rejects. */
  add(observation: Omit<Observation, 'id'>): Promise<void>
}

/** How many observations of one thing count, as in core's circuits, and how many things are kept in mind. */
const mostOfOne = 32
const mostSubjects = 100
/** Longer than the longest cool-down and quiet trial together: what is older changes nothing. In milliseconds. */
const forgetAfterMs = 2 * 60 * 60_000
/** Clocks of two machines differ a little; what claims to come from later is the mark of a clock that jumped. */
const skewMs = 60_000
/** A store that fails is left alone for a while, so that a list doesn't wait for it each time. */
const leaveStoreMs = 5_000

const storeKey = 'observed'

/** In place of the id of an observation that isn't added: it comes after all that were made in the same millisecond. */
export const latestId = '~'

const schema: z.ZodMiniType<readonly Observation[]> = z.array(
  z.object({
    about: z.string(),
    id: z.string(),
    outcome: z.enum(['succeeded', 'failed', 'unanswered']),
    sentAt: z.number(),
    at: z.number(),
    retryAfterMs: z.optional(z.number()),
    orderId: z.optional(z.string()),
  }),
)
const none: readonly Observation[] = []

/** @param store one whose promises reject in time: nobody may wait for it for long */
export function createObservations(store: SharedStore, clock: Clock): Observations {
  const seen = new Map<string, readonly Observation[]>()
  const source = crypto.randomUUID()
  let made = 0
  let lastText: string | undefined
  let isShared = true
  let asksStoreAt = -Infinity

  const take = (observations: readonly Observation[]): void => {
    for (const observation of observations) {
      const known = seen.get(observation.about) ?? none
      if (known.some(({ id }) => id === observation.id)) continue
      seen.set(observation.about, [...known, observation].toSorted(byTime).slice(-mostOfOne))
    }
  }
  /** Drops what no longer bears on anything, and what a clock that jumped back has left in the future. */
  const forget = (): void => {
    for (const [about, known] of seen) {
      const kept = known.filter(({ at }) => at <= clock.now() + skewMs)
      if ((kept.at(-1)?.at ?? -Infinity) < clock.now() - forgetAfterMs) seen.delete(about)
      else if (kept.length < known.length) seen.set(about, kept)
    }
    const newest = (about: string): number => seen.get(about)?.at(-1)?.at ?? 0
    const surplus = [...seen.keys()].toSorted((a, b) => newest(b) - newest(a)).slice(mostSubjects)
    for (const about of surplus) seen.delete(about)
  }
  const exchange = async (): Promise<void> => {
    const text = await store.get(storeKey)
    forget()
    if (text === lastText && isShared) return
    const stored = decode(text)
    take(stored)
    forget()
    lastText = text
    const ids = new Set(stored.map(({ id }) => id))
    const all = [...seen.values()].flat()
    isShared = all.every(({ id }) => ids.has(id))
    if (!isShared) await store.set(storeKey, JSON.stringify(all), forgetAfterMs)
  }

  const sync = async (): Promise<void> => {
    const now = clock.now()
    if (now < asksStoreAt && now >= asksStoreAt - leaveStoreMs) return
    try {
      await exchange()
    } catch {
      asksStoreAt = now + leaveStoreMs
    }
  }

  return {
    about: (what) => seen.get(what) ?? none,
    subjects: () => seen.keys(),
    sync,
    add(observation) {
      // What is seen within a millisecond keeps its order.
      take([{ ...observation, id: `${String(made++).padStart(10, '0')}-${source}` }])
      isShared = false
      return sync()
    },
  }
}

const byTime = (a: Observation, b: Observation): number => a.at - b.at || (a.id < b.id ? -1 : 1)

/** What can't be read says nothing. */
function decode(text: string | undefined): readonly Observation[] {
  try {
    return text === undefined ? none : (z.safeParse(schema, JSON.parse(text)).data ?? none)
  } catch {
    return none
  }
}
