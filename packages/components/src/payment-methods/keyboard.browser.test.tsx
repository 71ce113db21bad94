import { testRows } from '@tillkit/hooks/testing'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import '../styles/index.css'
import {
  createTestPicker,
  rowsWithFlaggedBank,
  type TestPickerOptions,
} from '../testing/create-test-picker.tsx'

/** BLIK rests, the banks' PKO BP rests, Card works, PayPo needs a larger order. */
const rows = rowsWithFlaggedBank.map((row) =>
  row.paymentMethod === 'blik' ? { ...row, isOnline: false } : row,
)

async function show(options: TestPickerOptions = {}) {
  const made = createTestPicker({ rows, ...options })
  const { container } = await render(
    <form
      onSubmit={(event) => {
        event.preventDefault()
        container.dataset['submitted'] = 'true'
      }}
    >
      <button type="button">before</button>
      {made.ui}
      <button type="button">after</button>
    </form>,
  )
  await made.clock.advance(0)
  await expect.poll(() => container.querySelectorAll('input').length).toBe(4)
  return { ...made, container }
}
/** What has focus: the radio's value, or the text of something else. */
const focused = (): string => {
  const element = document.activeElement
  return element instanceof HTMLInputElement ? element.value : (element?.textContent ?? '')
}
const checked = (): readonly string[] =>
  [...document.querySelectorAll<HTMLInputElement>('input:checked')].map(({ value }) => value)
async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await userEvent.keyboard(`{${key}}`)
}
const focusOn = (value: string): void =>
  document.querySelector<HTMLInputElement>(`input[value='${value}']`)?.focus()

describe('the keyboard', () => {
  it('enters the list at the first row that can be used, and leaves it with one Tab', async () => {
    await show()
    await userEvent.tab()
    await userEvent.tab()
    expect(focused()).toBe('pbl')
    await userEvent.tab()
    expect(focused()).toMatch(/^Pay/)
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('pbl')
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('before')
  })

  it('walks all rows with the arrows, around both ends, and checks only those that can be used', async () => {
    await show()
    focusOn('pbl')
    const seen: string[] = []
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown', 'ArrowUp', 'ArrowLeft', 'ArrowUp']) {
      await press(key)
      seen.push(`${key}: ${focused()} [${checked().join()}]`)
    }
    expect(seen).toEqual([
      'ArrowDown: card/ecom3ds [card/ecom3ds]',
      'ArrowRight: imoje_paylater/paypo [card/ecom3ds]',
      'ArrowDown: blik/blik [card/ecom3ds]',
      'ArrowUp: imoje_paylater/paypo [card/ecom3ds]',
      'ArrowLeft: card/ecom3ds [card/ecom3ds]',
      'ArrowUp: pbl [pbl]',
    ])
  })

  it('comes back to the chosen row, not to the last one it passed', async () => {
    await show()
    focusOn('pbl')
    await press('ArrowDown', 'ArrowDown')
    expect(focused()).toBe('imoje_paylater/paypo')
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('card/ecom3ds')
  })

  it('goes from an open method into its banks with Tab, and through them with arrows', async () => {
    await show()
    focusOn('pbl')
    await press(' ')
    expect(checked()).toEqual(['pbl'])
    await userEvent.tab()
    expect(focused()).toBe('pbl/mtransfer')
    const seen: string[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await press('ArrowDown')
      seen.push(`${focused()} [${checked().join()}]`)
    }
    expect(seen).toEqual([
      'ing/ing [pbl,ing/ing]',
      'pbl/ipko [pbl,ing/ing]',
      'pbl/mtransfer [pbl,pbl/mtransfer]',
    ])
    await userEvent.tab()
    expect(focused()).toMatch(/^Pay/)
  })

  // A peer's list refuses a click on a resting option and then takes Enter.
  it.each([
    ['Enter', () => press('Enter')],
    ['Space', () => press(' ')],
    [
      'a click',
      () => userEvent.click(document.activeElement?.closest('label') ?? document.body, { force: true }),
    ],
    ['an arrow from the last row around', () => press('ArrowUp', 'ArrowDown')],
    ['Shift+ArrowDown', () => userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')],
  ])('cannot choose a resting row by %s', async (_, act) => {
    const { container } = await show()
    focusOn('blik/blik')
    await act()
    expect(checked()).not.toContain('blik/blik')
    expect(container.querySelector('input[type=hidden]')).toBeNull()
    expect(container.dataset['submitted']).toBeUndefined()
  })

  it('chooses a row that can be used by Enter, without submitting the form around', async () => {
    const { container } = await show()
    focusOn('card/ecom3ds')
    await press('Enter')
    expect(checked()).toEqual(['card/ecom3ds'])
    expect(container.dataset['submitted']).toBeUndefined()
  })

  it('mirrors left and right on a page that runs from right to left', async () => {
    document.documentElement.dir = 'rtl'
    try {
      await show({ rows: testRows })
      focusOn('pbl')
      await press('ArrowLeft')
      expect(focused()).toBe('card/ecom3ds')
      await press('ArrowRight')
      expect(focused()).toBe('pbl')
    } finally {
      document.documentElement.dir = ''
    }
  })

  it('keeps the form around invalid while the chosen row rests', async () => {
    const { container, gateway, clock } = await show({ rows: testRows })
    focusOn('card/ecom3ds')
    await press(' ')
    const form = container.querySelector('form')
    expect(form?.checkValidity()).toBe(true)
    gateway.script.pay.push(500)
    await userEvent.click(container.querySelector('.till-pay') ?? document.body)
    await clock.advance(0)
    await expect.poll(() => form?.checkValidity()).toBe(false)
    expect(checked()).toEqual(['card/ecom3ds'])
    expect(focused()).toMatch(/isn't answering/)
  })
})
