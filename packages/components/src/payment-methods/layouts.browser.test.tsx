import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import type { Layout } from '../picker-root/picker-context.ts'
import '../styles/index.css'
import { comeToRest } from '../testing/come-to-rest.ts'
import { askOfSystem } from '../testing/ask-of-system.ts'
import { createTestPicker, rowsWithManyBanks } from '../testing/create-test-picker.tsx'

const layouts: readonly Layout[] = ['list', 'tabs', 'grid', 'compact']

/** Many banks, one of them flagged; BLIK rests; pay later needs a larger order; words of the shop's own. */
const rows = [
  { paymentMethod: 'blik', paymentMethodCode: 'blik', description: 'BLIK', isOnline: false },
  ...rowsWithManyBanks.map((row) => (row.paymentMethodCode === 'bos' ? { ...row, isOnline: false } : row)),
  { paymentMethod: 'wallet', paymentMethodCode: 'gpay', description: 'Google Pay' },
  {
    paymentMethod: 'imoje_paylater',
    paymentMethodCode: 'paypo',
    description: 'PayPo',
    transactionLimits: { minTransaction: { value: 30_000 } },
  },
]

interface Page {
  readonly layout: Layout
  readonly width?: number
  readonly scheme?: 'light' | 'dark' | 'light dark'
  readonly dir?: 'ltr' | 'rtl'
}

