import { describe, expect, it } from 'vitest'
import { minutes, start } from '../../test/facts.ts'
import { quietEnd, trialStart, type CircuitState } from './circuit.ts'
import { defaultPolicy } from './policy.ts'

describe('a channel left alone', () => {
  it.each<[string, CircuitState, trial: number, quiet: number]>([
    ['works: no trial begins or ends', { state: 'closed' }, Infinity, Infinity],
    [
      'rests: a trial begins at its end',
      { state: 'open', trip: 2, until: start + minutes(10) },
      start + minutes(10),
      start + minutes(40),
    ],
    [
      'was refused: a trial begins after five minutes at the latest',
      { state: 'refused', trip: 0, since: start },
      start + minutes(5),
      start + minutes(35),
    ],
  ])('that %s', (_, state, trial, quiet) => {
    expect(trialStart(state, defaultPolicy)).toBe(trial)
    expect(quietEnd(state, defaultPolicy)).toBe(quiet)
  })
})
