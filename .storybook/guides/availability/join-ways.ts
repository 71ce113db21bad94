import type { ChartWay } from './state-chart.tsx'
import type { Transition } from './transitions.ts'

/** One way for all transitions between the same two states, in words. */
export function joinWays<State extends string, Outcome extends string>(
  transitions: readonly Transition<State, Outcome>[],
  describe: (transition: Transition<State, Outcome>) => string,
): readonly ChartWay<State>[] {
  const ways = new Map<string, ChartWay<State>>()
  for (const transition of transitions) {
    const { from, to } = transition
    const says = ways.get(`${from} ${to}`)?.says ?? []
    ways.set(`${from} ${to}`, { from, to, says: [...says, describe(transition)] })
  }
  return [...ways.values()]
}
