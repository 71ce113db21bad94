import type { AvailabilityFacts } from '../../../packages/core/src/index.ts'
import { buildFacts } from '../../../packages/core/test/facts.ts'

/** A channel about which there is nothing to say: it works, and imoje's word on it is always fresh. */
export const quietFacts: AvailabilityFacts = buildFacts({ asOf: Infinity })
