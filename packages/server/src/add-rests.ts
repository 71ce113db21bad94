/** Says of each row whose channel rests how long it still does (contract A, `restsForMs`), in either shape of list. */
export function addRests(part: unknown, rests: ReadonlyMap<string, number>): unknown {
  if (Array.isArray(part)) return part.map((entry) => addRests(entry, rests))
  if (typeof part !== 'object' || part === null) return part
  if ('paymentMethod' in part && 'paymentMethodCode' in part) {
    const restsForMs = rests.get(`${String(part.paymentMethod)}/${String(part.paymentMethodCode)}`)
    return restsForMs === undefined ? part : { ...part, restsForMs }
  }
  return Object.fromEntries(Object.entries(part).map(([name, entry]) => [name, addRests(entry, rests)]))
}
