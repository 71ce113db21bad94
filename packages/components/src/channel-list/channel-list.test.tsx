import { fireEvent, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { en } from '../messages/en.ts'
import { rowsWithManyBanks, type TestPickerOptions } from '../testing/create-test-picker.tsx'
import { click, radio, showPicker, values } from '../testing/show-picker.tsx'

/** The banks, opened. */
async function showBanks(options: TestPickerOptions = {}) {
  const shown = await showPicker({ rows: rowsWithManyBanks, ...options })
  await click(radio('Online bank transfer'))
  return shown
}
const field = (): HTMLInputElement => screen.getByRole('searchbox', { name: en.search })
const type = (value: string): boolean => fireEvent.change(field(), { target: { value } })
const banks = (): readonly string[] => values().filter((value) => /^(pbl|ing)\//.test(value))
const announced = (): string => field().parentElement?.querySelector('[role=status]')?.textContent ?? ''

describe('many banks', () => {
  it('can be searched, and few cannot', async () => {
    await showBanks()
    expect(field()).toBeTruthy()
    await showPicker()
    expect(screen.queryAllByRole('searchbox').length).toBe(1)
  })

  it('are searched without Polish letters and by what people call them, and the number is announced', async () => {
    await showBanks()
    expect(announced()).toBe('')
    type('slaski')
    expect(banks()).toEqual(['ing/ing'])
    expect(announced()).toBe('1 bank found')
    type('ipko')
    expect(banks()).toEqual(['pbl/ipko'])
    type('')
    expect(banks().length).toBe(15)
    expect(announced()).toBe('')
  })

  it('say that none is found, and lead back to all of them', async () => {
    await showBanks()
    type('nowhere')
    expect(banks()).toEqual([])
    expect(screen.getByText(en.searchNone)).toBeTruthy()
    await click(screen.getByRole('button', { name: en.searchClear }))
    expect(banks().length).toBe(15)
    expect(document.activeElement).toBe(field())
  })

  it('keep the chosen one in sight, whatever is searched', async () => {
    await showBanks()
    await click(radio('Alior Bank'))
    type('mbank')
    expect(banks()).toEqual(['pbl/mtransfer', 'pbl/alior'])
    expect(announced()).toBe('1 bank found')
  })

  it('are led to from the field with the arrow down, which chooses nothing', async () => {
    await showBanks()
    type('bank')
    expect(fireEvent.keyDown(field(), { key: 'ArrowDown' })).toBe(false)
    expect(document.activeElement).toBe(radio('mBank'))
    expect(radio('mBank').checked).toBe(false)
  })

  it.each([
    ['chooses the only one found', 'alior', 'pbl/alior', true],
    ['chooses none of several', 'pko', 'pbl/ipko', false],
  ])('with Enter: %s', async (_, query, value, isChosen) => {
    await showBanks({
      rows: [
        ...rowsWithManyBanks,
        { paymentMethod: 'pbl', paymentMethodCode: 'inteligo', description: 'Inteligo' },
      ],
    })
    type(query)
    expect(fireEvent.keyDown(field(), { key: 'Enter' })).toBe(false)
    expect(document.activeElement).toHaveProperty('value', value)
    expect(document.activeElement).toHaveProperty('checked', isChosen)
  })

  it('with Enter do not choose one that rests', async () => {
    await showBanks({
      rows: rowsWithManyBanks.map((row) =>
        row.paymentMethodCode === 'alior' ? { ...row, isOnline: false } : row,
      ),
    })
    type('alior')
    fireEvent.keyDown(field(), { key: 'Enter' })
    expect(document.activeElement).toHaveProperty('value', 'pbl/alior')
    expect(document.activeElement).toHaveProperty('checked', false)
  })

  it('are all there again after Escape, which a dialog around only then hears', async () => {
    await showBanks()
    type('alior')
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(false)
    expect(banks().length).toBe(15)
    expect(fireEvent.keyDown(field(), { key: 'Escape' })).toBe(true)
  })
})

describe('a limit', () => {
  it('hides the rest until the shopper asks, and the button stays where it was', async () => {
    await showBanks({ limit: 4 })
    expect(banks().length).toBe(4)
    const more = screen.getByRole('button', { name: 'Show all (15)' })
    expect(more.getAttribute('aria-expanded')).toBe('false')
    await click(more)
    expect(banks().length).toBe(15)
    expect(screen.getByRole('button', { name: en.showFewer })).toBe(more)
    await click(more)
    expect(banks().length).toBe(4)
  })

  it('is no limit to the search', async () => {
    await showBanks({ limit: 4 })
    type('slaski')
    expect(banks()).toEqual(['ing/ing'])
    expect(screen.queryByRole('button', { name: /^Show all/ })).toBeNull()
  })

  it('never hides what is chosen', async () => {
    await showBanks({ limit: 4 })
    await click(screen.getByRole('button', { name: /^Show all/ }))
    await click(radio('BOŚ'))
    await click(screen.getByRole('button', { name: en.showFewer }))
    expect(banks()).toEqual(['pbl/mtransfer', 'pbl/ipko', 'pbl/pekao24', 'pbl/bzwbk', 'pbl/bos'])
  })

  it('is not spoken of where there are fewer', async () => {
    await showBanks({ limit: 15 })
    expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull()
  })
})

it('puts the banks that the shop names first, then those that work', async () => {
  await showBanks({
    rows: rowsWithManyBanks.map((row) =>
      row.paymentMethodCode === 'mtransfer' ? { ...row, isOnline: false } : row,
    ),
    priority: ['ing/ing', 'pbl/bos'],
  })
  expect(banks().slice(0, 3)).toEqual(['ing/ing', 'pbl/bos', 'pbl/ipko'])
  expect(banks().at(-1)).toBe('pbl/mtransfer')
})
