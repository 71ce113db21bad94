import type { Clock } from '@tillkit/core'

/** Does something for a key; who asks again soon gets what came of it before. */
export type Sparing<Value> = (key: string, work: () => Promise<Value>) => Promise<Value>

/** However many poll, imoje is asked the same no more often than this, in milliseconds. */
const askAgainAfterMs = 2_000

export function createSparing<Value>(clock: Clock): Sparing<Value> {
  const asked = new Map<string, { readonly at: number; readonly done: Promise<Value> }>()

  return (key, work) => {
    const now = clock.now()
    const before = asked.get(key)
    if (before && now >= before.at && now < before.at + askAgainAfterMs) return before.done
    for (const [old, { at }] of asked) if (now >= at + askAgainAfterMs) asked.delete(old)
    const done = work()
    asked.set(key, { at: now, done })
    return done
  }
}
