import type { AttemptState, Changes } from '@tillkit/hooks'
import { testRows } from '@tillkit/hooks/testing'
import { act, render, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { buildWords } from '../messages/format.ts'
import { createTestPicker } from '../testing/create-test-picker.tsx'
import { showPicker } from '../testing/show-picker.tsx'
import { announce } from './live-region.tsx'

const words = buildWords(en, 'en-GB')
const idle: AttemptState = { status: 'idle' }
type Change = Changes['channels'][number]
const change = (channel: `${string}/${string}`, from: Change['from'], to: Change['to']): Change => ({
  type: 'availability-changed',
  orderId: 'A-1',
  channel,
  label: channel.slice(channel.indexOf('/') + 1),
  from,
  to,
})

describe('announce', () => {
  it('names channels that went down and that came back, in one message', () => {
    const channels = [
      change('pbl/a', 'available', 'outage'),
      change('pbl/b', 'available', 'coolingDown'),
      change('pbl/c', 'coolingDown', 'trial'),
    ]
    expect(announce({ channels }, idle, words)).toBe('c: available again. a and b: not available right now.')
  })

  it('tells a channel that left the list like one that went down, and one that came like one that is back', () => {
    const channels = [
      change('blik/blik', 'available', 'hidden'),
      change('pbl/a', 'hidden', 'available'),
      change('pbl/b', 'hidden', 'trial'),
    ]
    expect(announce({ channels }, idle, words)).toBe(
      'a and b: available again. blik: not available right now.',
    )
  })

  it('names nobody when there are many', () => {
    const channels = ['pbl/a', 'pbl/b', 'pbl/c', 'pbl/d'].map((id) =>
      change(id as `${string}/${string}`, 'available', 'outage'),
    )
    expect(announce({ channels }, idle, words)).toBe(en['live.many'])
  })

  it.each([
    ['trial', 'available'],
    ['available', 'unconfirmed'],
    ['hidden', 'outage'],
    ['outage', 'ineligible'],
    ['outage', 'hidden'],
  ] as const)('is silent from %s to %s', (from, to) => {
    expect(announce({ channels: [change('pbl/a', from, to)] }, idle, words)).toBe('')
  })

  it('tells the whole of imoje instead of its channels', () => {
    const channels = [change('pbl/a', 'available', 'outage')]
    expect(announce({ gateway: 'down', channels }, idle, words)).toBe(en['gateway.down'])
    expect(announce({ gateway: 'up', channels }, idle, words)).toBe(en['live.gatewayUp'])
  })
})

describe('LiveRegion', () => {
  it("stays silent for the shopper's own failed attempt and tells the return once", async () => {
    const { ui, clock, gateway } = createTestPicker()
    gateway.script.pay.push(500)
    const { container } = render(ui)
    const region = container.querySelector('[role=status]')
    await act(() => clock.advance(0))
    await act(async () => screen.getByRole('radio', { name: 'Card' }).click())
    await act(async () => screen.getByRole('button', { name: /^Pay .*\d/ }).click())
    await act(() => clock.advance(2_000))
    expect(screen.getByRole('group', { name: /isn't answering/ })).toBeTruthy()
    expect(region?.textContent).toBe('')
    await act(() => clock.advance(5 * 60_000))
    expect(region?.textContent).toBe('Visa / Mastercard: available again.')
  })

  it('names what the list does not hold any more', async () => {
    const { clock, container, gateway, page } = await showPicker()
    gateway.rows = testRows.filter(({ paymentMethod }) => paymentMethod !== 'blik')
    await act(() => clock.advance(61_000))
    await act(async () => page.set({ visible: true }))
    await act(() => clock.advance(2_000))
    expect(container.querySelector('[role=status]')?.textContent).toBe('BLIK: not available right now.')
  })

  it('tells the second return too, though its sentence is the same', async () => {
    const { ui, clock, gateway } = createTestPicker()
    gateway.script.pay.push(500, 500)
    const { container } = render(ui)
    const region = container.querySelector('[role=status]')
    await act(() => clock.advance(0))
    await act(async () => screen.getByRole('radio', { name: 'Card' }).click())
    const said: (string | undefined)[] = []
    for (const minutes of [5, 10]) {
      await act(async () => screen.getByRole('button', { name: /^Pay .*\d/ }).click())
      await act(() => clock.advance(2_000))
      said.push(region?.textContent)
      await act(() => clock.advance(minutes * 60_000))
      said.push(region?.textContent)
    }
    const back = 'Visa / Mastercard: available again.'
    expect(said).toEqual(['', back, '', back])
  })
})
