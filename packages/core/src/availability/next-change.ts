import {
  changeMoments,
  resolveAvailability,
  type Availability,
  type AvailabilityFacts,
} from './availability.ts'
import type { Policy } from './policy.ts'
import { isSame } from './same.ts'

/**
 * The first moment after `now` (epoch milliseconds) at which the whole answer, losing reasons included, differs by itself;
 * nothing when time alone never changes it.
 */
export function nextChangeAt(facts: AvailabilityFacts, now: number, policy: Policy): number | undefined {
  let current: Availability | undefined
  const moments = changeMoments(facts, policy).filter((moment) => moment > now)
  for (const moment of moments.toSorted((a, b) => a - b)) {
    current ??= resolveAvailability(facts, now, policy)
    if (!isSame(current, resolveAvailability(facts, moment, policy))) return moment
  }
  return undefined
}
