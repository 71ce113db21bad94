import type { Failure, OrderPayment } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'

const MINUTE = 60_000
const bank = 'pbl/mtransfer'

async function ready(chosen: `${string}/${string}` = bank): Promise<CheckoutKit> {
  const kit = createCheckoutKit()
  await kit.mount()
  expect(kit.checkout.choose(chosen)).toBe(true)
  return kit
}

const statusOf = (kit: CheckoutKit, channel: `${string}/${string}` = bank) =>
  kit.checkout.view.getState().channels.get(channel)

const asked = (status: OrderPayment['status']): OrderPayment => ({ status, transactionId: 't-9' })

async function pay(kit: CheckoutKit): Promise<unknown> {
  const paying = kit.checkout.attempts.pay()
  await kit.clock.advance(0)
  return paying
}

describe('paying', () => {
  it('sends what the shopper saw and leads to the page', async () => {
    const kit = await ready()
    expect(await pay(kit)).toMatchObject({ status: 'redirecting', action: { type: 'redirect' } })
    expect(kit.gateway.payments()).toMatchObject([
      { order: testOrder, channel: { id: bank }, idempotencyKey: 'id-1' },
    ])
  })

  it('is one attempt however often the button is pressed', async () => {
    const kit = await ready()
    const { attempts } = kit.checkout
    const paying = [attempts.pay(), attempts.pay(), attempts.pay()]
    await kit.clock.advance(0)
    await Promise.all(paying)
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('is blocked while nothing is chosen, or only the method', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'nothing-chosen' })
    kit.checkout.open('pbl')
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'channel-not-chosen' })
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('waits for the host to save its form, and stops when the host says so', async () => {
    const kit = await ready()
    expect(await kit.checkout.attempts.pay({ before: () => false })).toEqual({ status: 'idle' })
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('sends nothing when the total changed after the button was pressed', async () => {
    const kit = await ready()
    const grow = (): void => kit.checkout.setOrder({ ...testOrder, amount: 15_000 })
    expect(await kit.checkout.attempts.pay({ before: grow })).toEqual({
      status: 'blocked',
      because: 'order-changed',
    })
    expect(kit.gateway.payments()).toHaveLength(0)
    expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
    expect(kit.gateway.payments()[0]?.order.amount).toBe(15_000)
  })

  it('checks the choice against a fresher list when the one at hand is old', async () => {
    const kit = await ready()
    await kit.clock.advance(MINUTE + 1)
    kit.gateway.rows = kit.gateway.rows.map((row) => ({
      ...row,
      isOnline: row.paymentMethodCode !== 'mtransfer',
    }))
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'unavailable' })
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('waits two seconds for that list, no longer', async () => {
    const kit = await ready()
    await kit.clock.advance(MINUTE + 1)
    kit.gateway.listPaymentMethods = () => new Promise(() => undefined)
    const paying = kit.checkout.attempts.pay()
    await kit.clock.advance(1_999)
    expect(kit.gateway.payments()).toHaveLength(0)
    await kit.clock.advance(1)
    expect(await paying).toMatchObject({ status: 'redirecting' })
  })
})

describe('a bank that answers 500', () => {
  it('rests five minutes, comes back as a trial, and rests ten after a failed one', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push(500, 500)
    const failedAt = kit.clock.now()
    expect(await pay(kit)).toMatchObject({ status: 'failed', message: 'notAnswering', end: 'notCharged' })
    expect(statusOf(kit)).toMatchObject({ status: 'coolingDown', until: failedAt + 5 * MINUTE, trip: 1 })
    expect(statusOf(kit, 'pbl/ipko')?.status).toBe('available')
    expect(kit.checkout.selection.getState().channel).toBe(bank)
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'unavailable' })

    await kit.clock.advance(5 * MINUTE)
    expect(statusOf(kit)).toMatchObject({ status: 'trial', trip: 1 })
    const triedAt = kit.clock.now()
    expect(await pay(kit)).toMatchObject({ status: 'failed', message: 'notAnswering' })
    expect(statusOf(kit)).toMatchObject({ status: 'coolingDown', until: triedAt + 10 * MINUTE, trip: 2 })

    await kit.clock.advance(10 * MINUTE)
    expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
    expect(statusOf(kit)?.status).toBe('available')
    const changes = kit.events.flatMap((e) =>
      e.type === 'availability-changed' && e.channel === bank ? [`${e.from}>${e.to}`] : [],
    )
    expect(changes).toEqual([
      'available>coolingDown',
      'coolingDown>trial',
      'trial>coolingDown',
      'coolingDown>trial',
      'trial>available',
    ])
  })
})

