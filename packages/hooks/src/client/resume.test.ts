import type { OrderPayment } from '@tillkit/core'
import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder, type CheckoutKit } from '../../test/checkout-kit.ts'
import { createTestBrowser, type TestBrowser, type TestTab } from '../testing/test-tabs.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

interface Shopper {
  readonly browser: TestBrowser
  readonly tab: TestTab
  readonly kit: CheckoutKit
  /** Another tab of the same browser, or the same page again after a reload. */
  open(): Promise<CheckoutKit>
  reload(): Promise<CheckoutKit>
}

async function shop(): Promise<Shopper> {
  const browser = createTestBrowser()
  const tab = browser.open()
  const kit = createCheckoutKit({ tabs: tab })
  const leave = await kit.mount()
  const open = async (): Promise<CheckoutKit> => {
    const { clock, gateway } = kit
    const next = createCheckoutKit({ clock, gateway, tabs: browser.open() })
    await next.mount()
    return next
  }
  return {
    browser,
    tab,
    kit,
    open,
    reload: () => {
      leave()
      tab.close()
      return open()
    },
  }
}

const state = (kit: CheckoutKit) => kit.checkout.attempts.state.getState()

async function pay(kit: CheckoutKit, channel: `${string}/${string}`, blikCode?: string): Promise<void> {
  kit.checkout.choose(channel)
  void kit.checkout.attempts.pay({ blikCode })
  await kit.clock.advance(0)
}

const record = (status: OrderPayment['status']): OrderPayment => ({ status })

describe('a reload while the bank’s page is open', () => {
  it.each([
    ['paid', { status: 'paid' }],
    ['pending', { status: 'open', channel: { id: 'pbl/mtransfer', label: 'mBank' } }],
    ['failed', { status: 'idle' }],
  ] as const)('asks for the payment first: %s', async (status, expected) => {
    const { kit, reload } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record(status))
    const again = await reload()
    expect(state(again)).toMatchObject(expected)
    expect(again.gateway.requests.at(-1)).toMatchObject({
      kind: 'orderPayment',
      detail: { orderId: testOrder.id, idempotencyKey: kit.gateway.payments()[0]?.idempotencyKey },
    })
  })

  it('opens the same page again for the same bank, and another attempt for another', async () => {
    const { kit, reload } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('pending'))
    const again = await reload()
    await pay(again, 'pbl/mtransfer')
    const [first, second] = kit.gateway.payments()
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)

    kit.gateway.script.orderPayment.push(record('pending'))
    again.page.restore()
    await again.clock.advance(0)
    expect(state(again).status).toBe('open')
    await pay(again, 'pbl/ipko')
    expect(kit.gateway.payments()[2]?.idempotencyKey).not.toBe(first?.idempotencyKey)
  })

  it('is forgotten after a day', async () => {
    const { kit, reload } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.clock.jump(24 * 60 * MINUTE + 1)
    const asked = kit.gateway.requests.filter(({ kind }) => kind === 'orderPayment').length
    expect(state(await reload()).status).toBe('idle')
    expect(kit.gateway.requests.filter(({ kind }) => kind === 'orderPayment')).toHaveLength(asked)
  })

  it('of another order is no concern of this one', async () => {
    const { browser, kit } = await shop()
    await pay(kit, 'pbl/mtransfer')
    const { clock, gateway } = kit
    const other = createCheckoutKit(
      { clock, gateway, tabs: browser.open() },
      { order: { ...testOrder, id: 'B-2' } },
    )
    await other.mount()
    expect(state(other).status).toBe('idle')
  })

  it('keeps neither an address nor a BLIK code', async () => {
    const { browser, kit } = await shop()
    await pay(kit, 'pbl/mtransfer')
    expect([...browser.kept.values()].join()).not.toMatch(/http|paywall/)
    const blik = await shop()
    await pay(blik.kit, 'blik/blik', '987654')
    expect([...blik.browser.kept.entries()].join()).not.toContain('987654')
  })
})

