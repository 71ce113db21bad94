import { testRows } from '@tillkit/hooks/testing'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Layout } from '../picker-root/picker-context.ts'
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

/** The rows as they are seen: tiles stand before what can't be used. */
const seen: Readonly<Record<Layout, readonly string[]>> = {
  list: ['blik/blik', 'pbl', 'card/ecom3ds', 'imoje_paylater/paypo'],
  compact: ['blik/blik', 'pbl', 'card/ecom3ds', 'imoje_paylater/paypo'],
  tabs: ['pbl', 'card/ecom3ds', 'blik/blik', 'imoje_paylater/paypo'],
  grid: ['pbl', 'card/ecom3ds', 'blik/blik', 'imoje_paylater/paypo'],
}
const layouts = Object.keys(seen) as Layout[]
const usable = ['pbl', 'card/ecom3ds']

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
      <button type="submit">order</button>
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
const find = (value: string): HTMLInputElement | null =>
  document.querySelector<HTMLInputElement>(`input[value='${value}']`)
const focusOn = (value: string): void => find(value)?.focus()

describe.each(layouts)('the keyboard in %s', (layout) => {
  it('enters the list at the first row that can be used, and leaves it with one Tab', async () => {
    await show({ layout })
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

  it.each([
    ['ArrowDown', 1],
    ['ArrowRight', 1],
    ['ArrowUp', -1],
    ['ArrowLeft', -1],
  ] as const)(
    'reaches all rows as they are seen with %s, around the end, and checks only those that can be used',
    async (key, step) => {
      await show({ layout })
      const order = seen[layout]
      let at = order.indexOf('pbl')
      let choice: readonly string[] = []
      focusOn('pbl')
      for (let turn = 0; turn < 5; turn += 1) {
        await press(key)
        at = (at + step + 4) % 4
        if (usable.includes(order[at] ?? '')) choice = [order[at] ?? '']
        expect([focused(), checked()]).toEqual([order[at], choice])
      }
    },
  )

  it('is left with one Tab from a row that is not the chosen one, too', async () => {
    await show({ layout })
    focusOn('card/ecom3ds')
    await press(' ')
    if (layout === 'compact') await press('Enter')
    focusOn('blik/blik')
    await userEvent.tab()
    expect(focused()).toMatch(/^Pay/)
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('card/ecom3ds')
  })

  it('comes back to the chosen row, not to the last one it passed', async () => {
    await show({ layout })
    focusOn('pbl')
    const order = seen[layout]
    await press('ArrowDown', 'ArrowDown')
    expect(focused()).toBe(order[order.indexOf('card/ecom3ds') + 1])
    await userEvent.tab()
    await userEvent.tab({ shift: true })
    expect(focused()).toBe('card/ecom3ds')
  })

  it('goes from an open method into its banks with Tab, and through them with arrows', async () => {
    await show({ layout })
    focusOn('pbl')
    await press(' ')
    expect(checked()).toEqual(['pbl'])
    await userEvent.tab()
    expect(focused()).toBe('pbl/mtransfer')
    const passed: string[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      await press('ArrowDown')
      passed.push(`${focused()} [${checked().join()}]`)
    }
    expect(passed).toEqual([
      'ing/ing [pbl,ing/ing]',
      'pbl/ipko [pbl,ing/ing]',
      'pbl/mtransfer [pbl,pbl/mtransfer]',
    ])
    await userEvent.tab()
    expect(focused()).toMatch(/^Pay/)
  })

  // Traps that others fell into, by the numbers of peer-traps.test.tsx: Enter opens a "disabled" option; one arrow key is let through.
  it.each([
    ['Enter', () => press('Enter')],
    ['Space', () => press(' ')],
    [
      'a click',
      () => userEvent.click(document.activeElement?.closest('label') ?? document.body, { force: true }),
    ],
    ['arrows that lead to it', () => press('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight')],
    ['Shift+ArrowDown', () => userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')],
    ['submitting the form', () => userEvent.click(document.querySelector('[type=submit]') ?? document.body)],
  ])('1, 2: cannot choose a resting row by %s', async (_, act) => {
    const { container } = await show({ layout })
    focusOn('blik/blik')
    await act()
    expect(checked()).not.toContain('blik/blik')
    const values = [...new FormData(container.querySelector('form') ?? undefined).values()]
    expect(values).not.toContain('blik/blik')
  })

  // The reason only in a tooltip, and radios that are not there for the keyboard.
  it('3: tells why a row rests to those who see it and to those who hear it', async () => {
    await show({ layout })
    for (const value of ['blik/blik', 'imoje_paylater/paypo']) {
      const radio = find(value)
      const ids = radio?.getAttribute('aria-describedby')?.split(' ') ?? []
      const [reason] = ids.map((id) => document.getElementById(id))
      expect(reason?.textContent).toMatch(/Taking a break\.|Add .* to your order/)
      expect(reason?.checkVisibility({ opacityProperty: true, visibilityProperty: true })).toBe(true)
      expect(reason?.getBoundingClientRect().height).toBeGreaterThan(10)
      expect(getComputedStyle(radio ?? document.body).display).not.toBe('none')
      expect(radio?.disabled).toBe(false)
    }
    expect(document.querySelectorAll('[title]').length).toBe(0)
  })

  it('chooses a row that can be used by Enter, without submitting the form around', async () => {
    const { container } = await show({ layout })
    focusOn('card/ecom3ds')
    await press('Enter')
    expect([...new FormData(container.querySelector('form') ?? undefined).values()]).toEqual(['card/ecom3ds'])
    expect(container.dataset['submitted']).toBeUndefined()
    await userEvent.click(document.querySelector('[type=submit]') ?? document.body)
    expect(container.dataset['submitted']).toBe('true')
  })

  it('keeps the form around invalid, and in sight, while the chosen row rests', async () => {
    const { container, gateway, clock } = await show({ rows: testRows, layout })
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

it.each(['list', 'tabs', 'grid'] as const)(
  'mirrors left and right in %s on a page that runs from right to left',
  async (layout) => {
    document.documentElement.dir = 'rtl'
    try {
      await show({ rows: testRows, layout })
      focusOn('pbl')
      await press('ArrowLeft')
      expect(focused()).toBe('card/ecom3ds')
      await press('ArrowRight')
      expect(focused()).toBe('pbl')
    } finally {
      document.documentElement.dir = ''
    }
  },
)

describe('the one line of compact', () => {
  it.each([
    ['Space', () => press(' ')],
    ['Enter', () => press('Enter')],
    ['a click', () => userEvent.click(document.activeElement?.closest('label') ?? document.body)],
  ])('comes with %s on a channel, and focus goes to the way back', async (_, pick) => {
    const { container } = await show({ rows: testRows, layout: 'compact' })
    focusOn('card/ecom3ds')
    await pick()
    await expect.poll(focused).toBe('Change')
    expect(container.querySelectorAll('[type=radio]').length).toBe(0)
    await press('Enter')
    await expect.poll(focused).toBe('card/ecom3ds')
    await press('ArrowUp')
    await expect.poll(focused).toBe('pbl')
    expect(container.querySelector('.till-summary')).toBeNull()
  })

  it('does not come while arrows lead over the rows', async () => {
    const { container } = await show({ rows: testRows, layout: 'compact' })
    focusOn('blik/blik')
    await press('ArrowUp', 'ArrowUp')
    expect(checked()).toEqual(['card/ecom3ds'])
    expect(container.querySelector('.till-summary')).toBeNull()
    await press(' ')
    await expect.poll(focused).toBe('Change')
  })

  it('comes for a method with channels only once a channel is picked', async () => {
    const { container } = await show({ rows: testRows, layout: 'compact' })
    await userEvent.click(find('pbl')?.closest('label') ?? document.body)
    expect(container.querySelector('.till-summary')).toBeNull()
    await userEvent.click(find('pbl/ipko')?.closest('label') ?? document.body)
    await expect
      .poll(() => container.querySelector('.till-summary')?.textContent)
      .toMatch(/PKO BPOnline bank transfer/)
    await userEvent.click(container.querySelector('.till-summary button') ?? document.body)
    await expect.poll(focused).toBe('pbl/ipko')
  })

  it('gives way to the list, and takes no focus, when what is chosen goes down', async () => {
    const { container, gateway, clock, page } = await show({ rows: testRows, layout: 'compact' })
    await userEvent.click(find('card/ecom3ds')?.closest('label') ?? document.body)
    await expect.poll(focused).toBe('Change')
    await userEvent.tab()
    expect(focused()).toMatch(/^Pay/)
    gateway.rows = testRows.map((row) => (row.paymentMethod === 'card' ? { ...row, isOnline: false } : row))
    await clock.advance(61_000)
    page.set({ visible: true })
    await clock.advance(0)
    await expect.poll(() => container.querySelector('.till-summary')).toBeNull()
    expect(focused()).toMatch(/^Pay/)
  })
})
