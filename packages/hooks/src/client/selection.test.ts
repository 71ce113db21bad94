import { describe, expect, it } from 'vitest'
import { createCheckoutKit, type CheckoutKit } from '../../test/checkout-kit.ts'
import { createTestBrowser } from '../testing/test-tabs.ts'
import { testRows } from '../testing/test-gateway.ts'
import { findRescue, type Preselect } from './selection.ts'

async function shown(preselect: Preselect, rows = testRows): Promise<CheckoutKit> {
  const kit = createCheckoutKit({}, { preselect })
  kit.gateway.rows = rows
  await kit.mount()
  return kit
}

const chosen = (kit: CheckoutKit) => kit.checkout.selection.getState()

const without = (code: string) =>
  testRows.map((row) => (row.paymentMethodCode === code ? { ...row, isOnline: false } : row))

describe('what is chosen before the shopper chooses', () => {
  it('is nothing by default', async () => {
    expect(chosen(await shown('none'))).toEqual({})
  })

  it('is the first method that is one channel and works', async () => {
    expect(chosen(await shown('first-available'))).toEqual({ method: 'blik', channel: 'blik/blik' })
    expect(chosen(await shown('first-available', without('blik')))).toEqual({
      method: 'card',
      channel: 'card/ecom3ds',
    })
  })

  it('is only the open method where each has several channels', async () => {
    const banks = testRows.filter(({ paymentMethod }) => paymentMethod === 'pbl')
    expect(chosen(await shown('first-available', banks))).toEqual({ method: 'pbl' })
  })

  it('is nothing where nothing works', async () => {
    const dead = testRows.map((row) => ({ ...row, isOnline: false }))
    expect(chosen(await shown('first-available', dead))).toEqual({})
  })

  it('is the channel the shop names, while it can be used', async () => {
    expect(chosen(await shown('pbl/ipko'))).toEqual({ method: 'pbl', channel: 'pbl/ipko' })
    expect(chosen(await shown('pbl/ipko', without('ipko')))).toEqual({})
    expect(chosen(await shown('pbl/unheard-of'))).toEqual({})
  })

  it('is what was paid with last, in this browser', async () => {
    const browser = createTestBrowser()
    const first = createCheckoutKit({ tabs: browser.open() })
    await first.mount()
    first.checkout.choose('pbl/ipko')
    await first.checkout.attempts.pay()
    const next = createCheckoutKit(
      { tabs: browser.open() },
      { preselect: 'last-used', order: { id: 'B-2', amount: 100, currency: 'PLN' } },
    )
    await next.mount()
    expect(chosen(next)).toEqual({ method: 'pbl', channel: 'pbl/ipko' })
    expect(chosen(await shown('last-used'))).toEqual({})
  })

  it('is chosen once: never over what the shopper chose, nor again with the next list', async () => {
    const kit = createCheckoutKit({}, { preselect: 'first-available' })
    kit.gateway.rows = without('blik')
    await kit.mount()
    kit.checkout.choose('pbl/ipko')
    kit.gateway.rows = testRows
    await kit.clock.advance(60_000)
    expect(chosen(kit).channel).toBe('pbl/ipko')
  })
})

describe('the channel that is offered for one that went down', () => {
  const rescueOf = (kit: CheckoutKit) => findRescue(kit.checkout.view.getState(), chosen(kit))?.id

  it('is none while the chosen one works', async () => {
    const kit = await shown('none')
    expect(rescueOf(kit)).toBeUndefined()
    kit.checkout.choose('pbl/ipko')
    expect(rescueOf(kit)).toBeUndefined()
  })

  it('is its nearest working neighbour', async () => {
    const kit = await shown('pbl/mtransfer')
    const at = kit.clock.now()
    kit.checkout.report('pbl/mtransfer', '500', { sentAt: at, at })
    expect(chosen(kit).channel).toBe('pbl/mtransfer')
    expect(rescueOf(kit)).toBe('pbl/ipko')
    kit.checkout.report('pbl/ipko', '500', { sentAt: at, at })
    expect(rescueOf(kit)).toBe('ing/ing')
  })

  it('is the first working channel of another method where no neighbour works', async () => {
    const kit = await shown('blik/blik')
    const at = kit.clock.now()
    kit.checkout.report('blik/blik', '500', { sentAt: at, at })
    expect(rescueOf(kit)).toBe('pbl/mtransfer')
  })

  it('is none where nothing works', async () => {
    const kit = await shown('blik/blik')
    const at = kit.clock.now()
    kit.checkout.report('blik/blik', '503', { sentAt: at, at })
    expect(rescueOf(kit)).toBeUndefined()
  })
})

describe('what changed in a list', () => {
  it('is nothing where it has only grown old, or is confirmed', async () => {
    const kit = await shown('none')
    const changes = () => kit.events.filter(({ type }) => type === 'availability-changed')
    await kit.clock.advance(5 * 60_000)
    expect(kit.checkout.view.getState().channels.get('blik/blik')?.status).toBe('unconfirmed')
    kit.gateway.rows = without('mtransfer')
    await kit.checkout.refresh()
    expect(changes()).toMatchObject([{ channel: 'pbl/mtransfer', from: 'available', to: 'outage' }])
  })

  it('is told, channel by channel, also of those that left and those that came', async () => {
    const kit = await shown('none')
    kit.gateway.rows = [
      ...without('mtransfer').filter(({ paymentMethod }) => paymentMethod !== 'blik'),
      { paymentMethod: 'pbl', paymentMethodCode: 'alior', description: 'Alior' },
    ]
    await kit.checkout.refresh()
    expect(kit.events.filter(({ type }) => type === 'availability-changed')).toMatchObject([
      { channel: 'blik/blik', label: 'BLIK', from: 'available', to: 'hidden' },
      { channel: 'pbl/mtransfer', label: 'mBank', from: 'available', to: 'outage' },
      { channel: 'pbl/alior', label: 'Alior', from: 'hidden', to: 'available' },
    ])
  })
})