describe('a reload while a payment is on its way', () => {
  it('lets the shopper pay again when the shop knows of no attempt', async () => {
    const { kit, reload } = await shop()
    kit.gateway.startPayment = () => new Promise(() => undefined)
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('none'))
    const again = await reload()
    expect(state(again).status).toBe('idle')
  })

  it('goes on with the key of a bank payment whose outcome nobody knows', async () => {
    const { kit, reload } = await shop()
    kit.gateway.script.pay.push('lost')
    kit.gateway.script.orderPayment.push('lost', 'lost')
    await pay(kit, 'pbl/mtransfer')
    const again = await reload()
    expect(state(again).status).toBe('idle')
    await pay(again, 'pbl/mtransfer')
    const [first, second] = kit.gateway.payments()
    expect(second?.idempotencyKey).toBe(first?.idempotencyKey)
  })

  it('with a BLIK code goes on asking, and ends on paid', async () => {
    const { kit, reload } = await shop()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(record('pending'), record('pending'), record('paid'))
    await pay(kit, 'blik/blik', '123456')
    const again = await reload()
    expect(state(again)).toMatchObject({ status: 'checking' })
    await pay(again, 'blik/blik', '123456')
    await kit.clock.advance(2 * SECOND)
    expect(state(again).status).toBe('paid')
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('with a BLIK code waits for the confirmation that was under way', async () => {
    const { kit, reload } = await shop()
    await pay(kit, 'blik/blik', '123456')
    const until = kit.clock.now() + 120 * SECOND
    await kit.clock.advance(10 * SECOND)
    const again = await reload()
    expect(state(again)).toMatchObject({ status: 'confirming', until })
    kit.gateway.script.transaction.push({ status: 'settled' })
    await kit.clock.advance(2 * SECOND)
    expect(state(again).status).toBe('paid')
  })
})

describe('a second tab', () => {
  it('waits until the first one’s payment has been answered before it asks', async () => {
    const { kit, open } = await shop()
    const start = kit.gateway.startPayment
    let send: (() => void) | undefined
    kit.gateway.startPayment = async (request) => {
      await new Promise<void>((resolve) => {
        send = resolve
      })
      return start(request)
    }
    await pay(kit, 'pbl/mtransfer')
    const second = await open()
    expect(state(second).status).toBe('checking')
    expect(kit.gateway.requests.some(({ kind }) => kind === 'orderPayment')).toBe(false)
    kit.gateway.script.orderPayment.push(record('pending'))
    send?.()
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('redirecting')
    expect(state(second).status).toBe('open')
  })

  it('asks nothing when its picker has gone by the time its turn comes', async () => {
    const { kit, browser } = await shop()
    const start = kit.gateway.startPayment
    let send: (() => void) | undefined
    kit.gateway.startPayment = async (request) => {
      await new Promise<void>((resolve) => {
        send = resolve
      })
      return start(request)
    }
    await pay(kit, 'pbl/mtransfer')
    const second = createCheckoutKit({ clock: kit.clock, gateway: kit.gateway, tabs: browser.open() })
    const leave = await second.mount()
    expect(state(second).status).toBe('checking')
    leave()
    send?.()
    await kit.clock.advance(0)
    expect(kit.gateway.requests.some(({ kind }) => kind === 'orderPayment')).toBe(false)
    kit.gateway.script.orderPayment.push(record('pending'))
    await second.mount()
    expect(state(second).status).toBe('open')
  })

  it('pays nothing else while a BLIK code of the first may still charge', async () => {
    const { kit, open } = await shop()
    const second = await open()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(...Array.from({ length: 9 }, () => record('pending')))
    await pay(kit, 'blik/blik', '123456')
    await pay(second, 'pbl/mtransfer')
    expect(state(second)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('pays nothing else beside such a code where no lock holds it off while it reads the list', async () => {
    const { kit, browser, open } = await shop()
    browser.set({ locks: false })
    await kit.clock.advance(2 * MINUTE)
    const second = await open()
    const list = kit.gateway.listPaymentMethods
    let land: (() => void) | undefined
    kit.gateway.listPaymentMethods = async (request) => {
      await new Promise<void>((resolve) => {
        land = resolve
      })
      return list(request)
    }
    await pay(kit, 'blik/blik')
    kit.gateway.script.orderPayment.push(record('pending'))
    await pay(second, 'blik/blik', '123456')
    expect(state(second).status).toBe('confirming')
    land?.()
    await kit.clock.advance(0)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('pays nothing else beside a code that the other has begun while it asked about the one before', async () => {
    const { kit, browser, open } = await shop()
    browser.set({ locks: false })
    const second = await open()
    kit.gateway.script.pay.push('timeout')
    kit.gateway.script.orderPayment.push(...Array.from({ length: 60 }, () => record('pending')))
    await pay(kit, 'blik/blik', '123456')
    await kit.clock.advance(3 * MINUTE)
    expect(state(kit)).toMatchObject({ status: 'failed', end: 'unknown' })
    const ask = kit.gateway.getOrderPayment
    let answer: (() => void) | undefined
    kit.gateway.getOrderPayment = async (request) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return ask(request)
    }
    kit.gateway.script.orderPayment = [record('failed'), record('failed'), record('pending')]
    await pay(kit, 'blik/blik')
    kit.gateway.getOrderPayment = ask
    await pay(second, 'blik/blik', '654321')
    expect(state(second).status).toBe('confirming')
    answer?.()
    await kit.clock.advance(0)
    expect(state(kit)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
    expect(kit.gateway.payments()).toHaveLength(2)
  })

  it('asks about that code only once the first has its answer, so that it isn’t called off', async () => {
    const { kit, open } = await shop()
    const second = await open()
    const start = kit.gateway.startPayment
    let send: (() => void) | undefined
    kit.gateway.startPayment = async (request) => {
      await new Promise<void>((resolve) => {
        send = resolve
      })
      return start(request)
    }
    await pay(kit, 'blik/blik', '123456')
    await pay(second, 'pbl/mtransfer')
    expect(kit.gateway.requests.filter(({ kind }) => kind === 'orderPayment')).toHaveLength(0)
    send?.()
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('confirming')
    expect(state(second)).toMatchObject({ status: 'failed', message: 'unknown', end: 'unknown' })
  })

  it('knows that what it began has ended in the other, and goes on with a new key', async () => {
    const { kit, open } = await shop()
    kit.gateway.script.pay.push({ name: '503', status: 503, readable: false }, 500)
    kit.gateway.script.orderPayment.push('lost', 'lost')
    await pay(kit, 'pbl/mtransfer')
    await kit.clock.advance(5 * MINUTE)
    const second = await open()
    await pay(second, 'pbl/mtransfer')
    await kit.clock.advance(60 * MINUTE)
    await pay(kit, 'pbl/mtransfer')
    const [first, again, later] = kit.gateway.payments().map(({ idempotencyKey }) => idempotencyKey)
    expect(again).toBe(first)
    expect(later).not.toBe(first)
    expect(state(kit).status).toBe('redirecting')
  })

  it('forgets its own when that has ended, and not what the other has begun meanwhile', async () => {
    const { kit, open } = await shop()
    const second = await open()
    const ask = kit.gateway.getOrderPayment
    let answer: (() => void) | undefined
    kit.gateway.getOrderPayment = async (request) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return ask(request)
    }
    kit.gateway.script.pay.push('lost')
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.getOrderPayment = ask
    await pay(second, 'pbl/ipko')
    answer?.()
    await kit.clock.advance(0)
    expect(state(kit)).toMatchObject({ status: 'failed', end: 'notCharged' })
    kit.gateway.script.orderPayment.push(record('pending'))
    expect(state(await open())).toMatchObject({ status: 'open', channel: { id: 'pbl/ipko' } })
  })

  it('keeps what it has begun itself when the one before has ended, also where nothing can be kept', async () => {
    const { kit, browser } = await shop()
    browser.set({ storage: 'blocked' })
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('pending'))
    await kit.clock.advance(20 * SECOND)
    expect(state(kit).status).toBe('open')
    const ask = kit.gateway.getOrderPayment
    let answer: (() => void) | undefined
    kit.gateway.getOrderPayment = async (request) => {
      await new Promise<void>((resolve) => {
        answer = resolve
      })
      return ask(request)
    }
    kit.page.set({ visible: true })
    kit.gateway.getOrderPayment = ask
    await pay(kit, 'pbl/ipko')
    kit.gateway.script.orderPayment.push(record('failed'), record('pending'))
    answer?.()
    await kit.clock.advance(0)
    kit.page.restore()
    await kit.clock.advance(0)
    expect(state(kit)).toMatchObject({ status: 'open', channel: { id: 'pbl/ipko' } })
  })

  it('never goes on with the key of an attempt that ended while nothing could be kept', async () => {
    const { kit, browser } = await shop()
    const start = kit.gateway.startPayment
    kit.gateway.startPayment = (request) => {
      browser.set({ storage: 'blocked' })
      return start(request)
    }
    kit.gateway.script.pay.push(500)
    await pay(kit, 'pbl/mtransfer')
    browser.set({ storage: 'works' })
    kit.gateway.startPayment = start
    await kit.clock.advance(60 * MINUTE)
    await pay(kit, 'pbl/mtransfer')
    const [first, second] = kit.gateway.payments()
    expect(second?.idempotencyKey).not.toBe(first?.idempotencyKey)
  })

  it('greys out the bank that failed in the first', async () => {
    const { kit, open } = await shop()
    const second = await open()
    kit.gateway.script.pay.push(500)
    await pay(kit, 'pbl/mtransfer')
    expect(second.checkout.view.getState().channels.get('pbl/mtransfer')?.status).toBe('coolingDown')
    expect((await open()).checkout.view.getState().channels.get('pbl/mtransfer')?.status).toBe('coolingDown')
  })
})

describe('a payment that waits in line for another tab’s', () => {
  interface Line {
    readonly kit: CheckoutKit
    readonly second: CheckoutKit
    readonly leave: () => void
    next(): Promise<void>
  }

  async function inLine(): Promise<Line> {
    const { kit, browser } = await shop()
    const { clock, gateway } = kit
    const second = createCheckoutKit({ clock, gateway, tabs: browser.open() })
    const leave = await second.mount()
    const start = gateway.startPayment
    let send: (() => void) | undefined
    gateway.startPayment = async (request) => {
      gateway.startPayment = start
      await new Promise<void>((resolve) => {
        send = resolve
      })
      return start(request)
    }
    await pay(kit, 'pbl/mtransfer')
    await pay(second, 'pbl/ipko')
    expect(state(second).status).toBe('starting')
    return {
      kit,
      second,
      leave,
      next: async () => {
        send?.()
        await clock.advance(0)
      },
    }
  }

  it('is not sent for a total that has changed meanwhile', async () => {
    const { kit, second, next } = await inLine()
    second.checkout.setOrder({ ...testOrder, amount: 15_000 })
    await next()
    expect(state(second)).toEqual({ status: 'blocked', because: 'order-changed' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('is no probe when imoje has gone meanwhile', async () => {
    const { kit, second, next } = await inLine()
    kit.gateway.script.pay.push(503)
    await next()
    expect(state(second)).toEqual({ status: 'blocked', because: 'gateway' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('is not sent with a channel that has failed meanwhile', async () => {
    const { kit, second, next } = await inLine()
    const at = kit.clock.now()
    second.checkout.report('pbl/ipko', '500', { sentAt: at, at })
    await next()
    expect(state(second)).toEqual({ status: 'blocked', because: 'unavailable' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('is not sent for a picker that has gone meanwhile', async () => {
    const { kit, second, leave, next } = await inLine()
    leave()
    await next()
    expect(state(second)).toEqual({ status: 'idle' })
    expect(kit.gateway.payments()).toHaveLength(1)
  })

  it('is sent when its turn comes', async () => {
    const { kit, second, next } = await inLine()
    await next()
    expect(state(second).status).toBe('redirecting')
    expect(kit.gateway.payments()).toHaveLength(2)
  })
})

describe('a bank’s page that is opened again', () => {
  it.each(['unauthenticated', 'rate-limited', 'store-unavailable', 'invalid-request'] as const)(
    'is never said not to have charged because the second request was refused (%s)',
    async (name) => {
      const { kit } = await shop()
      await pay(kit, 'pbl/mtransfer')
      kit.gateway.script.orderPayment.push(record('pending'), record('pending'))
      kit.page.restore()
      await kit.clock.advance(0)
      kit.gateway.script.pay.push({ name, status: 401, readable: true })
      await pay(kit, 'pbl/mtransfer')
      expect(state(kit)).toMatchObject({ status: 'failed', answer: name, end: 'unknown' })
      await kit.clock.advance(MINUTE)
      await pay(kit, 'pbl/mtransfer')
      const keys = kit.gateway.payments().map(({ idempotencyKey }) => idempotencyKey)
      expect(new Set(keys).size).toBe(1)
    },
  )

  it('is found paid though the shopper dismissed something while it was asked', async () => {
    const { kit } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('paid'))
    kit.page.restore()
    kit.checkout.attempts.dismiss()
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('paid')
  })

  it('is no dead end when another tab has learnt its end', async () => {
    const { kit, open } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('failed'))
    await open()
    kit.gateway.script.orderPayment.push(record('failed'))
    kit.page.restore()
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('idle')

    const paid = await shop()
    await pay(paid.kit, 'pbl/mtransfer')
    paid.kit.gateway.script.orderPayment.push(record('paid'), record('paid'))
    await paid.open()
    paid.kit.page.restore()
    await paid.kit.clock.advance(0)
    expect(state(paid.kit).status).toBe('paid')
  })

  it('goes on with the key of what could not be kept, though an older attempt was', async () => {
    const { kit, browser } = await shop()
    await pay(kit, 'pbl/ipko')
    kit.gateway.script.orderPayment.push(record('pending'))
    kit.page.restore()
    await kit.clock.advance(1)
    browser.set({ storage: 'full' })
    kit.gateway.script.pay.push('lost')
    kit.gateway.script.orderPayment.push(record('pending'))
    await pay(kit, 'pbl/mtransfer')
    await pay(kit, 'pbl/mtransfer')
    const [, second, third] = kit.gateway.payments()
    expect(third?.idempotencyKey).toBe(second?.idempotencyKey)
  })
})

describe('a bank’s page that is left open', () => {
  it('is asked about again whenever the shopper looks at the shop', async () => {
    const { kit } = await shop()
    await pay(kit, 'pbl/mtransfer')
    kit.gateway.script.orderPayment.push(record('pending'), record('pending'), record('paid'), record('paid'))
    kit.page.restore()
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('open')
    kit.page.set({ visible: true })
    await kit.clock.advance(0)
    expect(state(kit).status).toBe('open')
    // Browsers tell that the page is seen, and that it has the focus.
    kit.page.set({ visible: true })
    kit.page.set({ visible: true })
    await kit.clock.advance(0)
    const told = kit.events.filter((event) => event.type === 'attempt' && event.attempt.status === 'paid')
    expect(told).toHaveLength(1)
  })
})
