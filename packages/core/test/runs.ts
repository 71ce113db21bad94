import fc from 'fast-check'

/*
 * How often each property is tried: 5,000 times, or as often as TILLKIT_RUNS says; TILLKIT_SEED repeats a failed run.
 * A failure prints its seed and the smallest history that breaks the property.
 */

interface Host {
  readonly process?: { readonly env: Readonly<Record<string, string | undefined>> }
}

const environment = (globalThis as Host).process?.env ?? {}
const seed = readNumber('TILLKIT_SEED')

export const runs: number = readNumber('TILLKIT_RUNS') ?? 5_000

/** Properties are given time for the runs that were asked for. */
export const propertyTimeoutMs: number = 120_000 + runs * 4

/** Tries `law` on random values; it throws where it doesn't hold. */
export function holdsFor<Value>(values: fc.Arbitrary<Value>, law: (value: Value) => void): void {
  fc.assert(
    fc.property(values, (value) => law(value)),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  )
}

/** As `holdsFor`, for a law about promises. */
export async function holdsLater<Value>(
  values: fc.Arbitrary<Value>,
  law: (value: Value) => Promise<void>,
): Promise<void> {
  await fc.assert(
    fc.asyncProperty(values, (value) => law(value)),
    { numRuns: runs, ...(seed === undefined ? {} : { seed }) },
  )
}

/** Throws with both values when they differ. Cheaper than `expect`, which a property would call a million times. */
export function mustEqual(actual: unknown, expected: unknown, what: string): void {
  const [left, right] = [canonical(actual), canonical(expected)]
  if (left !== right) throw new Error(`${what}: got ${left}, expected ${right}`)
}

export function must(condition: boolean, what: string): void {
  if (!condition) throw new Error(what)
}

/** Text of a plain value, keys in order, so that two values say the same exactly when their texts are equal. */
export function canonical(value: unknown): string {
  if (value === undefined) return 'undefined'
  if (typeof value === 'number') return Object.is(value, -0) ? '0' : String(value)
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  const entries = Object.entries(value).filter(([, each]) => each !== undefined)
  return `{${entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .join()}}`
}

function readNumber(name: string): number | undefined {
  const value = environment[name]
  if (value === undefined || value === '') return undefined
  const number = Number(value)
  if (!Number.isSafeInteger(number)) throw new Error(`${name} must be a whole number, but is ${value}.`)
  return number
}
