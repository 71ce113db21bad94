import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { showPicker } from '../testing/show-picker.tsx'

const inEuro = { paymentMethod: 'blik', paymentMethodCode: 'blik', currency: 'EUR' }
const off = { paymentMethod: 'card', paymentMethodCode: 'card', isActive: false }

const tryAgain = (): HTMLElement | null => screen.queryByRole('button', { name: en.tryAgain })
const because = (container: HTMLElement): string | null | undefined =>
  container.querySelector('.till-list-error')?.getAttribute('data-because')

describe('an empty list', () => {
  it('says that nothing is active in the shop, and to ask there', async () => {
    const { container } = await showPicker({ rows: [off] })
    expect(because(container)).toBe('empty.none')
    screen.getByText(en['empty.none'])
    expect(tryAgain()).toBeNull()
  })

  it("says that nothing takes the order's currency, which no second look would change", async () => {
    const { container } = await showPicker({ rows: [off, inEuro] })
    expect(because(container)).toBe('empty.currency')
    screen.getByText(en['empty.currency'].replace('{currency}', 'PLN'))
    expect(tryAgain()).toBeNull()
  })

  it('says no more than that nothing fits where this picker shows only a part of the list', async () => {
    const { container } = await showPicker({ only: ['lease'] })
    expect(because(container)).toBe('empty')
    screen.getByText(en.empty)
    expect(tryAgain()).not.toBeNull()
  })

  it('shows no button that pays', async () => {
    const { container } = await showPicker({ rows: [inEuro] })
    expect(container.querySelector('.till-pay')).toBeNull()
  })
})

it('is not what a list that failed is told as', async () => {
  const { container } = await showPicker({}, ({ gateway }) => gateway.script.list.push(400))
  expect(because(container)).toBe('listFailed')
})