describe('a bank that answers 406', () => {
  it('is refused, the list is read past every cache, and is back after 30 s', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push(406, 406)
    expect(await pay(kit)).toMatchObject({ status: 'failed', message: 'switchedOff', end: 'notCharged' })
    await kit.clock.advance(1)
    const fresh = kit.gateway.requests.filter(({ kind }) => kind === 'list').map(({ detail }) => detail)
    expect(fresh.at(-1)).toMatchObject({ fresh: true })
    await kit.clock.advance(29_998)
    expect(statusOf(kit)?.status).toBe('refused')
    await kit.clock.advance(1)
    expect(statusOf(kit)?.status).toBe('available')
    expect(await pay(kit)).toMatchObject({ message: 'switchedOff' })
    expect(statusOf(kit)).toMatchObject({ status: 'coolingDown', trip: 1 })
  })
})

/** rules.md §2, written by hand: the answer, the message, the end, the channel after it, imoje after it. */
const table: readonly (readonly [
  answer: Partial<Failure> & { readonly name: Failure['name'] },
  message: string,
  end: 'notCharged' | 'unknown',
  channel: string,
  gateway: string,
])[] = [
  [{ name: '400', status: 400, readable: true }, 'couldNotStart', 'notCharged', 'available', 'up'],
  [
    { name: '401', status: 401, readable: true },
    'misconfigured',
    'notCharged',
    'misconfigured',
    'misconfigured',
  ],
  [
    { name: '403', status: 403, readable: true },
    'misconfigured',
    'notCharged',
    'misconfigured',
    'misconfigured',
  ],
  [{ name: '404', status: 404, readable: true }, 'couldNotStart', 'notCharged', 'available', 'up'],
  [{ name: '404', status: 404, readable: false }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: '406', status: 406, readable: true }, 'switchedOff', 'notCharged', 'refused', 'up'],
  [{ name: '4xx', status: 409, readable: true }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: '422', status: 422, readable: true }, 'checkFields', 'notCharged', 'available', 'up'],
  [{ name: '429', status: 429, readable: true }, 'wait', 'notCharged', 'available', 'up'],
  [{ name: '500', status: 500, readable: true }, 'notAnswering', 'notCharged', 'coolingDown', 'up'],
  [{ name: '5xx', status: 520 }, 'notAnswering', 'unknown', 'coolingDown', 'up'],
  [{ name: '502', status: 502 }, 'gatewayDown', 'unknown', 'outage', 'down'],
  [{ name: '503', status: 503, readable: true }, 'gatewayDown', 'notCharged', 'outage', 'down'],
  [{ name: '503', status: 503, readable: false }, 'gatewayDown', 'unknown', 'outage', 'down'],
  [{ name: '504', status: 504, readable: true }, 'gatewayDown', 'unknown', 'outage', 'down'],
  [{ name: 'timeout' }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: 'lost' }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: 'offline' }, 'offline', 'notCharged', 'available', 'up'],
  [{ name: 'unreadable', status: 200 }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: 'unauthenticated', status: 401, readable: true }, 'signIn', 'notCharged', 'available', 'up'],
  [{ name: 'forbidden-origin', status: 403, readable: true }, 'reload', 'notCharged', 'available', 'up'],
  [{ name: 'rate-limited', status: 429, readable: true }, 'wait', 'notCharged', 'available', 'up'],
  [
    { name: 'invalid-request', status: 422, readable: true },
    'couldNotStart',
    'notCharged',
    'available',
    'up',
  ],
  [
    { name: 'store-unavailable', status: 503, readable: true },
    'couldNotStart',
    'notCharged',
    'available',
    'up',
  ],
  [{ name: 'key-reused', status: 409, readable: true }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: 'upstream-timeout', status: 504, readable: true }, 'interrupted', 'unknown', 'available', 'up'],
  [{ name: 'internal', status: 500, readable: true }, 'interrupted', 'unknown', 'available', 'up'],
]

