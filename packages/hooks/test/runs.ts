import fc from 'fast-check'

/*
 * How often each property is tried: 5,000 times, or as often as TILLKIT_RUNS says; TILLKIT_SEED repeats a failed run.
 * A failure prints its seed and the smallest example that breaks the property.
 */

interface Host {
  readonly process?: { readonly env: Readonly<Record<string, string | undefined>> }
}

const environment = (globalThis as Host).process?.env ?? {}
const seed = readNumber('TILLKIT_SEED')

export const runs: number = readNumber('TILLKIT_RUNS') ?? 5_000

/** Properties are given time for the runs that were asked for. */
export const propertyTimeoutMs: number = 120_000 + runs * 20

/** Tries `law` on random values; it throws where it doesn't hold. */
export async function holdsFor<Value>(
  values: fc.Arbitrary<Value>,
  law: (value: Value) => Promise<void> | void,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(values, async (value) => law(value)),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  )
}

/** Throws with the sentence where the condition doesn't hold. Cheaper than `expect`, which a property would call a million times. */
export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

function readNumber(name: string): number | undefined {
  const value = environment[name]
  if (value === undefined || value === '') return undefined
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${name} must be a whole number, but is ${value}.`)
  return number
}
