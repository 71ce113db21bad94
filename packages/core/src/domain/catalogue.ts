import type { ChannelId, MethodId } from './ids.ts'

/** Amounts in minor units, inclusive. A side that is missing has no limit. */
export interface AmountLimits {
  /** The least that can be paid. */
  readonly min?: number | undefined
  /** The most that can be paid. */
  readonly max?: number | undefined
}

/** One concrete route inside a payment method, as imoje described it. */
export interface PaymentChannel {
  /** Method and code, such as `pbl/mtransfer`. */
  readonly id: ChannelId
  /** imoje's name of the method that is sent for it. */
  readonly method: MethodId
  /** imoje's name of the channel inside its method, such as `mtransfer`. */
  readonly code: string
  /** The name imoje gives, or the code where it gives none. */
  readonly label: string
  /** An address from an allowed origin, or nothing. */
  readonly image?: string | undefined
  /** Whether the shop has it switched on at imoje. */
  readonly isActive: boolean
  /** imoje's word on whether it works. */
  readonly isOnline: boolean
  /** What an order must cost for it to be used. */
  readonly limits: AmountLimits
  /** The shop's own breaker rests this channel until then, in epoch milliseconds on our clock. */
  readonly restsUntil?: number | undefined
}

/** A payment method with its channels, as it is shown: banks of `ing` stand among those of `pbl`. */
export interface PaymentMethod {
  /** imoje's name of the group, such as `pbl`. */
  readonly id: MethodId
  /** The group's name where imoje gives one; it is missing in the flat list. */
  readonly label?: string | undefined
  /** An address from an allowed origin, or nothing. */
  readonly image?: string | undefined
  /** imoje's word on whether the whole group works. */
  readonly isOnline: boolean
  /** In imoje's order. */
  readonly channels: readonly PaymentChannel[]
}

/** `none`: nothing is active in the shop; `currency`: something is, but nothing in the order's currency. */
export type EmptyBecause = 'none' | 'currency'

/** The decoded methods and channels for one order. */
export interface Catalogue {
  /** In imoje's order. */
  readonly methods: readonly PaymentMethod[]
  /** Why nothing in it can be shown, where imoje's list tells that. */
  readonly emptyBecause?: EmptyBecause | undefined
  /** It was asked for with the order's amount and holds for no other (imoje: get-payment-methods), so a new amount needs a new list. */
  readonly dependsOnAmount?: true | undefined
  /** When our request left, in epoch milliseconds. */
  readonly requestedAt: number
  /** How fresh imoje's word is: `requestedAt` less the answer's `Age`, in epoch milliseconds. */
  readonly asOf: number
}

/** The same catalogue, dated `byMs` milliseconds later: a server's clock and ours differ, and clocks jump. */
export const shiftCatalogue = <List extends Catalogue>(catalogue: List, byMs: number): List =>
  byMs === 0
    ? catalogue
    : {
        ...catalogue,
        methods: catalogue.methods.map((method) => ({
          ...method,
          channels: method.channels.map((channel) =>
            channel.restsUntil === undefined
              ? channel
              : { ...channel, restsUntil: channel.restsUntil + byMs },
          ),
        })),
        requestedAt: catalogue.requestedAt + byMs,
        asOf: catalogue.asOf + byMs,
      }

/** Every channel of a catalogue, in the order shown. */
export const channelsOf = (catalogue: Pick<Catalogue, 'methods'>): readonly PaymentChannel[] =>
  catalogue.methods.flatMap((method) => method.channels)
