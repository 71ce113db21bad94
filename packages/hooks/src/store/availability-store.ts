import {
  capOf,
  emptyCircuit,
  reduceCircuit,
  reduceGatewayCircuit,
  trialStart,
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

/** Holds the circuits; `circuit.ts` of the core says how reports change them. */
export interface AvailabilityStore extends StoreApi<Observed> {
  /** Takes in an observation: of a channel where it names one, else of imoje as a whole. */
  report(report: ChannelReport | GatewayReport): void
  /** The clock jumped back to `now`: forgets pauses that would now be longer than any pause may be. */
  forgetFuture(now: number): void
}

export function createAvailabilityStore(policy: Policy): AvailabilityStore {
  const store = createStore<Observed>(() => ({
    circuits: new Map(),
    gateway: emptyCircuit,
    misconfigured: false,
    pausedUntil: 0,
  }))
  return {
    ...store,
    report: (report) =>
      store.setState(({ circuits, gateway }) => {
        if (!('channel' in report)) return { gateway: reduceGatewayCircuit(gateway, report, policy) }
        const circuit = reduceCircuit(circuits.get(report.channel) ?? emptyCircuit, report, policy)
        return { circuits: new Map(circuits).set(report.channel, circuit) }
      }),
    forgetFuture: (now) =>
      store.setState(({ circuits, gateway, pausedUntil }) => {
        const latest = now + policy.gatewayHoldAtMostMs
        const isTooLong = gateway.state.state === 'open' && gateway.state.checkAt > latest
        return {
          circuits: new Map(
            [...circuits].filter(
              ([, { state }]) => state.state === 'closed' || trialStart(state, policy) <= now + capOf(policy),
            ),
          ),
          gateway: isTooLong ? emptyCircuit : gateway,
          pausedUntil: Math.min(pausedUntil, latest),
        }
      }),
  }
}

export const isGatewayOpen = ({ gateway }: Observed): boolean => gateway.state.state === 'open'

/** Whether nothing is asked: imoje is away, or would only say 401 again. */
export const isResting = (observed: Observed): boolean => isGatewayOpen(observed) || observed.misconfigured
