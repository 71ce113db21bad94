import {
  isSame,
  isSelectable,
  listConsequenceOf,
  resolveMethodAvailability,
  resolveTimed,
  emptyCircuit,
  type Availability,
  type AvailabilityFacts,
  type Catalogue,
  type ChannelId,
  type EmptyBecause,
  type Failure,
  type MethodId,
  type Order,
  type PaymentChannel,
  type PaymentMethod,
} from '@tillkit/core'
import { isResting, type Observed } from '../store/availability-store.ts'
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
  /** The shopper's language, such as `pl`. */
  readonly locale: string
  readonly list: ListStatus
  /** Why there is no list, when it failed. */
  readonly failure: Failure | undefined
  /** The methods to show, without channels that are inactive in the shop. */
  readonly methods: readonly PaymentMethod[]
  /** Why there is none, where imoje's list tells that. */
  readonly emptyBecause: EmptyBecause | undefined
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
  readonly locale: string
  readonly catalogue: Catalogue | undefined
  readonly failure: Failure | undefined
  readonly observed: Observed
  readonly isOnline: boolean
}

/** Builds the view for the moment `now`, keeping what is the same from `before`. */
export function buildCheckoutView(
  { policy, overrideOf, supportsChannel }: ClientInternals,
  facts: CheckoutFacts,
  now: number,
  before?: CheckoutView,
): CheckoutView {
  const { order, catalogue, failure, observed } = facts
  const { circuits, misconfigured, pausedUntil } = observed
  const { methods: listed = [], asOf = now }: Partial<Catalogue> = catalogue ?? {}
  const gateway = observed.gateway.state
  const channels = new Map<ChannelId, Availability>()
  const methodAvailability = new Map<MethodId, Availability>()
  const methods: PaymentMethod[] = []
  const moments = [pausedUntil, gateway.state === 'open' ? gateway.checkAt : 0]

  for (const method of listed) {
    const answers: Availability[] = []
    const shown = method.channels.filter((channel) => {
      const channelFacts: AvailabilityFacts = {
        channel,
        methodOnline: method.isOnline,
        asOf,
        amount: order.amount,
        circuit: circuits.get(channel.id)?.state ?? emptyCircuit.state,
        gateway,
        misconfigured,
        deviceSupported: supportsChannel(channel),
        override: overrideOf(channel),
      }
      const { availability, changesAt } = resolveTimed(channelFacts, now, policy)
      const answer = keep(before?.channels.get(channel.id), availability)
      moments.push(changesAt)
      channels.set(channel.id, answer)
      answers.push(answer)
      return answer.status !== 'hidden'
    })
    const answer = resolveMethodAvailability(answers)
    if (!answer) continue
    methodAvailability.set(method.id, keep(before?.methodAvailability.get(method.id), answer))
    methods.push(shown.length === answers.length ? method : { ...method, channels: shown })
  }

  return {
    order,
    locale: facts.locale,
    list: listStatus(facts),
    failure,
    methods: keep(before?.methods, methods),
    emptyBecause: catalogue?.emptyBecause,
    channels,
    methodAvailability,
    gateway: keep(before?.gateway, gatewayStatus(facts, now)),
    pausedUntil: pausedUntil > now ? pausedUntil : undefined,
    changesAt: Math.min(...moments.filter((at) => at > now)),
  }
}

/**
 * The first look, the same on a server as in the browser that takes over its HTML: nothing has been observed, the moment is that
 * of the list, and the device is any but the one that has Apple Pay.
 */
export function buildFirstView(
  client: ClientInternals,
  order: Order,
  locale: string,
  catalogue: Catalogue | undefined,
): CheckoutView {
  const anyDevice = { ...client, supportsChannel: ({ code }: PaymentChannel) => code !== 'applepay' }
  const observed = client.store.getInitialState()
  const facts = { order, locale, catalogue, failure: undefined, observed, isOnline: true }
  return buildCheckoutView(anyDevice, facts, catalogue?.asOf ?? 0)
}

/** Whether a channel, or a method, can be used. */
export const isUsable = (availability: Availability | undefined): boolean =>
  !!availability && isSelectable(availability)

function listStatus({ catalogue, failure, observed }: CheckoutFacts): ListStatus {
  if (catalogue) return 'ready'
  if (isResting(observed)) return 'waiting'
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

const keep = <T>(before: T | undefined, after: T): T => (before && isSame(before, after) ? before : after)
