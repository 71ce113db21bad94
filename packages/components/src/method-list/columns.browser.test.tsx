import { afterEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import '../styles/index.css'
import { createTestPicker } from '../testing/create-test-picker.tsx'

const rows = ['blik', 'pbl', 'card', 'wt', 'wallet', 'imoje_paylater', 'imoje_installments', 'lease'].map(
  (method) => ({ paymentMethod: method, paymentMethodCode: method, description: method }),
)

afterEach(() => {
  for (const page of document.querySelectorAll('main')) page.remove()
})

/** How many tiles stand in each line of a list of `count` methods. */
async function lines(layout: 'tabs' | 'grid', width: number, count: number): Promise<readonly number[]> {
  const { ui, clock } = createTestPicker({ rows: rows.slice(0, count), layout })
  const page = document.createElement('main')
  page.style.inlineSize = `${width}px`
  document.body.append(page)
  const { container } = await render(ui, { container: page })
  await clock.advance(0)
  await expect.poll(() => container.querySelectorAll('input').length).toBe(count)
  const tops = [...container.querySelectorAll('.till-row')].map((row) =>
    Math.round(row.getBoundingClientRect().top),
  )
  return [...new Set(tops)].map((top) => tops.filter((other) => other === top).length)
}

it.each([
  ['grid', 280, 4, [2, 2]],
  ['grid', 360, 2, [2]],
  ['grid', 360, 4, [2, 2]],
  ['grid', 360, 6, [3, 3]],
  ['grid', 560, 3, [3]],
  ['grid', 560, 4, [4]],
  ['grid', 560, 5, [5]],
  ['grid', 560, 6, [3, 3]],
  ['grid', 560, 8, [4, 4]],
  ['grid', 900, 6, [6]],
  ['grid', 900, 8, [4, 4]],
  ['tabs', 360, 4, [2, 2]],
  ['tabs', 560, 6, [3, 3]],
  ['tabs', 900, 6, [6]],
] as const)(
  'in %s, %i px wide, %i methods fill their lines evenly',
  async (layout, width, count, expected) => {
    expect(await lines(layout, width, count)).toEqual(expected)
  },
)
