const units = [
  [3_600_000, 'h'],
  [60_000, 'min'],
  [1_000, 's'],
  [1, 'ms'],
] as const

/** Milliseconds as a person writes them: `300000` is "5 min". */
export function span(ms: number): string {
  const [size, unit] = units.find(([size]) => ms >= size && ms % size === 0) ?? units[3]
  return `${ms / size} ${unit}`
}

/** `[5 min, 10 min, 20 min, 30 min]` is "5, then 10, then 20, then 30 min"; the last one repeats. */
export const spans = (all: readonly number[]): string => all.map(span).join(', then ')
