import { beforeEach, describe, expect, it } from 'vitest'
import { createCheckoutKit, type CheckoutKit } from '../../test/checkout-kit.ts'

const SECOND = 1_000

let kit: CheckoutKit
beforeEach(async () => {
  kit = createCheckoutKit()
  await kit.mount()
  kit.checkout.choose('pbl/mtransfer')
})

const state = () => kit.checkout.attempts.state.getState()
const asked = () => kit.gateway.requests.filter(({ kind }) => kind === 'orderPayment').length

async function pay(): Promise<void> {
  void kit.checkout.attempts.pay()
  await kit.clock.advance(0)
}

describe('coming back to a page whose payment is open', () => {
  it('asks no more than twice at once, and again the next time', async () => {
    const comeBack = async (): Promise<void> => {
      kit.page.set({ visible: true })
      kit.page.restore()
      kit.page.set({})
      await kit.clock.advance(0)
    }
    kit.gateway.script.orderPayment = Array.from({ length: 9 }, () => ({ status: 'pending' as const }))
    await pay()
    await comeBack()
    expect(state().status).toBe('open')
    const before = asked()
    await comeBack()
    expect(asked() - before).toBe(2)
    kit.gateway.script.orderPayment = [{ status: 'paid' }]
    await comeBack()
    expect(state().status).toBe('paid')
  })

  it('asks again where the question of before the page was left never gets its answer', async () => {
    await pay()
    const ask = kit.gateway.getOrderPayment
    kit.gateway.getOrderPayment = () => new Promise(() => undefined)
    await kit.clock.advance(20 * SECOND)
    kit.gateway.getOrderPayment = ask
    kit.gateway.script.orderPayment.push({ status: 'paid' })
    kit.page.restore()
    await kit.clock.advance(0)
    expect(state().status).toBe('paid')
  })

  it('leaves again where a gateway gives the very same answer to the same key', async () => {
    const action = { type: 'redirect', method: 'GET', url: 'https://paywall.imoje.pl/t-1' } as const
    kit.gateway.startPayment = () => {
      const at = kit.clock.now()
      return Promise.resolve({ ok: true, status: 200, value: { id: 't-1', action }, sentAt: at, at })
    }
    const { follow, state: attempt } = kit.checkout.attempts
    for (let part = 0; part < 2; part += 1)
      attempt.subscribe((next) => {
        if (next.status === 'redirecting') follow(next.action)
      })
    await pay()
    kit.gateway.script.orderPayment.push({ status: 'pending' })
    kit.page.restore()
    await kit.clock.advance(0)
    expect(state().status).toBe('open')
    await pay()
    expect(kit.page.followed).toEqual([action, action])
  })
})
