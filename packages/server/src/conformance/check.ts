import type { Bench } from './bench.ts'

/** One thing that contract A asks of a backend. */
export interface Check {
  /** Short and unique. */
  readonly name: string
  /** What a good backend does, in one sentence. */
  readonly says: string
  /** Rejects with a {@link Finding} where the backend does something else, or with a {@link NotAsked}. */
  run(bench: Bench): Promise<void>
}

/** Checks about one idea. */
export interface Theme {
  readonly name: string
  readonly checks: readonly Check[]
}
