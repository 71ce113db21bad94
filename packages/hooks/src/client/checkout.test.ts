import { describe, expect, it } from 'vitest'
import { createCheckoutKit, testOrder } from '../../test/checkout-kit.ts'
import { testRows } from '../testing/test-gateway.ts'
import { createCheckout } from './checkout.ts'

const MINUTE = 60_000
const lists = (kit: ReturnType<typeof createCheckoutKit>): number =>
  kit.gateway.requests.filter(({ kind }) => kind === 'list').length

describe('the list', () => {
  it('asks nothing before somebody listens', async () => {
    const kit = createCheckoutKit()
    await kit.clock.advance(MINUTE)
    expect(lists(kit)).toBe(0)
    expect(kit.checkout.view.getState().list).toBe('loading')
  })

  it('is asked for once, however many listen and however often they come and go', async () => {
    const kit = createCheckoutKit()
    const stop = kit.checkout.view.subscribe(() => undefined)
    stop()
    await Promise.all([kit.mount(), kit.mount(), kit.mount()])
    expect(lists(kit)).toBe(1)
    expect(kit.checkout.view.getState().list).toBe('ready')
  })

  it('is shared by two checkouts of one order', async () => {
    const kit = createCheckoutKit()
    const other = createCheckout(kit.client, { order: testOrder, locale: 'en' })
    other.view.subscribe(() => undefined)
    await kit.mount()
    expect(lists(kit)).toBe(1)
    expect(other.view.getState().methods).toHaveLength(4)
  })

  it('is asked for again twice with growing pauses after a 500, then says it failed', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(500, 500, 500)
    await kit.mount()
    expect([lists(kit), kit.checkout.view.getState().list]).toEqual([1, 'loading'])
    await kit.clock.advance(1_000)
    expect(lists(kit)).toBe(2)
    await kit.clock.advance(2_999)
    expect(lists(kit)).toBe(2)
    await kit.clock.advance(1)
    expect([lists(kit), kit.checkout.view.getState().list]).toEqual([3, 'failed'])
    await kit.checkout.refresh()
    expect(kit.checkout.view.getState().list).toBe('ready')
  })

  it('is not asked for again when imoje went away in the pause', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push('lost')
    await kit.mount()
    const at = kit.clock.now()
    kit.checkout.report('blik/blik', '503', { sentAt: at, at })
    await kit.clock.advance(4 * MINUTE)
    expect(lists(kit)).toBe(1)
    await kit.clock.advance(MINUTE)
    expect(lists(kit)).toBe(2)
  })

  it.each([400, 404, 422] as const)('says it failed after %d, without a second try', async (status) => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(status)
    await kit.mount()
    await kit.clock.advance(MINUTE)
    expect([lists(kit), kit.checkout.view.getState().list]).toEqual([1, 'failed'])
    expect(kit.events.some(({ type }) => type === 'integration-error')).toBe(status !== 422)
  })

  it.each([401, 403] as const)('leaves imoje misconfigured after %d until reset', async (status) => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(status)
    await kit.mount()
    expect(kit.checkout.view.getState()).toMatchObject({
      list: 'waiting',
      gateway: { status: 'misconfigured' },
    })
    await kit.checkout.refresh()
    await kit.clock.advance(60 * MINUTE)
    expect(lists(kit)).toBe(1)
    kit.client.reset()
    await kit.checkout.refresh()
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  })

  it('keeps the last good list on screen when a later read fails', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    kit.gateway.script.list.push(400)
    await kit.checkout.refresh()
    expect(kit.checkout.view.getState().list).toBe('ready')
  })

  it('is read again every minute while something shown is offline, and not otherwise', async () => {
    const kit = createCheckoutKit()
    kit.gateway.rows = testRows.map((row) =>
      row.paymentMethodCode === 'ipko' ? { ...row, isOnline: false } : row,
    )
    await kit.mount()
    await kit.clock.advance(3 * MINUTE)
    expect(lists(kit)).toBe(4)
    kit.gateway.rows = testRows
    await kit.clock.advance(MINUTE)
    expect(kit.checkout.view.getState().channels.get('pbl/ipko')?.status).toBe('available')
    await kit.clock.advance(10 * MINUTE)
    expect(lists(kit)).toBe(5)
  })

  it('is read again when the page is seen with a list older than a minute', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    kit.page.set({ visible: false })
    await kit.clock.advance(MINUTE + 1)
    expect(lists(kit)).toBe(1)
    kit.page.set({ visible: true })
    await kit.clock.advance(0)
    expect(lists(kit)).toBe(2)
  })

  it('is read again by whoever comes back to the order after a while', async () => {
    const kit = createCheckoutKit()
    const leave = await kit.mount()
    leave()
    await kit.clock.advance(MINUTE)
    const leaveAgain = await kit.mount()
    expect(lists(kit)).toBe(1)
    leaveAgain()
    await kit.clock.advance(1)
    kit.page.set({ visible: false })
    const leaveUnseen = await kit.mount()
    expect(lists(kit)).toBe(1)
    leaveUnseen()
    kit.page.set({ visible: true })
    createCheckout(kit.client, { order: testOrder, locale: 'en' }).view.subscribe(() => undefined)
    await kit.clock.advance(0)
    expect(lists(kit)).toBe(2)
  })

  it('reports rows that could not be used and shows the rest', async () => {
    const kit = createCheckoutKit()
    kit.gateway.rows = [...testRows, { paymentMethod: 'pbl', paymentMethodCode: 7 as unknown as string }]
    await kit.mount()
    expect(kit.events).toContainEqual(
      expect.objectContaining({ type: 'rows-discarded', rows: [expect.objectContaining({ at: '6' })] }),
    )
    expect(kit.checkout.view.getState().methods).toHaveLength(4)
  })
})