describe('an answer to paying with a bank', () => {
  it.each(table)('%o: %s, %s, the channel %s, imoje %s', async (answer, message, end, channel, gateway) => {
    const kit = await ready()
    kit.gateway.script.pay.push(answer)
    kit.gateway.script.orderPayment.push({ status: 'pending' })
    expect(await pay(kit)).toMatchObject({ status: 'failed', answer: answer.name, message, end })
    expect(statusOf(kit)?.status).toBe(channel)
    expect(kit.checkout.view.getState().gateway.status).toBe(gateway)
    const asked = kit.gateway.requests.filter(({ kind }) => kind === 'orderPayment').length
    expect(asked).toBe(end === 'unknown' ? 1 : 0)
  })

  it('invalid-request that names a field: the fields are to be checked', async () => {
    const kit = await ready()
    const errors = [{ field: 'customer.email', message: 'invalid-request' }]
    kit.gateway.script.pay.push({ name: 'invalid-request', status: 422, readable: true, errors })
    expect(await pay(kit)).toMatchObject({ message: 'checkFields', end: 'notCharged', errors })
  })

  it('409 order-paid: the order is paid', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({ name: 'order-paid', status: 409, readable: true })
    expect(await pay(kit)).toMatchObject({ status: 'paid' })
  })

  it('200 with status rejected: declined, trips nothing', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({ id: 't-1', status: 'rejected', statusCode: 'CODE_51' })
    expect(await pay(kit)).toMatchObject({ message: 'declined', end: 'notCharged', statusCode: 'CODE_51' })
    expect(statusOf(kit)?.status).toBe('available')
  })

  it('429: paying pauses for Retry-After, else 20 s', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({ name: '429', status: 429, readable: true, retryAfterMs: 7_000 }, 429)
    await pay(kit)
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'paused' })
    await kit.clock.advance(7_000)
    expect(kit.checkout.view.getState().pausedUntil).toBeUndefined()
    await pay(kit)
    expect(kit.checkout.view.getState().pausedUntil).toBe(kit.clock.now() + 20_000)
  })

  it('429 with a Retry-After of centuries pauses no longer than the longest hold', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({ name: '429', status: 429, readable: true, retryAfterMs: 9_999_999_999_000 })
    await pay(kit)
    expect(kit.checkout.view.getState().pausedUntil).toBe(kit.clock.now() + 30 * MINUTE)
  })

  it('429: a pause that was over lasts no longer than it did when the clock jumps back', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push(429)
    await pay(kit)
    await kit.clock.advance(25_000)
    kit.clock.jump(-40 * MINUTE)
    kit.page.set({ visible: true })
    await kit.clock.advance(20_000)
    expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
  })

  it('an integration error is told to the developer, with imoje’s words and trace id', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({
      name: '400',
      status: 400,
      readable: true,
      code: 'X-1',
      detail: 'bad payload',
      traceId: 'abc',
    })
    await pay(kit)
    expect(kit.events).toContainEqual({
      type: 'integration-error',
      during: 'pay',
      answer: '400',
      code: 'X-1',
      detail: 'bad payload',
      traceId: 'abc',
    })
  })
})

