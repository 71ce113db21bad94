import type { ControlState, MockImoje } from '@tillkit/mock-api'
import type { WorldClock } from './clock.ts'
import type { Home } from './home.ts'
import type { Shop } from './shop.ts'
import type { Setting } from './steps.ts'
import type { Tab } from './tab.ts'
import type { Started, Watcher } from './watcher.ts'
import type { Fault, FaultBox } from './wire.ts'

/** A page of a bank's, or of imoje's, that the shopper was sent to. */
export interface BankPage {
  readonly url: string
  /** Of the attempt it belongs to. */
  readonly key: string
}

/** A place for a tab: the shop's page in it, and a bank's before that. */
export interface Slot {
  readonly home: Home
  tab?: Tab | undefined
  bank?: BankPage | undefined
}

export interface World {
  readonly setting: Setting
  readonly clock: WorldClock
  readonly mock: MockImoje
  readonly shop: Shop
  /** Where the shopper is; and another machine, where the same shopper may be too. */
  readonly homes: readonly [Home, Home]
  readonly slots: readonly [Slot, Slot, Slot]
  readonly shopFaults: FaultBox
  readonly imojeFaults: FaultBox
  /** What every request to imoje meets. */
  away: Fault | undefined
  /** What payments by a channel are answered. */
  readonly broken: Map<string, number>
  /** How the next notifications fare. */
  readonly notices: ('fail' | 'twice' | 'unheard')[]
  readonly started: Started[]
  /** Where the shopper has been sent to. */
  readonly pages: BankPage[]
  /** What becomes of a page that is told to leave for a bank. */
  readonly leaving: Map<Tab, 'gone' | 'kept' | 'stays'>
  readonly watchers: Watcher[]
  /** What happened, for who has to understand a failure. */
  readonly log: string[]
  /** How many requests were made, by whomever. */
  requests: number
  /** How many BLIK codes the shopper has typed. */
  codes: number
  open(slot: Slot): void
  state(): Promise<ControlState>
  note(line: string): void
}