describe('another language', () => {
  it('keeps the choice and the list at hand until its own list has come', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    kit.checkout.choose('pbl/ipko')
    kit.checkout.setOrder(testOrder, 'pl')
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', locale: 'pl' })
    expect(kit.checkout.selection.getState().channel).toBe('pbl/ipko')
    await kit.clock.advance(0)
    expect(kit.gateway.requests.map(({ detail }) => detail)).toMatchObject([
      { locale: 'en' },
      { locale: 'pl' },
    ])
    expect(kit.checkout.view.getState().channels.get('pbl/ipko')?.status).toBe('available')
  })
})

it('a page that was opened offline reads its list as soon as it is online', async () => {
  const kit = createCheckoutKit()
  kit.gateway.script.list.push('offline')
  kit.page.set({ online: false })
  await kit.mount()
  expect(kit.checkout.view.getState().list).toBe('failed')
  kit.page.set({ online: true })
  await kit.clock.advance(0)
  expect(kit.checkout.view.getState().list).toBe('ready')
})

describe('while imoje is away', () => {
  it('asks nothing for five minutes, then exactly once, and all is back', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    expect(kit.checkout.view.getState()).toMatchObject({
      list: 'waiting',
      gateway: { status: 'down', check: { at: kit.clock.now() + 5 * MINUTE } },
    })
    await kit.checkout.refresh()
    kit.page.set({ visible: true })
    await kit.clock.advance(5 * MINUTE - 1)
    expect(lists(kit)).toBe(1)
    await kit.clock.advance(1)
    expect(lists(kit)).toBe(2)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
    await kit.clock.advance(60 * MINUTE)
    expect(lists(kit)).toBe(2)
  })

  it.each([
    ['504 again', 504],
    ['a problem of the shop', 'rate-limited'],
    ['no answer', 'timeout'],
    ['an unreadable answer', 'unreadable'],
  ] as const)('starts the hold again when the probe meets %s', async (_what, answer) => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503, answer)
    await kit.mount()
    await kit.clock.advance(10 * MINUTE - 1)
    expect(lists(kit)).toBe(2)
    await kit.clock.advance(1)
    expect(lists(kit)).toBe(3)
    expect(kit.checkout.view.getState().gateway.status).toBe('up')
  })

  it('is ended by any other answer of imoje, though there is no list yet', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503, 422)
    await kit.mount()
    await kit.clock.advance(5 * MINUTE)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'failed', gateway: { status: 'up' } })
  })

  it('is not ended by a list from before the outage', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    kit.gateway.ageMs = 6 * MINUTE
    await kit.clock.advance(5 * MINUTE)
    expect(kit.checkout.view.getState().gateway.status).toBe('down')
    kit.gateway.ageMs = 0
    await kit.clock.advance(5 * MINUTE)
    expect([lists(kit), kit.checkout.view.getState().gateway.status]).toEqual([3, 'up'])
  })

  it('is ended by a payment that got through, and the list is read', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    const at = kit.clock.now() + 1
    await kit.clock.advance(1)
    kit.checkout.report('blik/blik', 'accepted', { status: 201, sentAt: at, at })
    await kit.clock.advance(0)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  })

  it('honours Retry-After', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push({ name: '503', status: 503, retryAfterMs: 45_000 })
    await kit.mount()
    await kit.clock.advance(44_999)
    expect(lists(kit)).toBe(1)
    await kit.clock.advance(1)
    expect(lists(kit)).toBe(2)
  })

  it('waits to probe until the page is seen', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    kit.page.set({ visible: false })
    await kit.clock.advance(20 * MINUTE)
    expect(lists(kit)).toBe(1)
    kit.page.set({ visible: true })
    await kit.clock.advance(0)
    expect(lists(kit)).toBe(2)
  })

  it('sends one probe for all checkouts of a client', async () => {
    const kit = createCheckoutKit()
    const others = ['B-1', 'B-2', 'B-3'].map((id) =>
      createCheckout(kit.client, { order: { ...testOrder, id }, locale: 'en' }),
    )
    kit.gateway.script.list.push(503)
    await kit.mount()
    for (const other of others) other.view.subscribe(() => undefined)
    await kit.clock.advance(5 * MINUTE - 1)
    expect(lists(kit)).toBe(1)
    kit.gateway.script.list.push(503)
    await kit.clock.advance(1)
    expect(lists(kit)).toBe(2)
  })

  it('lets the shopper check now, once in half a minute', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503, 503)
    await kit.mount()
    expect(kit.checkout.checkNow()).toBe(false)
    await kit.clock.advance(30_000)
    expect([kit.checkout.checkNow(), kit.checkout.checkNow()]).toEqual([true, false])
    await kit.clock.advance(0)
    expect(lists(kit)).toBe(2)
  })

  it('lets the shopper check now where the clock jumped back since', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    kit.clock.jump(-40 * MINUTE)
    expect(kit.checkout.checkNow()).toBe(true)
  })

  it('tells that it went and that it came back, once each', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    kit.gateway.script.list.push(503)
    await kit.checkout.refresh()
    await kit.clock.advance(5 * MINUTE)
    const changes = kit.events.flatMap((event) => (event.type === 'gateway-changed' ? [event.to] : []))
    expect(changes).toEqual(['down', 'up'])
  })
})

