/** What is still to happen, by the mock's clock. It has no timer: requests, clock moves and the Node server's beat run it. */
export interface Agenda {
  /** @param run is told the moment it was due, which the clock may have passed by far. It never rejects. */
  add(at: number, run: (at: number) => Promise<unknown>): void
  /**
   * Starts what is due, in its order, before it returns; resolves when nothing due is left or under way. So nobody may wait for
   * it from within: a shop answering a notification would wait for itself.
   */
  runDue(): Promise<void>
}

interface Item {
  readonly at: number
  readonly run: (at: number) => Promise<unknown>
}

/** @param now epoch milliseconds on the mock's clock */
export function createAgenda(now: () => number): Agenda {
  let items: Item[] = []
  // Every request asks, and mostly there is nothing to do.
  let earliestAt = Infinity
  const underWay = new Set<Promise<unknown>>()

  const takeDue = (): readonly Item[] => {
    const until = now()
    if (earliestAt > until) return []
    const due = items.filter(({ at }) => at <= until)
    items = items.filter(({ at }) => at > until)
    earliestAt = items.reduce((earliest, { at }) => Math.min(earliest, at), Infinity)
    return due.toSorted((one, other) => one.at - other.at)
  }
  const start = ({ at, run }: Item) => {
    const running = run(at).finally(() => underWay.delete(running))
    underWay.add(running)
  }

  return {
    add(at, run) {
      items.push({ at, run })
      earliestAt = Math.min(earliestAt, at)
    },
    async runDue() {
      do {
        takeDue().forEach(start)
        await Promise.all(underWay)
      } while (earliestAt <= now())
    },
  }
}
