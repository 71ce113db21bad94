import { type Agenda, createAgenda } from './agenda.ts'
import type { BlikPlan } from './blik-plan.ts'
import { type MockCredentials, mockCredentials } from './credentials.ts'
import { createFaultBox, type FaultBox } from './faults.ts'
import type { ChannelRow } from './fixtures/channels.ts'
import { createJournal, type Journal } from './journal.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { createNotifier, type Notifier } from './notifier.ts'
import { createRandom, type Random } from './random.ts'
import { type Scenario, type ScenarioName, isScenarioName, scenarioNames, scenarios } from './scenarios.ts'
import { createWorld, type World } from './world.ts'

/** How the imitation behaves; everything has a default. */
export interface MockImojeOptions {
  /**
   * Decides every id and every draw of luck: the same seed and the same requests give the same answers.
   * @defaultValue 1
   */
  seed?: number
  /** What is broken from the start. @defaultValue 'calm' */
  scenario?: ScenarioName
  /** The only ones it accepts. @defaultValue {@link mockCredentials} */
  credentials?: MockCredentials
  /**
   * Real time, in epoch milliseconds, under the mock's own offset.
   * @defaultValue `Date.now`
   */
  clock?: { now(): number }
  /**
   * Where the hosted page and the marks are reached, without a slash at the end.
   * @defaultValue 'http://mock-imoje.test'; the Node server takes its own address
   */
  origin?: string
  /**
   * Delivers the notifications.
   * @defaultValue `globalThis.fetch`
   */
  fetch?: typeof fetch
  /**
   * How many times faster than imoje a notification that wasn't taken is sent again (imoje: three times after 10 s, then five
   * times each after 5 min, 1 h, 6 h and 12 h).
   * @defaultValue 1
   */
  retrySpeedup?: number
}

/** Everything the mock knows; routes read and change it. `reset` puts new parts in, so nobody may keep one. */
export interface Backend {
  readonly seed: number
  readonly credentials: MockCredentials
  origin: string
  readonly scenarioName: ScenarioName
  readonly scenario: Scenario
  readonly clockOffsetMs: number
  readonly world: World
  readonly faults: FaultBox
  readonly journal: Journal
  readonly ledger: Ledger
  readonly notifier: Notifier
  readonly agenda: Agenda
  readonly traces: Random
  blikPlan: BlikPlan
  now(): number
  nowSeconds(): number
  advanceClock(ms: number): void
  setScenario(name: ScenarioName): void
  rows(): readonly ChannelRow[]
  reset(): void
}

export function createBackend(options: MockImojeOptions = {}): Backend {
  const { seed = 1, credentials = mockCredentials, clock = { now: () => Date.now() } } = options
  const { retrySpeedup = 1 } = options
  if (!(retrySpeedup > 0 && Number.isFinite(retrySpeedup))) {
    throw new RangeError('retrySpeedup must be a number above 0.')
  }
  const firstScenario = options.scenario ?? 'calm'
  if (!isScenarioName(firstScenario)) throw new RangeError(unknownScenario(firstScenario))

  let scenarioName: ScenarioName = firstScenario
  let clockOffsetMs = 0
  const now = () => clock.now() + clockOffsetMs
  const send: typeof fetch = options.fetch ?? ((input, init) => globalThis.fetch(input, init))
  // One stream each, so that a drawn fault or a read doesn't shift the next id.
  const parts = () => {
    const agenda = createAgenda(now)
    return {
      world: createWorld(),
      faults: createFaultBox(createRandom(seed + 1)),
      journal: createJournal(),
      ledger: createLedger(createRandom(seed), now),
      agenda,
      notifier: createNotifier({ credentials, now, agenda, retrySpeedup, fetch: send }),
      traces: createRandom(seed + 2),
      blikPlan: { outcome: 'confirmed' } as BlikPlan,
    }
  }

  const backend = {
    ...parts(),
    seed,
    credentials,
    origin: options.origin ?? 'http://mock-imoje.test',
    get scenarioName() {
      return scenarioName
    },
    get scenario() {
      return scenarios[scenarioName]
    },
    get clockOffsetMs() {
      return clockOffsetMs
    },
    now,
    nowSeconds: () => Math.floor(now() / 1000),
    advanceClock(ms: number) {
      if (!Number.isFinite(ms)) throw new RangeError('The clock moves by a finite number of milliseconds.')
      clockOffsetMs += ms
    },
    setScenario(name: ScenarioName) {
      if (!isScenarioName(name)) throw new RangeError(unknownScenario(name))
      scenarioName = name
      backend.faults.useScenario(scenarios[name].faults ?? [])
    },
    rows: () => backend.world.rows(scenarios[scenarioName], backend.faults.scenarioSpent()),
    reset() {
      Object.assign(backend, parts())
      clockOffsetMs = 0
      backend.setScenario(firstScenario)
    },
  }
  backend.setScenario(firstScenario)
  return backend
}

function unknownScenario(name: unknown): string {
  return `There is no scenario ${JSON.stringify(name)}. The scenarios are ${scenarioNames.join(', ')}.`
}
