import type { BlikPlan } from '@tillkit/mock-api'
import fc from 'fast-check'
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
interface NextFault {
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

const SECOND = 1_000
const MINUTE = 60 * SECOND

const slot = fc.nat({ max: 2 })
const bank = 'pbl/mtransfer'
const channel = fc.constantFrom<ShopChannel>(...channels, bank, bank, bank, bank, 'blik/blik', 'blik/blik')
const known = (...actions: Action['do'][]) =>
  fc.record({ do: fc.constantFrom(...actions), slot }) as fc.Arbitrary<Action>

const faultOf = (wire: NextFault['do'], method: Fault['on']): fc.Arbitrary<NextFault> =>
  faults[wire].map((fault) => ({ do: wire, fault: { on: method, ...fault } }))

const faults: Readonly<Record<NextFault['do'], fc.Arbitrary<Omit<Fault, 'on'>>>> = {
  /** Between the page and the shop. */
  shopFault: fc.constantFrom<Omit<Fault, 'on'>>(
    { drop: 'refused' },
    { drop: 'cut', processed: true },
    { hang: true },
    { hang: true, processed: true },
    { backMs: 6 * SECOND },
    { thereMs: 6 * SECOND },
    { half: true },
    { status: 503, html: true, processed: true },
    { status: 502, html: true },
    { status: 401, problem: 'unauthenticated' },
    { status: 429, problem: 'rate-limited', retryAfterS: 30 },
  ),
  /** Between the shop and imoje. What imoje itself refuses it doesn't carry out. */
  imojeFault: fc.constantFrom<Omit<Fault, 'on'>>(
    { status: 500 },
    { status: 500, processed: true },
    { status: 406 },
    { status: 422 },
    { status: 429 },
    { status: 429, retryAfterS: 90 },
    { status: 502 },
    { status: 503 },
    { status: 503, retryAfterS: 20 * 60 },
    { status: 503, retryAfterS: 10 },
    { status: 503, html: true, processed: true },
    { status: 504 },
    { status: 504, processed: true },
    { drop: 'refused' },
    { drop: 'cut' },
    { drop: 'cut', processed: true },
    { hang: true, processed: true },
    { backMs: 6 * SECOND },
    { half: true },
  ),
}
const nextFault = fc.oneof(
  faultOf('shopFault', 'GET'),
  faultOf('imojeFault', 'GET'),
  faultOf('shopFault', 'POST'),
  faultOf('imojeFault', 'POST'),
)

const away = fc
  .constantFrom<Fault>(
    { on: 'GET', status: 503 },
    { on: 'GET', status: 503, retryAfterS: 60 },
    { on: 'GET', status: 504 },
    { on: 'GET', drop: 'refused' },
    { on: 'GET', hang: true },
  )
  .map((fault): Action => ({ do: 'away', fault }))

const blikPlan = fc.constantFrom<BlikPlan>(
  { outcome: 'confirmed' },
  { outcome: 'confirmed', afterMs: 0 },
  { outcome: 'confirmed', afterMs: 4 * MINUTE },
  { outcome: 'refused' },
  { outcome: 'refused', afterMs: 0 },
  { outcome: 'failed' },
  { outcome: 'timed-out' },
  { outcome: 'silent' },
  { outcome: 'redirected' },
)

const span = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(SECOND, 3 * SECOND, 12 * SECOND, 25 * SECOND) },
  { weight: 4, arbitrary: fc.constantFrom(45 * SECOND, 70 * SECOND, 130 * SECOND, 5 * MINUTE + SECOND) },
  { weight: 2, arbitrary: fc.constantFrom(11 * MINUTE, 17 * MINUTE, 31 * MINUTE, 60 * MINUTE) },
)

const pay = fc.record({
  do: fc.constant('pay' as const),
  slot,
  channel,
  code: fc.boolean(),
  twice: fc.nat({ max: 4 }).map((n) => n === 0),
  leaves: fc.constantFrom('gone' as const, 'kept' as const, 'stays' as const),
  meets: fc.option(fc.oneof(faultOf('shopFault', 'POST'), faultOf('imojeFault', 'POST')), {
    nil: undefined,
    freq: 2,
  }),
})

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 26, arbitrary: pay },
  { weight: 16, arbitrary: span.map((ms): Action => ({ do: 'time', ms })) },
  {
    weight: 12,
    arbitrary: fc.record({
      do: fc.constant('bank' as const),
      slot,
      act: fc.constantFrom(
        'pay' as const,
        'pay' as const,
        'refuse' as const,
        'cancel' as const,
        'back' as const,
      ),
      pick: fc.nat({ max: 3 }),
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('page' as const),
      nth: fc.nat({ max: 4 }),
      act: fc.constantFrom('pay' as const, 'pay' as const, 'refuse' as const, 'cancel' as const),
      pick: fc.nat({ max: 3 }),
    }),
  },
  { weight: 10, arbitrary: nextFault },
  { weight: 8, arbitrary: known('open', 'open', 'close', 'reload', 'reload') },
  { weight: 7, arbitrary: known('hide', 'show', 'show', 'unmount', 'mount', 'mount', 'offline', 'online') },
  { weight: 6, arbitrary: known('link', 'link', 'link', 'dismiss', 'checkNow', 'readCart') },
  { weight: 4, arbitrary: blikPlan.map((plan): Action => ({ do: 'blik', plan })) },
  { weight: 3, arbitrary: away },
  { weight: 4, arbitrary: fc.constant<Action>({ do: 'back' }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('flag' as const), channel, online: fc.boolean() }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('break' as const),
      channel,
      status: fc.constantFrom(500 as const, 500 as const, 406 as const, undefined),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom(12_999, 450_000, 700).map((amount): Action => ({ do: 'cart', amount })),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('jump' as const),
      ms: fc
        .constantFrom(-2, -1, 1, 2)
        .chain((sign) => fc.constantFrom(SECOND, 4 * MINUTE, 40 * MINUTE).map((ms) => Math.sign(sign) * ms)),
      looks: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom('works' as const, 'full' as const, 'blocked' as const, 'spoil' as const)
      .map((how): Action => ({ do: 'storage', how })),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('channel' as const, 'locks' as const), on: fc.boolean() }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('notices' as const),
      how: fc.constantFrom('fail' as const, 'twice' as const, 'unheard' as const),
      times: fc.integer({ min: 1, max: 4 }),
    }),
  },
)

const step: fc.Arbitrary<Step> = fc
  .tuple(action, fc.constantFrom(400, 400, 400, 400, 60, 0))
  .map(([act, waitMs]) => ({ ...act, waitMs }))

export const histories: fc.Arbitrary<readonly [Setting, readonly Step[]]> = fc.tuple(
  fc.record({
    oldShop: fc.boolean(),
    fallback: fc.constantFrom('offer' as const, 'redirect' as const, 'none' as const),
    hasTwoMachines: fc.boolean(),
  }),
  // Of full length, with holes: what is cut to short arrays seldom gets anywhere.
  fc
    .array(fc.option(step, { nil: undefined, freq: 8 }), { minLength: 25, maxLength: 25 })
    .map((all) => all.filter((each) => each !== undefined)),
)

/** A step in a line of a report. */
export function show({ do: name, waitMs, ...rest }: Step): string {
  const parts = Object.entries(rest).map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
  return `${name}(${parts.join(', ')})${waitMs === 400 ? '' : ` wait ${waitMs}`}`
}
