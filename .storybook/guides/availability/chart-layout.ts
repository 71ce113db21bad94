/** Where the middle of a box stands, in the drawing's own units. */
export interface Point {
  readonly x: number
  readonly y: number
}

export const box = { width: 124, height: 46 } as const

/** Between an arrow and the one that comes back. */
const gap = 13

/** An arrow from box to box, and where its number stands. */
export interface Arrow {
  readonly start: Point
  readonly end: Point
  readonly middle: Point
}

/** A straight arrow between two boxes, beside the one that leads back where there is one. */
export function layOut(from: Point, to: Point, leadsBack: boolean): Arrow {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const along: Point = { x: (to.x - from.x) / length, y: (to.y - from.y) / length }
  const aside = leadsBack ? gap : 0
  const shift = ({ x, y }: Point): Point => ({ x: x - along.y * aside, y: y + along.x * aside })
  const start = leave(shift(from), from, along)
  const end = leave(shift(to), to, { x: -along.x, y: -along.y })
  const isSlanted = Math.min(Math.abs(along.x), Math.abs(along.y)) > 0.1
  // Slanted ones may cross half-way.
  const share = isSlanted ? 0.32 : 0.5
  return {
    start,
    end,
    middle: { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share },
  }
}

/** Where a line through `at`, inside the box around `centre`, leaves that box. */
function leave(at: Point, centre: Point, along: Point): Point {
  const reach = (position: number, middle: number, half: number, step: number): number =>
    step === 0 ? Infinity : (middle + Math.sign(step) * half - position) / step
  const distance = Math.min(
    reach(at.x, centre.x, box.width / 2, along.x),
    reach(at.y, centre.y, box.height / 2, along.y),
  )
  return { x: at.x + along.x * distance, y: at.y + along.y * distance }
}