describe('the choice', () => {
  it('is nothing at first', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    expect(kit.checkout.selection.getState()).toEqual({})
  })

  it('of a method with one channel is that channel; of one with several opens it', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    expect(kit.checkout.open('blik')).toBe(true)
    expect(kit.checkout.selection.getState()).toEqual({ method: 'blik', channel: 'blik/blik' })
    expect(kit.checkout.open('pbl')).toBe(true)
    expect(kit.checkout.selection.getState()).toEqual({ method: 'pbl' })
    expect(kit.checkout.choose('ing/ing')).toBe(true)
    expect(kit.checkout.open('pbl')).toBe(true)
    expect(kit.checkout.selection.getState()).toEqual({ method: 'pbl', channel: 'ing/ing' })
  })

  it('is refused for a channel that can not be used, and for one that is not listed', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    expect(kit.checkout.choose('imoje_paylater/paypo')).toBe(false)
    expect(kit.checkout.open('imoje_paylater')).toBe(false)
    expect(kit.checkout.choose('pbl/nobody')).toBe(false)
    expect(kit.checkout.open('nobody')).toBe(false)
    expect(kit.checkout.selection.getState()).toEqual({})
  })
})

it('resolves limits again when the amount changes, without a second request', async () => {
  const kit = createCheckoutKit()
  await kit.mount()
  const paypo = () => kit.checkout.view.getState().channels.get('imoje_paylater/paypo')
  expect(paypo()).toMatchObject({ status: 'ineligible', shortBy: 17_001 })
  kit.checkout.setOrder({ ...testOrder, amount: 30_000 })
  expect(paypo()?.status).toBe('available')
  expect(lists(kit)).toBe(1)
})

