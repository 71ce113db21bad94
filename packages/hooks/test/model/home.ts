import type { TestBrowser } from '../../src/testing/test-tabs.ts'
import type { Machine } from './clock.ts'

/** A browser on a machine, and what works in it. */
export interface Home {
  readonly machine: Machine
  readonly browser: TestBrowser
  readonly ways: { storage: 'works' | 'full' | 'blocked'; channel: boolean; locks: boolean }
}
