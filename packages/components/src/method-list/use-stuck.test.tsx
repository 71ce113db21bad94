import { act, screen } from '@testing-library/react'
import { testRows } from '@tillkit/hooks/testing'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { click, showPicker } from '../testing/show-picker.tsx'

const down = testRows.map((row) => ({ ...row, isOnline: false }))
const blik = { paymentMethod: 'blik', paymentMethodCode: 'blik', description: 'BLIK' }

const note = (container: Element): HTMLElement | null => container.querySelector('[data-because=empty]')
const payButton = (container: Element): HTMLElement | null => container.querySelector('.till-pay')

describe('a list in which nothing can be paid with', () => {
  it('says so once, has no button that pays, and no row sends to another', async () => {
    const { container } = await showPicker({ rows: down })
    expect(note(container)?.textContent).toBe(`${en.empty}${en.tryAgain}`)
    const reasons = [...container.querySelectorAll('.till-note')].map(({ textContent }) => textContent)
    expect(new Set(reasons)).toEqual(new Set([en['reason.outage']]))
    expect(payButton(container)).toBeNull()
  })

  it('asks anew, and is a list to pay from when anything is back', async () => {
    const { container, gateway, clock } = await showPicker({ rows: down })
    gateway.rows = testRows
    await click(screen.getByRole('button', { name: en.tryAgain }))
    await act(() => clock.advance(0))
    expect(note(container)).toBeNull()
    expect(payButton(container)).not.toBeNull()
  })

  it('is judged by what this picker shows', async () => {
    const rows = [blik, { paymentMethod: 'card', paymentMethodCode: 'ecom3ds', isOnline: false }]
    const part = await showPicker({ rows, only: ['card'] })
    expect(note(part.container)).not.toBeNull()
    part.container.remove()
    const whole = await showPicker({ rows })
    expect(note(whole.container)).toBeNull()
  })

  it('says no more than its row where that comes back by itself', async () => {
    const { container } = await showPicker({ rows: [blik] }, ({ gateway }) => gateway.script.pay.push(500))
    await click(container.querySelector('input'))
    await click(payButton(container))
    expect(container.querySelector('[data-availability=coolingDown]')).not.toBeNull()
    expect(note(container)).toBeNull()
  })

  it('leaves a gateway that is away to the banner', async () => {
    const { container } = await showPicker({}, ({ gateway }) => gateway.script.pay.push(503))
    await click(container.querySelector("input[value='blik/blik']"))
    await click(payButton(container))
    expect(container.querySelector('.till-banner')).not.toBeNull()
    expect(note(container)).toBeNull()
  })
})
