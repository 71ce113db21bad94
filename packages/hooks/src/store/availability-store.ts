import {
  emptyCircuit,
  reduceCircuit,
  reduceGatewayCircuit,
  type ChannelCircuit,
  type ChannelId,
  type ChannelReport,
  type GatewayCircuit,
  type GatewayReport,
  type Policy,
} from '@tillkit/core'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** What this client has observed. What it means for a channel is never stored: `resolveAvailability` says it. */
export interface Observed {
  readonly circuits: ReadonlyMap<ChannelId, ChannelCircuit>
  readonly gateway: GatewayCircuit
  /** imoje answered 401 or 403; lasts until a reload or `reset()`. */
  readonly misconfigured: boolean
  /** Paying pauses until then (429), in epoch milliseconds. */
  readonly pausedUntil: number
}

export interface AvailabilityStore {
  readonly get: () => Observed
  readonly subscribe: (listener: () => void) => () => void
  reportChannel(report: ChannelReport): void
  reportGateway(report: GatewayReport): void
  setMisconfigured(): void
  pauseUntil(at: number): void
  /** Forgets everything observed. */
  reset(): void
}

const nothing: Observed = {
  circuits: new Map(),
  gateway: emptyCircuit,
  misconfigured: false,
  pausedUntil: -Infinity,
}

/** Holds the circuits; `circuit.ts` of the core says how reports change them. */
export function createAvailabilityStore(policy: Policy): AvailabilityStore {
  const store: StoreApi<Observed> = createStore(() => nothing)
  return {
    get: store.getState,
    subscribe: store.subscribe,
    reportChannel: (report) => {
      const { circuits } = store.getState()
      const before = circuits.get(report.channel) ?? emptyCircuit
      const after = reduceCircuit(before, report, policy)
      if (after !== before) store.setState({ circuits: new Map(circuits).set(report.channel, after) })
    },
    reportGateway: (report) => {
      const { gateway } = store.getState()
      const after = reduceGatewayCircuit(gateway, report, policy)
      if (after !== gateway) store.setState({ gateway: after })
    },
    setMisconfigured: () => store.setState({ misconfigured: true }),
    pauseUntil: (at) => store.setState(({ pausedUntil }) => ({ pausedUntil: Math.max(pausedUntil, at) })),
    reset: () => store.setState(nothing, true),
  }
}
