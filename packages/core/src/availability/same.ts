/** Whether two plain values (objects, arrays, texts, numbers) say the same. */
export const isSame = (a: unknown, b: unknown): boolean =>
  a === b || (isObject(a) && isObject(b) && sameEntries(a, b))

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const sameEntries = (a: Record<string, unknown>, b: Record<string, unknown>): boolean => {
  const keys = Object.keys(a)
  return keys.length === Object.keys(b).length && keys.every((key) => key in b && isSame(a[key], b[key]))
}
