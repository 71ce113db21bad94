import '@fontsource/inter/500.css'
import { afterEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { de } from '../messages/de.ts'
import { hu } from '../messages/hu.ts'
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

it.each([
  [280, de],
  [280, hu],
  [360, de],
  [360, hu],
] as const)(
  'breaks no word of a method’s name in tabs, %i px wide, in a wide font (%#)',
  async (width, messages) => {
    await Promise.all([...document.fonts].map((face) => face.load()))
    const { ui, clock } = createTestPicker({ rows, layout: 'tabs', messages })
    const page = document.createElement('main')
    page.style.cssText = `inline-size: ${width}px; font: 16px Inter; letter-spacing: 0.1em`
    document.body.append(page)
    const { container } = await render(ui, { container: page })
    await clock.advance(0)
    await expect.poll(() => container.querySelectorAll('input').length).toBe(8)
    const broken = [...container.querySelectorAll('.till-row__name')].flatMap((name) => {
      const text = name.firstChild ?? expect.fail('a method has no name')
      return [...(text.textContent ?? '').matchAll(/[^\s-]+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange()
        range.setStart(text, index)
        range.setEnd(text, index + word.length)
        return range.getClientRects().length > 1 ? word : []
      })
    })
    expect(broken).toEqual([])
  },
)
