// @vitest-environment node
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runs } from '../runs.ts'
import { watchCryptography } from './clock.ts'
import { environment } from './host.ts'
import { liveThrough } from './run.ts'
import { histories } from './histories.ts'

/*
 * Client, server and imitation together live through random histories; a simple model that knows the rules, and none of the code,
 * says at each moment what must not be. A tenth of TILLKIT_RUNS is lived through, 500 by default: the same ones each time, so that
 * a change is judged by itself. TILLKIT_SEED looks for more.
 */

const usualSeed = 20_261_122

const numRuns = Math.ceil(runs / 10)
const timeoutMs = 120_000 + numRuns * 1_000
let cryptography: ReturnType<typeof watchCryptography>

beforeAll(() => {
  cryptography = watchCryptography()
})
afterAll(() => cryptography.stop())

it(
  'keeps every rule through faults, reloads, tabs and clocks that jump',
  { timeout: timeoutMs },
  async () => {
    const { TILLKIT_SEED: seed } = environment
    let lived = 0
    const property = fc.asyncProperty(histories, async (history) => {
      await liveThrough(history, cryptography.isBusy)
      lived += 1
    })
    await fc.assert(property, { numRuns, seed: seed ? Number(seed) : usualSeed })
    expect(lived).toBe(numRuns)
  },
)
