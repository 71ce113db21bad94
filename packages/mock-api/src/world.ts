import { channelRows, type ChannelRow } from './fixtures/channels.ts'
import type { Scenario } from './scenarios.ts'

/** A change to one channel, in all its currencies. Limits are minor units; 0 lifts a limit. */
export interface ChannelChange {
  /** Whether imoje says that it works. */
  readonly isOnline?: boolean
  /** Whether the shop has it switched on. */
  readonly isActive?: boolean
  /** The least and the most that can be paid. */
  readonly limits?: { readonly min?: number; readonly max?: number }
}

/** The channels as they are now: the fixtures, changed by the scenario, then by hand. */
export interface World {
  rows(scenario: Scenario, scenarioSpent: boolean): readonly ChannelRow[]
  /** @throws RangeError for a channel that doesn't exist. */
  change(method: string, code: string, change: ChannelChange): void
}

export function createWorld(): World {
  const changes = new Map<string, ChannelChange>()
  return {
    rows(scenario, scenarioSpent) {
      const shown = scenario.rows?.(channelRows, scenarioSpent) ?? channelRows
      return shown.map((row) => changed(row, changes.get(channelId(row))))
    },
    change(method, code, change) {
      const id = `${method}/${code}`
      if (!channelRows.some((row) => channelId(row) === id)) {
        throw new RangeError(`The mock has no channel ${id}.`)
      }
      const before = changes.get(id)
      changes.set(id, { ...before, ...change, limits: { ...before?.limits, ...change.limits } })
    },
  }
}

export function channelId(row: Pick<ChannelRow, 'paymentMethod' | 'paymentMethodCode'>): string {
  return `${row.paymentMethod}/${row.paymentMethodCode}`
}

/** `'below'` and `'above'` its limits, or `undefined` when the amount fits. Limits are inclusive. */
export function outsideLimits(row: ChannelRow, amount: number): 'below' | 'above' | undefined {
  if (row.min > 0 && amount < row.min) return 'below'
  return row.max > 0 && amount > row.max ? 'above' : undefined
}

function changed(row: ChannelRow, change: ChannelChange = {}): ChannelRow {
  return {
    ...row,
    isOnline: change.isOnline ?? row.isOnline,
    isActive: change.isActive ?? row.isActive,
    min: change.limits?.min ?? row.min,
    max: change.limits?.max ?? row.max,
  }
}
