import fc from 'fast-check'

/*
 * Random damage to bodies that came over the wire.
 */

/** Anything JSON can hold, and the values that most often break something. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 0.5, 1e308, -0, 2 ** 53, '', 'x', [], {}, [[]], [{}]),
  fc.constantFrom('x'.repeat(10_000), '\u202E', '__proto__', '\u0000', '\uD800', 'javascript:alert(1)'),
  fc.jsonValue({ maxDepth: 2 }),
)

export interface Damage {
  /** Which of all the places in the body, in the order they are met. */
  readonly place: number
  readonly does: 'replace' | 'remove' | 'repeat' | 'add'
  readonly junk: unknown
}
export const damages: fc.Arbitrary<readonly Damage[]> = fc.array(
  fc.record({ place: fc.nat(), does: fc.constantFrom('replace', 'remove', 'repeat', 'add'), junk }),
  { maxLength: 6 },
)

/** Every container and key in a value, depth first. */
function placesIn(value: unknown): readonly (readonly [container: object, key: string])[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.keys(value).flatMap((key) => [[value, key] as const, ...placesIn(Reflect.get(value, key))])
}

/** A copy of a body, as JSON would carry it, with the damage done. */
export function spoil(body: unknown, damages: readonly Damage[]): unknown {
  const box: { body: unknown } = { body: JSON.parse(JSON.stringify(body)) }
  for (const { place, does, ...damage } of damages) {
    const junk = structuredClone(damage.junk)
    const places = placesIn(box)
    const [container, key] = places[place % places.length] ?? [box, 'body']
    if (Array.isArray(container)) {
      const index = Number(key)
      if (does === 'replace') container[index] = junk
      if (does === 'remove') container.splice(index, 1)
      if (does === 'repeat') container.splice(index, 0, structuredClone(container[index]))
      if (does === 'add') container.splice(index, 0, junk)
    } else {
      const set = (name: string, value: unknown) =>
        Object.defineProperty(container, name, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        })
      if (does === 'remove') Reflect.deleteProperty(container, key)
      else set(does === 'add' ? 'unknownField' : key, junk)
    }
  }
  return box.body
}
