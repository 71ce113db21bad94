import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'
import type { FallbackPolicy } from './attempt-state.ts'

async function failedAtBank(fallback: FallbackPolicy = 'offer', status = 500): Promise<CheckoutKit> {
  const kit = createCheckoutKit({ fallback })
  await kit.mount()
  kit.checkout.choose('pbl/mtransfer')
  kit.gateway.script.pay.push(status)
  void kit.checkout.attempts.pay()
  await kit.clock.advance(0)
  return kit
}

const state = (kit: CheckoutKit) => kit.checkout.attempts.state.getState()

const links = (kit: CheckoutKit): readonly unknown[] =>
  kit.gateway.requests.flatMap(({ kind, detail }) => (kind === 'link' ? [detail] : []))

async function follow(kit: CheckoutKit): Promise<void> {
  void kit.checkout.attempts.payByLink()
  await kit.clock.advance(0)
}

describe('a link to imoje’s page, offered after a bank that answers 500', () => {
  it('shows what still works, without the method of the bank that failed', async () => {
    const kit = await failedAtBank()
    expect(state(kit)).toMatchObject({ status: 'failed', offersLink: true })
    expect(kit.checkout.findFallback('pbl')).toEqual(['card', 'blik'])
    await follow(kit)
    expect(links(kit)).toMatchObject([{ order: testOrder, visibleMethod: ['card', 'blik'] }])
    expect(state(kit)).toMatchObject({ status: 'redirecting', channel: { label: 'imoje' } })
  })

  it('has a key of its own', async () => {
    const kit = await failedAtBank()
    await follow(kit)
    const [payment] = kit.gateway.payments()
    expect(links(kit)[0]).not.toMatchObject({ idempotencyKey: payment?.idempotencyKey })
  })

  it('is one link however often it is pressed', async () => {
    const kit = await failedAtBank()
    void kit.checkout.attempts.payByLink()
    void kit.checkout.attempts.payByLink()
    await follow(kit)
    expect(links(kit)).toHaveLength(1)
  })

  it.each([400, 406, 422, 429, 401] as const)('is not offered after %d', async (status) => {
    const kit = await failedAtBank('offer', status)
    expect(state(kit)).toMatchObject({ offersLink: false })
    await follow(kit)
    expect(links(kit)).toHaveLength(0)
  })

  it('is not made while imoje as a whole is away', async () => {
    const kit = await failedAtBank()
    const at = kit.clock.now()
    kit.checkout.report('blik/blik', '503', { sentAt: at, at })
    expect(kit.checkout.findFallback('pbl')).toEqual([])
    await follow(kit)
    expect(links(kit)).toHaveLength(0)
  })

  it('is not made when nothing is left to show', async () => {
    const kit = createCheckoutKit()
    kit.gateway.rows = kit.gateway.rows.filter(({ paymentMethod }) => paymentMethod === 'pbl')
    await kit.mount()
    kit.checkout.choose('pbl/mtransfer')
    kit.gateway.script.pay.push(500)
    await kit.checkout.attempts.pay()
    await follow(kit)
    expect(links(kit)).toHaveLength(0)
    expect(state(kit).status).toBe('failed')
  })

  it.each([400, 500, 503, 'lost', 'unreadable'] as const)(
    'says so when making it ends in %s, trips no channel, and nothing loops',
    async (answer) => {
      const kit = await failedAtBank()
      kit.gateway.script.link.push(answer)
      await follow(kit)
      expect(state(kit)).toMatchObject({
        status: 'failed',
        channel: { label: 'imoje' },
        offersLink: false,
      })
      expect(kit.checkout.view.getState().channels.get('blik/blik')?.status).not.toBe('coolingDown')
      await follow(kit)
      expect(links(kit)).toHaveLength(1)
    },
  )

  it('is not sent for a total that the shopper hasn’t seen', async () => {
    const kit = await failedAtBank()
    kit.gateway.script.link.push({ name: 'order-changed', status: 409, readable: true, amount: 14_000 })
    await follow(kit)
    expect(state(kit)).toMatchObject({ message: 'orderChanged', end: 'notCharged', amount: 14_000 })
  })
})

describe('a fallback that is followed at once', () => {
  it('makes the link without a press, and leads there', async () => {
    const kit = await failedAtBank('redirect')
    expect(kit.events.flatMap((e) => (e.type === 'attempt' ? [e.attempt.status] : []))).toEqual([
      'starting',
      'failed',
      'linking',
      'redirecting',
    ])
    expect(links(kit)).toHaveLength(1)
  })

  it('ends with the message when the link can’t be made', async () => {
    const kit = createCheckoutKit({ fallback: 'redirect' })
    await kit.mount()
    kit.checkout.choose('pbl/mtransfer')
    kit.gateway.script.pay.push(500)
    kit.gateway.script.link.push(500)
    await kit.checkout.attempts.pay()
    expect(state(kit)).toMatchObject({ status: 'failed', channel: { label: 'imoje' } })
    expect(links(kit)).toHaveLength(1)
  })

  it('never follows a BLIK code whose outcome isn’t known', async () => {
    const kit = createCheckoutKit({ fallback: 'redirect' })
    await kit.mount()
    kit.checkout.choose('blik/blik')
    kit.gateway.script.pay.push(500)
    kit.gateway.script.orderPayment.push(
      ...Array.from({ length: 40 }, () => ({ status: 'pending' as const })),
    )
    void kit.checkout.attempts.pay({ blikCode: '123456' })
    await kit.clock.advance(120_000)
    expect(state(kit)).toMatchObject({ status: 'failed', end: 'unknown', offersLink: false })
    expect(links(kit)).toHaveLength(0)
  })
})

describe('no fallback', () => {
  it('offers none', async () => {
    const kit = await failedAtBank('none')
    expect(state(kit)).toMatchObject({ status: 'failed', offersLink: false })
    await follow(kit)
    expect(links(kit)).toHaveLength(0)
  })
})