describe('after an unknown outcome', () => {
  it.each([
    ['paid', { status: 'paid', transactionId: 't-9' }],
    ['none', { status: 'failed', end: 'notCharged' }],
    ['failed', { status: 'failed', end: 'notCharged' }],
    ['pending', { status: 'failed', end: 'unknown' }],
  ] as const)('the shop’s record "%s" decides', async (record, state) => {
    const kit = await ready()
    kit.gateway.script.pay.push('lost')
    kit.gateway.script.orderPayment.push(asked(record))
    expect(await pay(kit)).toMatchObject(state)
  })

  it('trying the same bank again goes on with the same key; another bank gets its own', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('lost', 'lost', 'lost')
    kit.gateway.script.orderPayment.push(asked('pending'), asked('pending'), asked('pending'))
    await pay(kit)
    await pay(kit)
    kit.checkout.choose('pbl/ipko')
    await pay(kit)
    const [first, second, third] = kit.gateway.payments().map(({ idempotencyKey }) => idempotencyKey)
    expect(second).toBe(first)
    expect(third).not.toBe(first)
  })

  it('trying again after a known end, or with another total, is a new attempt', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('lost', 'lost', 'lost')
    kit.gateway.script.orderPayment.push(asked('none'), asked('pending'), asked('pending'))
    await pay(kit)
    await pay(kit)
    kit.checkout.setOrder({ ...testOrder, amount: 20_000 })
    await pay(kit)
    expect(new Set(kit.gateway.payments().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(3)
  })

  it('a lost question is not a failed payment', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push('lost')
    expect(await pay(kit)).toMatchObject({ end: 'unknown' })
  })
})

describe('when the shop says the order changed', () => {
  it('stays blocked until the page says the same total', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({
      name: 'order-changed',
      status: 409,
      readable: true,
      amount: 14_000,
      currency: 'PLN',
    })
    expect(await pay(kit)).toMatchObject({ message: 'orderChanged', end: 'notCharged', amount: 14_000 })
    expect(await pay(kit)).toEqual({ status: 'blocked', because: 'order-changed' })
    kit.checkout.setOrder({ ...testOrder, amount: 14_000 })
    expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
  })

  it('is no dead end when the cart goes back to what it was', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push({ name: 'order-changed', status: 409, readable: true, amount: 14_000 })
    await pay(kit)
    kit.checkout.setOrder({ ...testOrder, amount: 14_000 })
    kit.checkout.setOrder({ ...testOrder })
    expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
  })
})

describe('when another attempt is open', () => {
  const open = { name: 'attempt-open', status: 409, readable: true } as const

  it.each([
    ['paid', { status: 'paid' }],
    ['failed', { status: 'failed', message: 'declined', end: 'notCharged' }],
  ] as const)('asks about the order until that is %s', async (end, state) => {
    const kit = await ready()
    kit.gateway.script.pay.push(open)
    kit.gateway.script.orderPayment.push(asked('pending'), asked('none'), asked(end))
    const paying = kit.checkout.attempts.pay()
    await kit.clock.advance(0)
    expect(kit.checkout.attempts.state.getState()).toMatchObject({ status: 'checking' })
    await kit.clock.advance(4_000)
    expect(await paying).toMatchObject(state)
    const question = kit.gateway.requests.at(-1)
    expect(question).toMatchObject({ kind: 'orderPayment', detail: { idempotencyKey: undefined } })
  })

  it('gives up after two minutes, without a word of what was charged', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push(open)
    const paying = kit.checkout.attempts.pay()
    await kit.clock.advance(2 * MINUTE)
    expect(await paying).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
  })
})

describe('an answer that the shop repeats from its record', () => {
  it.each([500, 502, 503, 504] as const)(
    'settles the attempt and says nothing of imoje now: %d',
    async (status) => {
      const kit = await ready()
      kit.gateway.script.pay.push({ name: `${status}`, status, readable: true, ageMs: 3_600_000 })
      kit.gateway.script.orderPayment.push(asked('failed'))
      expect(await pay(kit)).toMatchObject({
        status: 'failed',
        message: 'couldNotStart',
        end: 'notCharged',
        offersLink: false,
      })
      expect(statusOf(kit)?.status).toBe('available')
      expect(kit.checkout.view.getState().gateway.status).toBe('up')
      expect(await pay(kit)).toMatchObject({ status: 'redirecting' })
    },
  )
})