it('keeps every reference while the answer is the same', async () => {
  const kit = createCheckoutKit()
  await kit.mount()
  const before = kit.checkout.view.getState()
  await kit.clock.advance(4 * MINUTE)
  await kit.checkout.refresh()
  const after = kit.checkout.view.getState()
  expect(after.methods).toBe(before.methods)
  expect(after.gateway).toBe(before.gateway)
  for (const [id, availability] of before.channels) expect(after.channels.get(id)).toBe(availability)
})

it('arms at most one timer, and none after the last listener left', async () => {
  const kit = createCheckoutKit()
  const stops = [await kit.mount(), await kit.mount()]
  expect(kit.clock.timers()).toBe(1)
  for (const stop of stops) stop()
  expect(kit.clock.timers()).toBe(0)
})

describe('a clock that jumped back', () => {
  it('starts a pause anew, so that it never exceeds the cap', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    kit.gateway.script.pay.push(500)
    kit.checkout.choose('pbl/mtransfer')
    const paying = kit.checkout.attempts.pay()
    await kit.clock.advance(0)
    await paying
    kit.clock.jump(-60 * MINUTE)
    kit.page.set({ visible: true })
    expect(kit.checkout.view.getState().channels.get('pbl/mtransfer')).toMatchObject({
      status: 'coolingDown',
      until: kit.clock.now() + 5 * MINUTE,
    })
  })

  it('believes what is reported after it', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    const report = (name: 'accepted' | '500'): void => {
      const at = kit.clock.now()
      kit.checkout.report('pbl/mtransfer', name, { sentAt: at, at })
    }
    report('500')
    kit.clock.jump(-4 * MINUTE)
    kit.page.set({ visible: true })
    await kit.clock.advance(1)
    report('accepted')
    expect(kit.checkout.view.getState().channels.get('pbl/mtransfer')?.status).toBe('available')
  })

  it('asks whether imoje is back after a whole hold, no later', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    kit.clock.jump(-60 * MINUTE)
    kit.page.set({ visible: true })
    expect(kit.checkout.view.getState().gateway).toEqual({
      status: 'down',
      check: { at: kit.clock.now() + 5 * MINUTE },
    })
    await kit.clock.advance(5 * MINUTE)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  })

  it('takes a list from the future for an old one, and its rests for as long as they were', async () => {
    const kit = createCheckoutKit()
    kit.gateway.rows = [{ ...testRows[0]!, restsForMs: 4 * MINUTE }]
    await kit.mount()
    kit.clock.jump(-60 * MINUTE)
    kit.page.set({ visible: false })
    expect(kit.checkout.view.getState().channels.get('blik/blik')).toMatchObject({
      status: 'coolingDown',
      until: kit.clock.now() + 4 * MINUTE,
      source: 'shop',
    })
  })

  it('lets no channel rest for longer than the cap on a page on which nothing happens', async () => {
    const kit = createCheckoutKit()
    await kit.mount()
    const at = kit.clock.now()
    kit.checkout.report('pbl/mtransfer', '500', { status: 500, sentAt: at, at })
    kit.clock.jump(-5 * 60 * MINUTE)
    const status = () => kit.checkout.view.getState().channels.get('pbl/mtransfer')?.status
    await kit.clock.advance(10 * MINUTE - 1)
    expect(status()).toBe('coolingDown')
    await kit.clock.advance(1)
    expect(status()).toBe('trial')
  })

  it('asks whether imoje is back within a hold, though nothing happens on the page', async () => {
    const kit = createCheckoutKit()
    kit.gateway.script.list.push(503)
    await kit.mount()
    kit.clock.jump(-5 * 60 * MINUTE)
    await kit.clock.advance(10 * MINUTE)
    expect(kit.checkout.view.getState()).toMatchObject({ list: 'ready', gateway: { status: 'up' } })
  })
})
