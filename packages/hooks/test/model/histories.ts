import type { BlikPlan } from '@tillkit/mock-api'
import fc from 'fast-check'
import { channels, type Action, type NextFault, type Setting, type ShopChannel, type Step } from './steps.ts'
import type { Fault } from './wire.ts'

/* What may happen, how often, one thing after another. */

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

/** A setting and what happens in it. */
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
