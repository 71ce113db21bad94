import { describe, expect, it } from 'vitest'
import { createCheckoutKit, type CheckoutKit } from '../../test/checkout-kit.ts'
import { gatherRejections } from '../../test/rejections.ts'
import type { PaymentsEvent } from './events.ts'

const bank = 'pbl/mtransfer'
const broken = new Error('the analytics were blocked')

const statusOf = (kit: CheckoutKit) => kit.checkout.attempts.state.getState().status

async function ready(): Promise<CheckoutKit> {
  const kit = createCheckoutKit()
  await kit.mount()
  kit.checkout.choose(bank)
  return kit
}

async function pay(kit: CheckoutKit, blikCode?: string): Promise<void> {
  const paying = kit.checkout.attempts.pay({ blikCode })
  await kit.clock.advance(0)
  await paying
}

describe('a listener of the shop’s that throws', () => {
  it.each([['availability-changed'], ['attempt']] as const)(
    'at %s leaves the payment under way alone, and the page is told',
    async (type) => {
      const kit = await ready()
      const heard: PaymentsEvent[] = []
      kit.client.subscribe((event) => {
        if (event.type === type) throw broken
      })
      kit.client.subscribe((event) => heard.push(event))
      kit.gateway.script.pay.push(500)
      const told = await gatherRejections(() => pay(kit))
      expect(statusOf(kit)).toBe('failed')
      expect(heard.some((event) => event.type === type)).toBe(true)
      expect(new Set(told)).toEqual(new Set([broken]))
    },
  )
})

describe('a gateway of the shop’s that rejects', () => {
  const reject = () => Promise.reject(broken)

  it('when it is paid with leaves the outcome unknown, which is asked for', async () => {
    const kit = await ready()
    kit.gateway.startPayment = reject
    kit.gateway.script.orderPayment.push({ status: 'pending' })
    await pay(kit)
    expect(kit.checkout.attempts.state.getState()).toMatchObject({
      status: 'failed',
      message: 'interrupted',
      end: 'unknown',
    })
    expect(kit.gateway.requests.at(-1)?.kind).toBe('orderPayment')
  })

  it('when it makes a link does no harm either', async () => {
    const kit = await ready()
    kit.gateway.createLink = reject
    kit.gateway.script.pay.push(500)
    await pay(kit)
    kit.gateway.script.orderPayment.push({ status: 'pending' })
    const linking = kit.checkout.attempts.payByLink()
    await kit.clock.advance(0)
    expect(await linking).toMatchObject({ status: 'failed', end: 'unknown' })
  })

  it('when it is asked for the list is asked three times, and then it has failed', async () => {
    const kit = createCheckoutKit()
    let asked = 0
    kit.gateway.listPaymentMethods = () => {
      asked += 1
      return reject()
    }
    await kit.mount()
    await kit.clock.advance(60_000)
    expect(asked).toBe(3)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'failed', failure: { name: 'lost' } })
  })

  it('when it is asked what became of a BLIK payment is asked again, and it is paid in the end', async () => {
    const kit = await ready()
    const { getTransaction, getOrderPayment } = kit.gateway
    kit.checkout.choose('blik/blik')
    kit.gateway.getTransaction = reject
    kit.gateway.getOrderPayment = reject
    void kit.checkout.attempts.pay({ blikCode: '123456' })
    await kit.clock.advance(4_000)
    expect(statusOf(kit)).toBe('confirming')
    Object.assign(kit.gateway, { getTransaction, getOrderPayment })
    kit.gateway.script.transaction.push({ status: 'settled' })
    await kit.clock.advance(2_000)
    expect(statusOf(kit)).toBe('paid')
  })
})
