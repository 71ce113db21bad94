import { isSame, type AnswerName, type ChannelId } from '@tillkit/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createCheckoutKit } from '../../test/checkout-kit.ts'
import { holdsFor, propertyTimeoutMs } from '../../test/runs.ts'
import { testRows } from '../testing/test-gateway.ts'
import type { CheckoutView } from './checkout-view.ts'

/** One thing that happens to an open checkout. */
type Step =
  | { readonly kind: 'wait'; readonly ms: number }
  | { readonly kind: 'jump'; readonly ms: number }
  | { readonly kind: 'report'; readonly channel: ChannelId; readonly name: AnswerName }
  | { readonly kind: 'flag'; readonly code: string; readonly isOnline: boolean }
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'look' }

const channel = fc.constantFrom<ChannelId>('blik/blik', 'pbl/mtransfer', 'pbl/ipko', 'card/ecom3ds')
const minutes = fc.integer({ min: 1, max: 80 }).map((halves) => halves * 30_000)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constant('wait' as const), ms: minutes }),
  fc.record({ kind: fc.constant('jump' as const), ms: minutes.map((ms) => ms - 20 * 60_000) }),
  fc.record({
    kind: fc.constant('report' as const),
    channel,
    name: fc.constantFrom<AnswerName>('accepted', '500', '406', '503', '429', '422', 'timeout'),
  }),
  fc.record({
    kind: fc.constant('flag' as const),
    code: fc.constantFrom('mtransfer', 'blik'),
    isOnline: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('amount' as const), amount: fc.constantFrom(100, 29_999, 30_000) }),
  fc.record({ kind: fc.constant('look' as const) }),
)

/** The parts that hooks hand out, each by itself. */
function partsOf(view: CheckoutView): ReadonlyMap<string, unknown> {
  return new Map<string, unknown>([
    ['methods', view.methods],
    ['gateway', view.gateway],
    ...[...view.channels].map(([id, answer]) => [`channel ${id}`, answer] as const),
    ...[...view.methodAvailability].map(([id, answer]) => [`method ${id}`, answer] as const),
  ])
}

describe('law 10', () => {
  it('while an answer is equal its reference is the same', { timeout: propertyTimeoutMs }, async () => {
    let compared = 0
    await holdsFor(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const kit = createCheckoutKit()
      const stop = await kit.mount()
      let before = partsOf(kit.checkout.view.getState())
      const leave = kit.checkout.view.subscribe((view) => {
        const after = partsOf(view)
        for (const [name, part] of after) {
          if (before.get(name) === part || !isSame(before.get(name), part)) continue
          throw new Error(`${name} says the same, but is another object`)
        }
        compared += after.size
        before = after
      })
      for (const each of steps) {
        if (each.kind === 'wait') await kit.clock.advance(each.ms)
        if (each.kind === 'jump') kit.clock.jump(each.ms)
        if (each.kind === 'look' || each.kind === 'jump') kit.page.set({ visible: true })
        if (each.kind === 'amount') kit.checkout.setOrder({ ...kit.checkout.getOrder(), amount: each.amount })
        if (each.kind === 'flag')
          kit.gateway.rows = testRows.map((row) =>
            row.paymentMethodCode === each.code ? { ...row, isOnline: each.isOnline } : row,
          )
        if (each.kind === 'report') {
          const at = kit.clock.now()
          kit.checkout.report(each.channel, each.name, { sentAt: at, at })
        }
        await kit.clock.advance(0)
      }
      leave()
      stop()
    })
    expect(compared).toBeGreaterThan(0)
  })
})
