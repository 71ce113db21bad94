import { describe, expect, it } from 'vitest'
import { createCheckoutKit, type CheckoutKit } from '../../test/checkout-kit.ts'

const SECOND = 1_000
const blikCode = '123456'

async function ready(): Promise<CheckoutKit> {
  const kit = createCheckoutKit()
  await kit.mount()
  kit.checkout.choose('blik/blik')
  return kit
}

const asked = (kit: CheckoutKit, kind: 'transaction' | 'orderPayment'): number =>
  kit.gateway.requests.filter((request) => request.kind === kind).length

const state = (kit: CheckoutKit) => kit.checkout.attempts.state.getState()

async function payWithCode(kit: CheckoutKit, code = blikCode): Promise<void> {
  void kit.checkout.attempts.pay({ blikCode: code })
  await kit.clock.advance(0)
}

describe('BLIK with a code', () => {
  it('is confirmed in the app, and paid once imoje says settled', async () => {
    const kit = await ready()
    await payWithCode(kit)
    expect(kit.gateway.payments()).toMatchObject([{ channel: { id: 'blik/blik' }, blikCode }])
    expect(state(kit)).toMatchObject({ status: 'confirming', until: kit.clock.now() + 120 * SECOND })
    kit.gateway.script.transaction.push({ status: 'pending' }, { status: 'settled' })
    await kit.clock.advance(4 * SECOND)
    expect(state(kit)).toMatchObject({ status: 'paid' })
  })

  it.each(['12345', '1234567', '12345a', ' 23456', ''])('sends nothing for the code %j', async (code) => {
    const kit = await ready()
    await payWithCode(kit, code)
    expect(state(kit)).toEqual({ status: 'blocked', because: 'blik-code' })
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('is paid on a page without a code, and other channels don’t look at one', async () => {
    const kit = await ready()
    await kit.checkout.attempts.pay()
    expect(state(kit).status).toBe('redirecting')
    const other = createCheckoutKit()
    await other.mount()
    other.checkout.choose('pbl/ipko')
    await payWithCode(other)
    expect(other.gateway.payments()[0]?.blikCode).toBeUndefined()
    expect(state(other).status).toBe('redirecting')
  })

  it('asks every two seconds, after half a minute every five, and no longer than two minutes', async () => {
    const kit = await ready()
    await payWithCode(kit)
    expect(asked(kit, 'transaction')).toBe(1)
    await kit.clock.advance(30 * SECOND)
    expect(asked(kit, 'transaction')).toBe(16)
    await kit.clock.advance(90 * SECOND)
    expect(asked(kit, 'transaction')).toBe(34)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
    await kit.clock.advance(10 * 60 * SECOND)
    expect(asked(kit, 'transaction')).toBe(34)
  })

  it('says why it was declined, and whether a new code is needed', async () => {
    const kit = await ready()
    await payWithCode(kit)
    kit.gateway.script.transaction.push({ status: 'rejected', statusCode: 'BLK-ERROR-210009' })
    await kit.clock.advance(2 * SECOND)
    expect(state(kit)).toMatchObject({
      status: 'failed',
      message: 'declined',
      end: 'notCharged',
      decline: { reason: 'declinedInApp', asksNewCode: true },
    })
    expect(kit.checkout.view.getState().channels.get('blik/blik')?.status).toBe('available')
    await payWithCode(kit, '654321')
    const [first, second] = kit.gateway.payments()
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
  })

  it('forgives lost answers while it asks, and then asks the shop’s record', async () => {
    const kit = await ready()
    await payWithCode(kit)
    kit.gateway.script.transaction.push('lost', 'timeout')
    kit.gateway.script.orderPayment.push('lost', { status: 'pending' })
    await kit.clock.advance(4 * SECOND)
    expect(state(kit).status).toBe('confirming')
    kit.gateway.script.transaction.push({ status: 'settled' })
    await kit.clock.advance(2 * SECOND)
    expect(state(kit).status).toBe('paid')
  })

  it('asks only the shop’s record while imoje is away', async () => {
    const kit = await ready()
    await payWithCode(kit)
    kit.gateway.script.transaction.push(503)
    kit.gateway.script.orderPayment.push({ status: 'pending' }, { status: 'pending' }, { status: 'paid' })
    await kit.clock.advance(2 * SECOND)
    expect(kit.checkout.view.getState().gateway.status).toBe('down')
    const before = asked(kit, 'transaction')
    await kit.clock.advance(4 * SECOND)
    expect(asked(kit, 'transaction')).toBe(before)
    expect(state(kit).status).toBe('paid')
  })
})

describe('an unknown outcome of BLIK with a code', () => {
  it.each([
    'timeout',
    'lost',
    500,
    502,
    { name: '503', status: 503, readable: false },
    504,
    'internal',
    'unreadable',
  ] as const)(
    'after %j is asked for until the shop knows, and never said not to be charged before',
    async (answer) => {
      const kit = await ready()
      kit.gateway.script.pay.push(answer)
      kit.gateway.script.orderPayment.push({ status: 'pending' }, { status: 'pending' }, { status: 'paid' })
      await payWithCode(kit)
      expect(state(kit).status).toBe('checking')
      await kit.clock.advance(4 * SECOND)
      expect(state(kit).status).toBe('paid')
    },
  )

  it('becomes known not to be charged when the attempt failed', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push({ status: 'pending' }, { status: 'failed' })
    await payWithCode(kit)
    await kit.clock.advance(2 * SECOND)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'declined', end: 'notCharged' })
  })

  it('starts nothing else before it is known: the next press asks first', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(
      ...Array.from({ length: 40 }, () => ({ status: 'pending' as const })),
    )
    await payWithCode(kit)
    await kit.clock.advance(120 * SECOND)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })

    kit.checkout.choose('pbl/ipko')
    const paying = kit.checkout.attempts.pay()
    await kit.clock.advance(0)
    expect(await paying).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
    expect(kit.gateway.payments()).toHaveLength(1)

    kit.gateway.script.orderPayment.splice(0, Infinity, { status: 'none' })
    expect(await kit.checkout.attempts.pay()).toMatchObject({ status: 'redirecting' })
    expect(kit.gateway.payments()).toHaveLength(2)
  })

  it('waits two minutes at most where the clock jumps back meanwhile', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(
      ...Array.from({ length: 80 }, () => ({ status: 'pending' as const })),
    )
    await payWithCode(kit)
    await kit.clock.advance(10 * SECOND)
    kit.clock.jump(-3600 * SECOND)
    await kit.clock.advance(130 * SECOND)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
  })

  /** Sends the code; the clock is set while the first question about it is under way. */
  async function setClockMeanwhile(kit: CheckoutKit, byMs: number): Promise<void> {
    const { getTransaction } = kit.gateway
    await payWithCode(kit)
    let wake = (): void => undefined
    kit.gateway.getTransaction = async (request) => {
      kit.gateway.getTransaction = getTransaction
      await new Promise<void>((resolve) => {
        wake = resolve
      })
      return getTransaction(request)
    }
    await kit.clock.advance(2 * SECOND)
    kit.clock.jump(byMs)
    wake()
    await kit.clock.advance(0)
  }

  it('is asked for once more by a phone that slept through the question and the two minutes', async () => {
    const kit = await ready()
    kit.gateway.script.transaction.push({ status: 'pending' }, 'lost', { status: 'settled' })
    kit.gateway.script.orderPayment.push({ status: 'pending' })
    await setClockMeanwhile(kit, 3600 * SECOND)
    expect(state(kit).status).toBe('paid')
  })

  it('is not given up when the clock jumps back while it is asked for', async () => {
    const kit = await ready()
    await setClockMeanwhile(kit, -3600 * SECOND)
    expect(state(kit).status).toBe('confirming')
  })

  it('is paid when the next press finds it paid', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(...Array.from({ length: 36 }, () => 'lost' as const))
    await payWithCode(kit)
    await kit.clock.advance(120 * SECOND)
    kit.gateway.script.orderPayment.splice(0, Infinity, { status: 'paid', transactionId: 't-7' })
    expect(await kit.checkout.attempts.pay()).toEqual({ status: 'paid', transactionId: 't-7' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('stops asking with the last listener, leaves no timer, and goes on with the next one', async () => {
    const kit = createCheckoutKit()
    const stop = await kit.mount()
    kit.checkout.choose('blik/blik')
    await payWithCode(kit)
    stop()
    await kit.clock.advance(0)
    expect(kit.clock.timers()).toBe(0)
    const before = asked(kit, 'transaction')
    await kit.clock.advance(60 * SECOND)
    expect(asked(kit, 'transaction')).toBe(before)
    expect(state(kit).status).toBe('confirming')
    kit.gateway.script.transaction.push({ status: 'settled' })
    await kit.mount()
    expect(state(kit).status).toBe('paid')
  })

  it('goes on asking where listeners come and go at once, as in StrictMode', async () => {
    const kit = createCheckoutKit()
    const stop = await kit.mount()
    kit.checkout.choose('blik/blik')
    await payWithCode(kit)
    stop()
    const again = kit.checkout.view.subscribe(() => undefined)
    await kit.clock.advance(2 * SECOND)
    kit.gateway.script.transaction.push({ status: 'settled' })
    await kit.clock.advance(5 * SECOND)
    expect(state(kit).status).toBe('paid')
    again()
  })

  it('never tells anybody the code: not in events, not in what is kept', async () => {
    const kit = await ready()
    await payWithCode(kit, '987654')
    expect(JSON.stringify(kit.events)).not.toContain('987654')
  })
})
