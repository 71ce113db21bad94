import type { ChannelId } from '@tillkit/core'
import { expect } from 'vitest'
import type { Bench } from './bench.ts'
import type { PaymentRow } from './payment-cell.ts'
import { end, reach, type Reached, type Scene, type Variant } from './payment-scene.ts'
import type { SeenRequest } from './shop.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
/** Another bank, which has done nothing. */
const other: ChannelId = 'pbl/ipko'

/** Plays a cell, once for each step that a shopper can take from it with everything mended, and takes the step. */
export async function checkCell(scene: Scene, row: PaymentRow, variant: Variant): Promise<void> {
  const state: string = variant === 'back' || variant === 'new page' ? row[variant] : row.end
  // Nobody was taken to the page: it can be gone to now, or another way be paid.
  const ifOpen = { again: 'now', key: scene.againWith ? 'new' : 'same' } as const
  const { again, key } = state === 'open' ? ifOpen : row
  // A page that was left takes the offer of a link along.
  const isOffered = variant !== 'new page'
  const steps = stepsOf(again === 'later + link' && !isOffered ? 'later' : again, key)
  // Who looked away takes the same steps; one shows that they can be taken.
  for (const step of variant === 'mounted' ? steps : steps.slice(0, 1)) {
    const reached = await reach(scene, row, variant)
    reached.bench.shop.mend(scene.kind)
    await step(reached, scene, row)
    end(reached)
  }
}

type Step = (reached: Reached, scene: Scene, row: PaymentRow) => Promise<void>

function stepsOf(again: PaymentRow['again'], key: PaymentRow['key']): readonly Step[] {
  const payAgain = { '-': undefined, new: payAnew, same: payTheSame, asks: askFirst }[key]
  if (!payAgain) return [payNothing]
  switch (again) {
    case 'never':
      return [payNothing]
    case 'now':
      return key === 'same' ? [payAgain, payOther] : [payAgain]
    case 'in 20 s':
      return [after('paused', waitOutPause, payAgain)]
    case 'after the probe':
      return [after('gateway', waitForProbe, payAgain)]
    case 'after a reload':
      return [after('gateway', reload, payAgain)]
    case 'later':
    case 'later + link': {
      const later = after('unavailable', waitUntilBack, payAgain)
      const steps = key === 'asks' ? [askFirst, later] : [payOther, later]
      return again === 'later' ? steps : [...steps, payByLink]
    }
  }
}

/** It is over, or on its way: pressing again changes nothing. */
async function payNothing({ bench }: Reached, scene: Scene): Promise<void> {
  const { shop, page } = bench
  const before = bench.state()
  const sent = shop.seen.length
  await press(bench, scene)
  expect(bench.state()).toBe(before)
  expect(shop.seen.length).toBe(sent)
  const leads = before.status === 'redirecting' ? [before.action] : []
  expect(page.followed).toEqual(leads)
}

async function payAnew({ bench, sent }: Reached, scene: Scene): Promise<void> {
  const again = await pays(bench, () => press(bench, scene))
  expect(again.key).not.toBe(sent.key)
}

async function payTheSame({ bench, sent }: Reached, scene: Scene): Promise<void> {
  const again = await pays(bench, () => press(bench, scene))
  expect([again.key, again.url.href, again.body]).toEqual([sent.key, sent.url.href, sent.body])
}

/** Another channel is another attempt. */
async function payOther({ bench, sent }: Reached): Promise<void> {
  const again = await pays(bench, () => bench.press(other))
  expect(again.key).not.toBe(sent.key)
}

/** It may still charge: nothing else is sent before the shop's record knows that it can't. */
async function askFirst({ bench, sent }: Reached, scene: Scene, row: PaymentRow): Promise<void> {
  const { shop } = bench
  const way = row.channel === 'rests' ? other : (scene.againWith ?? scene.channel)
  shop.knows.record = 'pending'
  const before = shop.seen.length
  await bench.press(way, scene.blikCode)
  const since = shop.seen.slice(before)
  expect(since.filter(({ body }) => body !== undefined)).toEqual([])
  expect(since.some(({ kind }) => kind === 'order' || kind === 'transaction')).toBe(true)
  expect(bench.state()).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })

  shop.knows.record = 'failed'
  shop.knows.transaction = { status: 'rejected' }
  const again = await pays(bench, () => bench.press(way, scene.blikCode))
  expect(again.key).not.toBe(sent.key)
}

