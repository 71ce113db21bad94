import type { ChannelId } from '@tillkit/core'
import { expect } from 'vitest'
import type { FallbackPolicy } from '../../src/client/attempt-state.ts'
import { createBench, type Bench } from './bench.ts'
import { checkEnd, checkImoje, type PaymentRow } from './payment-cell.ts'
import type { RequestKind, SeenRequest, Shop } from './shop.ts'

/** One request of a payment, and how the shopper comes to it. */
export interface Scene {
  /** The request that goes wrong. */
  readonly kind: RequestKind
  /** How long it is waited for, in milliseconds. */
  readonly timeoutMs: number
  /** Whether it goes wrong again and again; else only once. */
  readonly lasts?: boolean
  /** What the attempt pays with. */
  readonly channel: ChannelId
  readonly blikCode?: string
  /** That had failed before, and what is pressed to pay again instead. */
  readonly againWith?: ChannelId
  readonly fallback?: FallbackPolicy
  /** Everything up to the request. */
  prepare(bench: Bench): Promise<void>
  send(bench: Bench): Promise<void>
}

/**
 * What happens to the picker while the request is under way. `blink`: it is unmounted and mounted again before the answer, as a
 * page that is laid out anew does; `back`: after it; `new page`: another one is opened after it.
 */
export type Variant = 'mounted' | 'blink' | 'back' | 'new page'

/** A cell as it was reached. */
export interface Reached {
  readonly bench: Bench
  /** When the answer came, in epoch milliseconds. */
  readonly knownAt: number
  /** What was sent to pay with. */
  readonly sent: SeenRequest
}

const SECOND = 1_000
/** Nobody asks what became of a payment for longer. rules §2: polling ends at 120 s. */
const patience = 121 * SECOND

/** Plays a cell until nothing more comes by itself, and checks everything on the way. */
export async function reach(scene: Scene, row: PaymentRow, variant: Variant): Promise<Reached> {
  const bench = createBench(scene.fallback)
  const { shop, clock, events, page } = bench
  await bench.mount()
  await scene.prepare(bench)
  const [eventsBefore, followedBefore, seenBefore] = [events.length, page.followed.length, shop.seen.length]
  Object.assign(shop.knows, { record: row.record, transaction: transactions[row.record] })
  shop.break(scene.kind, row.fault, scene.lasts ? Infinity : 1)
  const startedAt = clock.now()
  const timeout = row.fault === 'hangs' ? scene.timeoutMs : 0

  await (variant === 'mounted' ? waitFor : lookAway)(bench, scene, timeout, variant)
  const knownAt = clock.now()
  const isAway = variant === 'back' || variant === 'new page'
  if (isAway) await comeBack(bench, variant, scene.lasts ? timeout : 0)
  const now = isAway ? row[variant] : row['at once']
  expect(bench.state().status).toBe(now === 'declined' ? 'failed' : now)
  checkImoje(bench, scene.channel, row, { knownAt, failedAt: scene.againWith ? startedAt : knownAt })
  const last = events.findLast((event) => event.type === 'attempt')
  if (!isAway) expect(last?.attempt.status).toBe(now)
  const told = events.slice(eventsBefore).some(({ type }) => type === 'integration-error')
  expect(told).toBe(row.told === 'told')
  const since = shop.seen.slice(seenBefore)
  const fresh = since.filter(({ url }) => url.searchParams.has('fresh'))
  expect(fresh).toHaveLength(row.list === 'fresh' ? 1 : 0)

  // A question that is under way when the time is over may hang, and the last one, asked then, too.
  if (row['at once'] === 'checking' || row['at once'] === 'confirming')
    await bench.pass(startedAt + patience + 2 * timeout - clock.now())
  if (now !== 'idle' && now !== 'open')
    checkEnd(bench.state(), now === 'declined' ? { ...row, message: now } : row)
  if (!isAway) expect(isLinkOffered(bench)).toBe(row.again === 'later + link')
  // A payment is never sent again by itself, and nobody is taken to a page that was waited for elsewhere.
  const posts = shop.seen.filter(({ body }) => body !== undefined)
  expect(posts.map(({ kind }) => kind)).toEqual([...new Set(posts.map(({ kind }) => kind))])
  if (isAway) expect(page.followed).toHaveLength(followedBefore)
  const sent = posts.at(-1)
  if (!sent) throw new Error('Nothing was sent.')
  return { bench, knownAt, sent }
}

/** Sends it and waits for the answer; whoever presses again meanwhile presses in vain. */
async function waitFor(bench: Bench, scene: Scene, timeout: number): Promise<void> {
  await scene.send(bench)
  if (!timeout) return
  const waiting = bench.state()
  await bench.pass(timeout - 1)
  await bench.press(scene.channel, scene.blikCode)
  expect(bench.state()).toBe(waiting)
  await bench.pass(1)
}

/** Sends it, and the picker is unmounted a second later: no timer is left when the answer has come. */
async function lookAway(bench: Bench, scene: Scene, timeout: number, variant: Variant): Promise<void> {
  const letGo = bench.shop.hold(scene.kind)
  await scene.send(bench)
  await bench.pass(SECOND)
  bench.unmount()
  if (variant === 'blink') await bench.mount()
  letGo()
  await bench.pass(Math.max(timeout - SECOND, 0))
  if (variant !== 'blink') expect(bench.clock.timers()).toBe(0)
}

async function comeBack(bench: Bench, variant: Variant, timeout: number): Promise<void> {
  await bench.pass(SECOND)
  expect(bench.clock.timers()).toBe(0)
  if (variant === 'back') await bench.mount()
  else await bench.openPage()
  // What is asked for again on the way meets the same fault.
  await bench.pass(timeout)
}

/** What imoje says of a transaction while the record says so of its attempt. */
const transactions = {
  none: { status: 'pending' },
  pending: { status: 'pending' },
  paid: { status: 'settled' },
  failed: { status: 'rejected', statusCode: 'BLK-ERROR-210005' },
} as const satisfies Record<PaymentRow['record'], Shop['knows']['transaction']>

/** As `useFallbackLink` has it. */
function isLinkOffered(bench: Bench): boolean {
  const state = bench.state()
  return (
    state.status === 'failed' &&
    state.offersLink &&
    bench.checkout().findFallback(state.channel.method).length > 0
  )
}

/** Nothing is left behind. */
export function end({ bench }: Reached): void {
  bench.unmount()
  expect(bench.clock.timers()).toBe(0)
}
