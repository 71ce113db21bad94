import {
  emptyCircuit,
  reduceCircuit,
  reduceGatewayCircuit,
  rewindCircuit,
  rewindGatewayCircuit,
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
  /** How long that pause is, in milliseconds. */
  readonly pauseMs: number
}

/** Holds the circuits; `circuit.ts` of the core says how reports change them. Who listens is told once a call, and only of changes. */
export interface AvailabilityStore extends StoreApi<Observed> {
  /** Takes in observations: of a channel where they name one, else of imoje as a whole. */
  report(...reports: readonly (ChannelReport | GatewayReport)[]): void
  /** The clock jumped back to `now`: no pause lasts longer than it would if it began now. */
  forgetFuture(now: number): void
}

export function createAvailabilityStore(policy: Policy): AvailabilityStore {
  const store = createStore<Observed>(() => ({
    circuits: new Map(),
    gateway: emptyCircuit,
    misconfigured: false,
    pausedUntil: 0,
    pauseMs: 0,
  }))
  return {
    ...store,
    report: (...reports) =>
      store.setState((observed) => {
        const circuits = new Map(observed.circuits)
        let { gateway } = observed
        for (const report of reports) {
          if ('channel' in report) {
            const circuit = circuits.get(report.channel) ?? emptyCircuit
            circuits.set(report.channel, reduceCircuit(circuit, report, policy))
          } else gateway = reduceGatewayCircuit(gateway, report, policy)
        }
        return keepSame(observed, { ...observed, circuits, gateway })
      }),
    forgetFuture: (now) =>
      store.setState((observed) =>
        keepSame(observed, {
          ...observed,
          circuits: new Map(
            [...observed.circuits].map(([id, circuit]) => [id, rewindCircuit(circuit, now, policy)]),
          ),
          gateway: rewindGatewayCircuit(observed.gateway, now, policy),
          pausedUntil: Math.min(observed.pausedUntil, now + observed.pauseMs),
        }),
      ),
  }
}

export const isGatewayOpen = ({ gateway }: Observed): boolean => gateway.state.state === 'open'

/** Whether nothing is asked: imoje is away, or would only say 401 again. */
export const isResting = (observed: Observed): boolean => isGatewayOpen(observed) || observed.misconfigured

/** `before` where nothing is new in `after`: then nobody is told. */
const keepSame = (before: Observed, after: Observed): Observed =>
  before.gateway === after.gateway &&
  before.pausedUntil === after.pausedUntil &&
  [...after.circuits].every(([id, circuit]) => before.circuits.get(id) === circuit)
    ? before
    : after