describe('after leaving for the bank’s page', () => {
  it('another press is the same attempt', async () => {
    const kit = await ready()
    const first = await pay(kit)
    expect(await pay(kit)).toBe(first)
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it.each([
    ['paid', { status: 'paid', transactionId: 't-9' }],
    ['pending', { status: 'open', channel: { id: bank } }],
    ['failed', { status: 'idle' }],
    ['none', { status: 'idle' }],
  ] as const)('Back to a kept page asks the shop: %s', async (record, state) => {
    const kit = await ready()
    await pay(kit)
    kit.gateway.script.orderPayment.push(asked(record))
    kit.page.restore()
    await kit.clock.advance(0)
    expect(kit.checkout.attempts.state.getState()).toMatchObject(state)
  })

  it('who is still here after 20 s is told that the payment is open, and can pay in another way', async () => {
    const kit = await ready()
    await pay(kit)
    kit.gateway.script.orderPayment.push(asked('pending'))
    await kit.clock.advance(20_000)
    expect(kit.checkout.attempts.state.getState()).toMatchObject({ status: 'open' })
    kit.checkout.choose('pbl/ipko')
    expect(await pay(kit)).toMatchObject({ status: 'redirecting', channel: { id: 'pbl/ipko' } })
    const [first, second] = kit.gateway.payments().map(({ idempotencyKey }) => idempotencyKey)
    expect(second).not.toBe(first)
  })

  it('is told so 20 s later also where the clock jumped back meanwhile', async () => {
    const kit = await ready()
    await pay(kit)
    kit.gateway.script.orderPayment.push(asked('pending'))
    kit.clock.jump(-80 * MINUTE)
    await kit.clock.advance(20_000)
    expect(kit.checkout.attempts.state.getState()).toMatchObject({ status: 'open' })
  })

  it.each([['transfer'], ['failed']] as const)(
    'a page shown again keeps what it said: %s',
    async (status) => {
      const kit = await ready()
      kit.gateway.script.pay.push(
        status === 'failed'
          ? 'lost'
          : { id: 't-1', status: 'new', action: { type: 'transfer', account: '12', title: 'A' } },
      )
      kit.gateway.script.orderPayment.push(asked('pending'))
      await pay(kit)
      const before = kit.checkout.attempts.state.getState()
      expect(before.status).toBe(status)
      kit.page.restore()
      await kit.clock.advance(0)
      expect(kit.checkout.attempts.state.getState()).toBe(before)
    },
  )
})

it('tells of a transfer what was sent, whatever the cart says by now', async () => {
  const kit = await ready()
  const action = { type: 'transfer', account: '12', title: 'A' } as const
  kit.gateway.script.pay.push({ id: 't-1', status: 'new', action })
  await pay(kit)
  kit.checkout.setOrder({ ...testOrder, amount: 20_000 })
  expect(kit.checkout.attempts.state.getState()).toMatchObject({ status: 'transfer', order: testOrder })
})

describe('the press of the button', () => {
  it('never sends a channel that was chosen after it', async () => {
    const kit = await ready()
    expect(await kit.checkout.attempts.pay({ before: () => void kit.checkout.choose('pbl/ipko') })).toEqual({
      status: 'idle',
    })
    expect(kit.gateway.payments()).toHaveLength(0)
  })

  it('waits while the browser is offline, before the host’s form is saved', async () => {
    const kit = await ready()
    kit.page.set({ online: false })
    let saved = false
    const save = (): void => {
      saved = true
    }
    expect(await kit.checkout.attempts.pay({ before: save })).toEqual({
      status: 'blocked',
      because: 'offline',
    })
    expect(saved).toBe(false)
  })

  it('leaves the state as it was when the host stops it or fails', async () => {
    const kit = await ready()
    kit.gateway.script.pay.push('lost')
    kit.gateway.script.orderPayment.push(asked('pending'))
    const failed = await pay(kit)
    expect(await kit.checkout.attempts.pay({ before: () => false })).toBe(failed)
    const broken = (): never => {
      throw new Error('no form')
    }
    await expect(kit.checkout.attempts.pay({ before: broken })).rejects.toThrow('no form')
    expect(kit.checkout.attempts.state.getState()).toBe(failed)
    expect(kit.gateway.payments()).toHaveLength(1)
  })
})