/** A page with everything open that can be, and a payment that failed at mBank. */
async function show({ layout, width = 560, scheme = 'light', dir = 'ltr' }: Page) {
  const made = createTestPicker({
    rows,
    layout,
    limit: 6,
    consent: { terms: '/terms', privacy: '/privacy' },
    extras: { 'card/ecom3ds': { text: 'In every currency', fee: '+ 1,50 zł' }, 'ing/ing': { fee: '0 zł' } },
  })
  const page = document.createElement('main')
  page.dir = dir
  page.style.cssText = `color-scheme: ${scheme}; inline-size: ${width}px; background: light-dark(#fff, #111)`
  document.body.append(page)
  document.body.style.margin = '0'
  const { container } = await render(made.ui, { container: page })
  await made.clock.advance(0)
  made.gateway.script.pay.push(500)
  const click = async (selector: string): Promise<void> => {
    await expect.poll(() => container.querySelector(selector)).not.toBeNull()
    container.querySelector<HTMLElement>(selector)?.click()
  }
  await click("[value='pbl']")
  await click("[value='pbl/mtransfer']")
  await expect.poll(() => container.querySelector('[type=hidden]')).not.toBeNull()
  await click('.till-pay')
  await made.clock.advance(0)
  await expect.poll(() => container.querySelector('.till-message')?.textContent).toMatch(/isn't answering/)
  await comeToRest()
  return { ...made, container, click }
}

afterEach(async () => {
  for (const page of document.querySelectorAll('main')) page.remove()
  document.documentElement.removeAttribute('style')
  await askOfSystem({})
})

async function findViolations(container: Element): Promise<readonly string[]> {
  const { violations, passes } = await axe.run(container)
  expect(passes.map(({ id }) => id)).toContain('color-contrast')
  return violations.map(
    ({ id, nodes }) =>
      `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join()}`,
  )
}

describe.each(layouts)('the layout %s', (layout) => {
  it.each([
    ['light', 'ltr'],
    ['dark', 'rtl'],
  ] as const)('is clean for axe in %s, %s', async (scheme, dir) => {
    const { container } = await show({ layout, scheme, dir })
    expect(await findViolations(container)).toEqual([])
  })

  it.each(['light', 'dark'] as const)(
    'is clean for axe in forced colours on a system in %s',
    async (scheme) => {
      await askOfSystem({ 'forced-colors': 'active', 'prefers-color-scheme': scheme })
      const { container } = await show({ layout, scheme: 'light dark' })
      expect(matchMedia('(forced-colors: active)').matches).toBe(true)
      expect(await findViolations(container)).toEqual([])
    },
  )

  it.each([280, 320, 420, 760])('does not scroll sideways in %i px', async (width) => {
    const { container } = await show({ layout, width })
    expectWithin(container, width)
  })

  it('does not scroll sideways in 320 px from right to left', async () => {
    const { container } = await show({ layout, width: 320, dir: 'rtl' })
    expectWithin(container, 320)
  })

  it('does not scroll sideways at 200 %, whether the page is zoomed or its letters are', async () => {
    const { container } = await show({ layout, width: 640 })
    document.documentElement.style.fontSize = '200%'
    expect(Number.parseFloat(getComputedStyle(container.querySelector('.till-pay')!).fontSize)).toBe(32)
    expectWithin(container, 640)
    document.documentElement.style.fontSize = ''
    document.documentElement.style.zoom = '2'
    container.style.inlineSize = '320px'
    expectWithin(container, 640)
  })

  it.each([280, 700])('gives all that is pressed 44 px in %i px', async (width) => {
    const { container } = await show({ layout, width })
    const pressed = [...container.querySelectorAll('label, button, input[type=search]')]
    expect(pressed.length).toBeGreaterThan(10)
    for (const element of pressed) {
      const { width: across, height } = element.getBoundingClientRect()
      expect(Math.min(across, height), element.textContent).toBeGreaterThanOrEqual(44)
    }
  })

  it('keeps the rows where they are when one of them says more', async () => {
    const { container, gateway, clock, page } = await show({ layout })
    const above = (): readonly number[] =>
      [...container.querySelectorAll('[data-method=pbl] label, [data-method=card] label')]
        .slice(0, 4)
        .map((row) => Math.round(row.getBoundingClientRect().top))
    const before = above()
    gateway.rows = rows.map((row) => (row.paymentMethod === 'wallet' ? { ...row, isOnline: false } : row))
    await clock.advance(61_000)
    page.set({ visible: true })
    await clock.advance(0)
    await expect
      .poll(() => container.querySelector('[data-method=wallet]')?.getAttribute('data-usable'))
      .toBe('false')
    expect(above()).toEqual(before)
  })
})

it('shows what is chosen in forced colours, where tones and shadows are gone', async () => {
  await askOfSystem({ 'forced-colors': 'active' })
  const { container, click } = await show({ layout: 'tabs' })
  await click("[value='card/ecom3ds']")
  const backgroundOf = (id: string): string =>
    getComputedStyle(container.querySelector(`[data-method=${id}] > label`) ?? container).backgroundColor
  expect(backgroundOf('card')).not.toBe(backgroundOf('wallet'))
})

it('draws stronger lines for shoppers who ask for more contrast', async () => {
  const { container } = await show({ layout: 'list' })
  const line = (): string =>
    getComputedStyle(container.querySelector('.till-card') ?? container).borderTopColor
  const before = line()
  await askOfSystem({ 'prefers-contrast': 'more' })
  expect(line()).not.toBe(before)
})

it('moves nothing for shoppers who ask for less motion', async () => {
  await askOfSystem({ 'prefers-reduced-motion': 'reduce' })
  const { container } = await show({ layout: 'list' })
  for (const element of container.querySelectorAll('.till-root, .till-root *')) {
    const { animationName, transitionDuration } = getComputedStyle(element)
    expect([animationName, transitionDuration]).toEqual(['none', '0s'])
  }
})

/** Nothing of the picker reaches beyond the page on either side. The page may itself be wider than the window. */
function expectWithin(container: Element, width: number): void {
  const page = container.getBoundingClientRect()
  expect(page.width).toBe(width)
  expect(container.scrollWidth).toBeLessThanOrEqual(width)
  for (const element of container.querySelectorAll('.till-root *:not(.till-sr-only)')) {
    const { left, right } = element.getBoundingClientRect()
    expect(right - page.right, `${element.className} ${element.textContent}`).toBeLessThanOrEqual(0.5)
    expect(page.left - left, element.className).toBeLessThanOrEqual(0.5)
  }
}
