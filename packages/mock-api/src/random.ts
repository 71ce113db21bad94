/** A seeded stream: the same seed gives the same ids and the same luck. */
export interface Random {
  /** A number in [0, 1). */
  next(): number
  /** A UUID v4, in form. */
  uuid(): string
  /** Ten letters and digits, as in a hosted page's address. */
  short(): string
}

/** Mulberry32: tiny, and good enough where nothing is secret. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const pick = (alphabet: string): string => alphabet.charAt(Math.floor(next() * alphabet.length))
  return {
    next,
    uuid: () =>
      'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'.replaceAll(/[xy]/g, (place) =>
        pick(place === 'x' ? '0123456789abcdef' : '89ab'),
      ),
    short: () => Array.from({ length: 10 }, () => pick('abcdefghijkmnpqrstuvwxyz23456789')).join(''),
  }
}
