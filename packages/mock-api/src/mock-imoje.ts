import { asFetch } from './as-fetch.ts'
import { createBackend, type MockImojeOptions } from './backend.ts'
import type { BlikPlan } from './blik-plan.ts'
import { decodeBlikPlan, decodeChannelChange, decodeFault } from './control-input.ts'
import type { MockCredentials } from './credentials.ts'
import type { Fault } from './faults.ts'
import type { JournalEntry } from './journal.ts'
import type { ScenarioName } from './scenarios.ts'
import type { ChannelChange } from './world.ts'

/** A running imitation of imoje. Whatever its methods do, the control routes do too. */
export interface MockImoje {
  /**
   * The API, the hosted page, the marks and the control routes as a fetch function. It takes absolute addresses (the host doesn't
   * matter) and doesn't follow redirects. A dropped connection rejects with a `TypeError`, a hanging one when its signal aborts.
   */
  readonly fetch: typeof fetch
  /** Those that requests must carry. */
  readonly credentials: MockCredentials
  /** Where the hosted page and the marks are said to be. */
  readonly origin: string
  /** Says where the hosted page and the marks are reached, once that is known. */
  setOrigin(origin: string): void
  /** Switches the scenario; its counters start anew, transactions and channel changes stay. @throws RangeError */
  setScenario(name: ScenarioName): void
  /** As new: same ids again, no transactions, no faults, an empty journal, the clock at real time, the first scenario. */
  reset(): void
  /** Moves the mock's clock; what has become due happens. */
  advanceClock(ms: number): void
  /**
   * Does what is due by the clock, as each request and clock move does too, and resolves when the notifications of it are
   * delivered. Don't wait for it while answering one.
   */
  catchUp(): Promise<void>
  /** The mock's clock, in epoch milliseconds. */
  now(): number
  /** Changes one channel in all its currencies until `reset`. Limits are minor units. @throws RangeError, TypeError */
  setChannel(method: string, code: string, change: ChannelChange): void
  /** Decides what becomes of the payments with a BLIK code that start from now on. @throws TypeError for a plan that makes no sense. */
  setBlik(plan: BlikPlan): void
  /** Adds a fault to those that stand. @throws TypeError for a fault that makes no sense. */
  addFault(fault: Fault): void
  /** Drops the added faults; those of the scenario belong to it and stay. */
  clearFaults(): void
  /** Every request under `/v1` and `/s` since it was last cleared. */
  journal(): readonly JournalEntry[]
  /** Forgets the requests so far. */
  clearJournal(): void
}

/** Makes an imitation of imoje in memory: nothing listens on a port. */
export function createMockImoje(options?: MockImojeOptions): MockImoje {
  const backend = createBackend(options)
  return {
    fetch: asFetch(backend),
    credentials: backend.credentials,
    get origin() {
      return backend.origin
    },
    setOrigin(origin) {
      backend.origin = origin
    },
    setScenario: (name) => backend.setScenario(name),
    reset: () => backend.reset(),
    advanceClock(ms) {
      backend.advanceClock(ms)
      void backend.agenda.runDue()
    },
    catchUp: () => backend.agenda.runDue(),
    now: () => backend.now(),
    setChannel: (method, code, change) => backend.world.change(method, code, decodeChannelChange(change)),
    setBlik(plan) {
      backend.blikPlan = decodeBlikPlan(plan)
    },
    addFault: (fault) => backend.faults.add(decodeFault(fault)),
    clearFaults: () => backend.faults.clear(),
    journal: () => backend.journal.entries(),
    clearJournal: () => backend.journal.clear(),
  }
}
