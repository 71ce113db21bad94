import { testRows } from '@tillkit/hooks/testing'
import { describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Layout } from '../picker-root/picker-context.ts'
import '../styles/index.css'
import { comeToRest } from '../testing/come-to-rest.ts'
import {
  createTestPicker,
  rowsWithManyBanks,
  type TestPickerOptions,
} from '../testing/create-test-picker.tsx'

/** BLIK and two banks are off, PayPo needs a larger order; a card and a bank are tried again after a failure. */
const rows = [
  {
    paymentMethod: 'imoje_paylater',
    paymentMethodCode: 'paypo',
    transactionLimits: { minTransaction: { value: 30_000 } },
  },
  ...testRows.slice(0, 1).map((row) => ({ ...row, isOnline: false })),
  ...rowsWithManyBanks.map((row) =>
    /bos|ipko/.test(row.paymentMethodCode) ? { ...row, isOnline: false } : row,
  ),
  { paymentMethod: 'wallet', paymentMethodCode: 'gpay', description: 'Google Pay' },
  { paymentMethod: 'wt', paymentMethodCode: 'wt', description: 'Transfer' },
]
const priority = ['pbl/bos', 'wt', 'pbl/nest', 'blik', 'pbl/mtransfer']

async function show({ dir, width, ...options }: TestPickerOptions & { dir: string; width: number }) {
  const made = createTestPicker({ rows, ...options })
  const page = document.createElement('main')
  page.dir = dir
  page.style.inlineSize = `${width}px`
  document.body.append(page)
  const { container } = await render(made.ui, { container: page })
  await made.clock.advance(0)
  const { memory } = made.client.internals
  for (const channel of ['card/ecom3ds', 'pbl/alior'] as const) {
    const at = made.clock.now()
    memory.report({ id: channel, channel, outcome: 'failed', sentAt: at, at })
  }
  await made.clock.advance(5 * 60_000)
  await expect.poll(() => container.querySelector('[data-availability=trial]')).not.toBeNull()
  container.querySelector<HTMLElement>('input[value=pbl]')?.click()
  await expect
    .poll(() => container.querySelector("input[value='pbl/alior'], input[value='pbl/bos']"))
    .not.toBeNull()
  await comeToRest()
  return { container, done: () => page.remove() }
}

/** A group's own radios, in the page's order. */
const radiosOf = (group: Element): readonly HTMLInputElement[] =>
  [...group.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    (radio) => radio.closest('[role=radiogroup]') === group,
  )

function sortAsSeen(radios: readonly HTMLInputElement[], dir: string): readonly string[] {
  const places = new Map(radios.map((radio) => [radio, radio.closest('label')?.getBoundingClientRect()]))
  const down = (radio: HTMLInputElement): number => places.get(radio)?.top ?? 0
  const along = (radio: HTMLInputElement): number => (places.get(radio)?.left ?? 0) * (dir === 'rtl' ? -1 : 1)
  return radios.toSorted((a, b) => down(a) - down(b) || along(a) - along(b)).map(({ value }) => value)
}

const cases = (['list', 'tabs', 'grid', 'compact'] satisfies Layout[]).flatMap((layout) =>
  (['method', 'none'] as const).flatMap((grouping) =>
    (
      [
        ['ltr', 320],
        ['ltr', 700],
        ['rtl', 560],
      ] as const
    ).map(([dir, width]) => ({ layout, grouping, dir, width })),
  ),
)

describe('the order of the rows', () => {
  it.each(cases)(
    'is one for eyes, arrows and screen readers: $layout, by $grouping, $dir, $width px',
    async ({ layout, grouping, dir, width }) => {
      const { container, done } = await show({ layout, grouping, dir, width, priority })
      const groups = [...container.querySelectorAll('[role=radiogroup]')]
      expect(groups.length).toBe(grouping === 'none' ? 1 : 2)
      for (const group of groups.toReversed()) {
        const radios = radiosOf(group)
        expect(radios.length).toBeGreaterThan(5)
        expect(radios.map(({ value }) => value)).toEqual(sortAsSeen(radios, dir))
        radios[0]?.focus()
        for (const [index, { value }] of radios.entries()) {
          expect(document.activeElement).toHaveProperty('value', value)
          expect(radios[index]?.ariaPosInSet).toBe(`${index + 1}`)
          document.activeElement?.dispatchEvent(
            new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true }),
          )
        }
      }
      done()
    },
  )

  it.each(
    (['tabs', 'grid'] satisfies Layout[]).flatMap((layout) => [320, 700].map((width) => ({ layout, width }))),
  )(
    'has what is open where it is seen, after the tiles and before what can’t be used: $layout, $width px',
    async ({ layout, width }) => {
      for (const [grouping, opener] of [
        ['method', 'pbl'],
        ['none', 'blik/blik'],
      ] as const) {
        const usable = rows.map((row) => (row.paymentMethod === 'blik' ? { ...row, isOnline: true } : row))
        const options = { layout, grouping, width, rows: usable, blik: 'code' } as const
        const { container, done } = await show({ ...options, dir: 'ltr' })
        container.querySelector<HTMLElement>(`input[value='${opener}']`)?.click()
        await expect.poll(() => container.querySelector('.till-panel')).not.toBeNull()
        await comeToRest()
        const group = container.querySelector('fieldset')
        const parts = [...container.querySelectorAll('label, .till-panel, .till-rest')].filter(
          (part) => part.parentElement?.closest('.till-panel') === null && part.getClientRects().length > 0,
        )
        const tops = parts.map((part) => part.getBoundingClientRect().top)
        expect(group?.contains(container.querySelector('.till-panel'))).toBe(true)
        expect(tops).toEqual(tops.toSorted((a, b) => a - b))
        const panel = parts.findIndex((part) => part.matches('.till-panel'))
        expect(panel).toBeGreaterThan(2)
        expect(parts.slice(panel).map((part) => part.className)).toContain('till-rest')
        done()
      }
    },
  )
})
