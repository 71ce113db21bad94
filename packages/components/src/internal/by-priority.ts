/** Those whose ids are named come first, in that order; the others keep theirs. */
export function byPriority<Item>(
  items: readonly Item[],
  priority: readonly string[] | undefined,
  idsOf: (item: Item) => readonly (string | undefined)[],
): readonly Item[] {
  if (!priority) return items
  const rank = (item: Item): number => {
    const place = priority.findIndex((id) => idsOf(item).includes(id))
    return place < 0 ? priority.length : place
  }
  return items.toSorted((a, b) => rank(a) - rank(b))
}
