import {
  isSame,
  listConsequenceOf,
  resolveMethodAvailability,
  resolveTimed,
  emptyCircuit,
  type Availability,
  type AvailabilityFacts,
  type Catalogue,
  type ChannelId,
  type Failure,
  type MethodId,
  type Order,
  type PaymentMethod,
} from '@tillkit/core'
import type { Observed } from '../store/availability-store.ts'
import type { ClientInternals } from './client-internals.ts'

/** Where the list stands. `waiting`: there is none, and none is asked for while imoje is away. */
export type ListStatus = 'loading' | 'ready' | 'failed' | 'waiting'

/** imoje as a whole. Times are epoch milliseconds. */
export type GatewayStatus =
  | { readonly status: 'up' }
  | { readonly status: 'down'; readonly check: { readonly at: number } | 'due' }
  | { readonly status: 'misconfigured' }
  | { readonly status: 'offline' }

/** Everything a picker shows, at one moment. Each part keeps its reference while it says the same. */
export interface CheckoutView {
  readonly order: Order
  readonly list: ListStatus
  /** Why there is no list, when it failed. */
  readonly failure: Failure | undefined
  /** The methods to show, without channels that are inactive in the shop. */
  readonly methods: readonly PaymentMethod[]
  readonly channels: ReadonlyMap<ChannelId, Availability>
  readonly methodAvailability: ReadonlyMap<MethodId, Availability>
  readonly gateway: GatewayStatus
  /** Paying is paused until then (429), in epoch milliseconds. */
  readonly pausedUntil: number | undefined
  /** When the view next changes by itself, in epoch milliseconds. */
  readonly changesAt: number
}

export interface CheckoutFacts {
  readonly order: Order
  readonly catalogue: Catalogue | undefined
  readonly failure: Failure | undefined
  readonly observed: Observed
  readonly isOnline: boolean
}

/** Builds the view for the moment `now`, keeping what is the same from `before`. */
export function buildCheckoutView(
  client: ClientInternals,
  facts: CheckoutFacts,
  now: number,
  before?: CheckoutView,
): CheckoutView {
  const { observed } = facts
  const channels = new Map<ChannelId, Availability>()
  const methodAvailability = new Map<MethodId, Availability>()
  const methods: PaymentMethod[] = []
  const pausedUntil = observed.pausedUntil > now ? observed.pausedUntil : undefined
  let changesAt = pausedUntil ?? Infinity
  const gatewayState = observed.gateway.state
  if (gatewayState.state === 'open' && gatewayState.checkAt > now)
    changesAt = Math.min(changesAt, gatewayState.checkAt)

  for (const method of facts.catalogue?.methods ?? []) {
    const answers: Availability[] = []
    const shown = method.channels.filter((channel) => {
      const channelFacts: AvailabilityFacts = {
        channel,
        methodOnline: method.isOnline,
        asOf: facts.catalogue?.asOf ?? now,
        amount: facts.order.amount,
        circuit: observed.circuits.get(channel.id)?.state ?? emptyCircuit.state,
        gateway: gatewayState,
        misconfigured: observed.misconfigured,
        deviceSupported: client.supportsChannel(channel),
        override: client.overrideOf(channel),
      }
      const timed = resolveTimed(channelFacts, now, client.policy)
      const answer = keep(before?.channels.get(channel.id), timed.availability)
      changesAt = Math.min(changesAt, timed.changesAt)
      channels.set(channel.id, answer)
      answers.push(answer)
      return answer.status !== 'hidden'
    })
    const answer = resolveMethodAvailability(answers)
    if (!answer || shown.length === 0) continue
    methodAvailability.set(method.id, answer)
    methods.push(shown.length === method.channels.length ? method : { ...method, channels: shown })
  }

  return {
    order: facts.order,
    list: listStatus(facts),
    failure: facts.failure,
    methods: keep(before?.methods, methods),
    channels,
    methodAvailability,
    gateway: keep(before?.gateway, gatewayStatus(facts, now)),
    pausedUntil,
    changesAt,
  }
}

function listStatus({ catalogue, failure, observed }: CheckoutFacts): ListStatus {
  if (catalogue) return 'ready'
  if (observed.gateway.state.state === 'open' || observed.misconfigured) return 'waiting'
  // A 503 of an outage that is over is no reason any more: the list is asked for again.
  return failure && listConsequenceOf(failure.name).gateway !== 'down' ? 'failed' : 'loading'
}

function gatewayStatus({ observed, isOnline }: CheckoutFacts, now: number): GatewayStatus {
  const { state } = observed.gateway
  if (observed.misconfigured) return { status: 'misconfigured' }
  if (state.state === 'open')
    return { status: 'down', check: state.checkAt > now ? { at: state.checkAt } : 'due' }
  return { status: isOnline ? 'up' : 'offline' }
}

const keep = <T>(before: T | undefined, after: T): T =>
  before !== undefined && isSame(before, after) ? before : after
