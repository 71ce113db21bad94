import type { BlikPlan } from '@tillkit/mock-api'
import type { Fault } from './wire.ts'

/** The shop's contract: what can be chosen. Amounts fit all of them, or not the pay-later one. */
export const channels = [
  'blik/blik',
  'pbl/mtransfer',
  'pbl/alior',
  'ing/ing',
  'card/ecom3ds',
  'imoje_paylater/paypo',
  'wt/wt',
] as const
export type ShopChannel = (typeof channels)[number]

/** One thing that happens. Steps name places by number, so that each makes sense (or does nothing) wherever it stands. */
export type Step = Action & {
  /** What passes until the next one: nothing at all, less than an answer takes, or more. */
  readonly waitMs: number
}

/** What the next request of its method meets, between the page and the shop or between the shop and imoje. */
export interface NextFault {
  readonly do: 'shopFault' | 'imojeFault'
  readonly fault: Fault
}

export type Action =
  | {
      readonly do: 'open' | 'close' | 'reload' | 'hide' | 'show' | 'online' | 'offline'
      readonly slot: number
    }
  | { readonly do: 'unmount' | 'mount' | 'dismiss' | 'checkNow' | 'readCart' | 'link'; readonly slot: number }
  | {
      readonly do: 'pay'
      readonly slot: number
      readonly channel: ShopChannel
      readonly code: boolean
      readonly twice: boolean
      /** What becomes of the shop's page when the bank's is opened. */
      readonly leaves: 'gone' | 'kept' | 'stays'
      /** What goes wrong with it on the way. */
      readonly meets?: NextFault | undefined
    }
  | {
      readonly do: 'bank'
      readonly slot: number
      readonly act: 'pay' | 'refuse' | 'cancel' | 'back'
      readonly pick: number
    }
  | {
      readonly do: 'page'
      readonly nth: number
      readonly act: 'pay' | 'refuse' | 'cancel'
      readonly pick: number
    }
  | { readonly do: 'blik'; readonly plan: BlikPlan }
  | NextFault
  | { readonly do: 'away'; readonly fault: Fault }
  | { readonly do: 'back' }
  | { readonly do: 'flag'; readonly channel: ShopChannel; readonly online: boolean }
  /** Every payment by a channel is answered so, until it is mended. */
  | { readonly do: 'break'; readonly channel: ShopChannel; readonly status: 500 | 406 | undefined }
  | { readonly do: 'cart'; readonly amount: number }
  | { readonly do: 'time'; readonly ms: number }
  | { readonly do: 'jump'; readonly ms: number; readonly looks: boolean }
  | { readonly do: 'storage'; readonly how: 'works' | 'full' | 'blocked' | 'spoil' }
  | { readonly do: 'channel' | 'locks'; readonly on: boolean }
  | { readonly do: 'notices'; readonly how: 'fail' | 'twice' | 'unheard'; readonly times: number }

/** What holds for a whole run. */
export interface Setting {
  /** Whether the shop has been open for longer than attempts stay open. */
  readonly oldShop: boolean
  readonly fallback: 'offer' | 'redirect' | 'none'
  /** Whether the third tab is on another machine, where nothing is known of the others. */
  readonly hasTwoMachines: boolean
}

/** A step in a line of a report. */
export function show({ do: name, waitMs, ...rest }: Step): string {
  const parts = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `${name}(${parts.join(', ')})${waitMs === 400 ? '' : ` wait ${waitMs}`}`
}
