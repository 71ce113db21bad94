import {
  defaultPolicy as policy,
  nextChangeAt,
  type AvailabilityFacts,
} from '../../../packages/core/src/index.ts'

/** One arrow of a chart: what was reported, or how much time passed by itself. */
export interface Transition<State extends string, Outcome extends string> {
  readonly from: State
  readonly to: State
  readonly cause: Report<Outcome> | Passing
}

interface Report<Outcome> {
  readonly outcome: Outcome
}

interface Passing {
  readonly afterMs: number
  /** What has to be so for it. */
  readonly provided?: string | undefined
}

/** A state, and how it comes about. Times are milliseconds from the beginning of the story. */
export interface Scene<Outcome> {
  readonly enteredAt: number
  /** What is known in it, in the cases that differ. */
  readonly cases: readonly { readonly facts: AvailabilityFacts; readonly provided?: string }[]
  /** When something may be reported in it. */
  readonly moments: readonly number[]
  /** What is known once that is reported. */
  report(outcome: Outcome, at: number): AvailabilityFacts
}

/** Every way from one state to another, found by asking the rules themselves: nothing of it is written here. */
export function findTransitions<State extends string, Outcome extends string>(
  scenes: Readonly<Record<State, Scene<Outcome>>>,
  outcomes: readonly Outcome[],
  look: (facts: AvailabilityFacts, now: number) => State,
): readonly Transition<State, Outcome>[] {
  const found: Transition<State, Outcome>[] = []
  const add = (way: Transition<State, Outcome>): void => {
    if (way.from !== way.to && !found.some((other) => JSON.stringify(other) === JSON.stringify(way)))
      found.push(way)
  }
  for (const [from, scene] of Object.entries<Scene<Outcome>>(scenes) as [State, Scene<Outcome>][]) {
    for (const outcome of outcomes)
      for (const at of scene.moments)
        add({ from, to: look(scene.report(outcome, at), at), cause: { outcome } })
    for (const { facts, provided } of scene.cases) {
      const at = findLeaving(facts, scene.enteredAt, (now) => look(facts, now) !== from)
      if (at !== undefined)
        add({ from, to: look(facts, at), cause: { afterMs: at - scene.enteredAt, provided } })
    }
  }
  return found
}

function findLeaving(
  facts: AvailabilityFacts,
  start: number,
  isLeft: (now: number) => boolean,
): number | undefined {
  let at = nextChangeAt(facts, start, policy)
  while (at !== undefined && !isLeft(at)) at = nextChangeAt(facts, at, policy)
  return at
}