/** imoje's own page, with every method that works but the failed one. */
async function payByLink({ bench, sent }: Reached, scene: Scene): Promise<void> {
  const [failed = ''] = scene.channel.split('/')
  expect(bench.state()).toMatchObject({ status: 'failed', offersLink: true })
  const link = await pays(bench, async () => {
    void bench.checkout().attempts.payByLink()
    await bench.pass(0)
  })
  expect(link.key).not.toBe(sent.key)
  expect(link.kind).toBe('link')
  const { visibleMethod } = JSON.parse(link.body ?? '{}') as { visibleMethod?: readonly string[] }
  expect(visibleMethod?.toSorted()).toEqual(['blik', 'card', 'pbl'].filter((method) => method !== failed))
}

/** The step can't be taken yet, whatever is pressed; then it can. */
const after =
  (because: string, wait: Step, step: Step): Step =>
  async (reached, scene, row) => {
    const { bench } = reached
    const before = bench.shop.seen.filter(({ body }) => body !== undefined).length
    await press(bench, scene)
    // On a new page nothing was chosen, and what can't be used can't be.
    const isChosen = bench.checkout().selection.getState().channel !== undefined
    expect(bench.state()).toEqual({
      status: 'blocked',
      because: because === 'unavailable' && !isChosen ? 'nothing-chosen' : because,
    })
    await wait(reached, scene, row)
    expect(bench.shop.seen.filter(({ body }) => body !== undefined)).toHaveLength(before)
    await step(reached, scene, row)
  }

async function waitOutPause({ bench, knownAt }: Reached): Promise<void> {
  await bench.pass(knownAt + 20 * SECOND - bench.clock.now())
}

/** Five minutes after a failure; after a refusal as soon as a newer list says that it works, but not before 30 s. */
async function waitUntilBack({ bench, knownAt }: Reached, scene: Scene, row: PaymentRow): Promise<void> {
  const { clock } = bench
  const look = (): unknown => bench.checkout().view.getState().channels.get(scene.channel)?.status
  const [still, then, from, by] =
    row.channel === 'refused'
      ? ['refused', 'available', 30 * SECOND, MINUTE + SECOND]
      : ['coolingDown', 'trial', 5 * MINUTE, 5 * MINUTE]
  await bench.pass(knownAt + from - 1 - clock.now())
  expect(look()).toBe(still)
  await bench.pass(knownAt + by - clock.now())
  expect(look()).toBe(then)
}

/** Nothing is asked for five minutes, then one list. */
async function waitForProbe({ bench, knownAt }: Reached): Promise<void> {
  const { shop, clock } = bench
  const isList = ({ kind, at }: SeenRequest): boolean => kind === 'list' && at > knownAt
  await bench.pass(knownAt + 5 * MINUTE - 1 - clock.now())
  expect(shop.seen.filter(isList)).toHaveLength(0)
  await bench.pass(1)
  expect(shop.seen.filter(isList)).toHaveLength(1)
}

async function reload({ bench }: Reached, scene: Scene): Promise<void> {
  await bench.pass(10 * MINUTE)
  await press(bench, scene)
  expect(bench.state()).toEqual({ status: 'blocked', because: 'gateway' })
  await bench.reload()
}

const press = (bench: Bench, scene: Scene): Promise<void> =>
  bench.press(scene.againWith ?? scene.channel, scene.blikCode)

/** Does something that must send one payment, which goes well. */
async function pays(bench: Bench, act: () => Promise<void>): Promise<SeenRequest> {
  const { shop } = bench
  const before = shop.seen.length
  await act()
  const [sent, ...more] = shop.seen.slice(before).filter(({ body }) => body !== undefined)
  expect(more).toEqual([])
  expect(['redirecting', 'confirming']).toContain(bench.state().status)
  if (!sent) throw new Error('Nothing was sent.')
  return sent
}
