import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { askOfSystem, type SystemWishes } from '../testing/ask-of-system.ts'
import { AllStates, type AllStatesProps } from './all-states.tsx'
import { findMisfits } from './find-misfits.ts'
import { stateNames } from './states.ts'

afterEach(async () => {
  document.documentElement.removeAttribute('style')
  await askOfSystem({})
})

/** The sheet in a window of a width, once every state on it has come about. */
async function show(props: AllStatesProps, width: number, wishes: SystemWishes = {}): Promise<HTMLElement> {
  await askOfSystem({ 'prefers-reduced-motion': 'reduce', ...wishes })
  await page.viewport(width, 900)
  document.body.style.margin = '0'
  const { container } = await render(<AllStates {...props} />)
  await expect
    .poll(() => [...container.querySelectorAll('[data-state]:has([data-arrived=false])')].map(nameOf))
    .toEqual([])
  return container
}

const nameOf = (state: Element): string => state.getAttribute('data-state') ?? ''

/** What is found wrong in a state, with the state's name. */
const inEachState = (
  container: HTMLElement,
  find: (picker: HTMLElement) => readonly string[],
): readonly string[] =>
  [...container.querySelectorAll('[data-state]')].flatMap((state) =>
    [...state.querySelectorAll<HTMLElement>('[data-arrived]')]
      .flatMap(find)
      .map((found) => `${nameOf(state)}: ${found}`),
  )

/** What is pressed, and smaller than a finger wants it. */
const findSmall = (picker: HTMLElement): readonly string[] =>
  [...picker.querySelectorAll('label.till-row, button, input:not([type=radio], [type=hidden])')].flatMap(
    (target) => {
      const { width, height } = target.getBoundingClientRect()
      return Math.min(width, height) < 44 ? `${target.className} ${width} × ${height}` : []
    },
  )

describe.each(['light', 'dark', 'forced colours'] as const)('all states in %s', (colours) => {
  it.each(['ltr', 'rtl'] as const)('are clean for axe, %s', async (direction) => {
    const isForced = colours === 'forced colours'
    const scheme = colours === 'dark' ? 'dark' : 'light'
    const wishes: SystemWishes = isForced ? { 'forced-colors': 'active' } : {}
    const container = await show({ scheme, direction }, 1280, wishes)
    expect(matchMedia('(forced-colors: active)').matches).toBe(isForced)
    const { violations, passes } = await axe.run(container)
    expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
    expect(container.querySelectorAll('[data-arrived=true] .till-root').length).toBe(stateNames.length)
  })
})

/** Between the edge of the window and the pickers, on both sides. */
const PADDING = 32

describe('all states', () => {
  it.each([
    [280 + PADDING, 'en'],
    [280 + PADDING, 'de'],
    [320, 'en'],
    [320, 'hu'],
    [320, 'ru'],
    [420, 'pl'],
    [1280, 'lt'],
  ])('have room for every word, and for fingers, in %i px, %s', async (width, locale) => {
    const container = await show({ locale, marks: 'none' }, width)
    expect(inEachState(container, findMisfits)).toEqual([])
    expect(inEachState(container, findSmall)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
  })

  it('have it at 200 %, whether the page is zoomed or its letters are', async () => {
    const container = await show({ marks: 'none' }, 640)
    document.documentElement.style.fontSize = '200%'
    expect(getComputedStyle(container.querySelector('.till-pay') ?? container).fontSize).toBe('32px')
    expect(inEachState(container, findMisfits)).toEqual([])
    document.documentElement.style.fontSize = ''
    document.documentElement.style.zoom = '2'
    expect(inEachState(container, findMisfits)).toEqual([])
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(640)
  })

  it.each(['tabs', 'grid', 'compact'] as const)('have it in the layout %s', async (layout) => {
    const container = await show({ layout, marks: 'none' }, 320)
    expect(inEachState(container, findMisfits)).toEqual([])
    expect(inEachState(container, findSmall)).toEqual([])
  })
})

it('shows a row under the pointer as it looks under a real one', async () => {
  const container = await show({ only: ['hover'], marks: 'none' }, 400)
  const backgroundOf = (row: Element): string => getComputedStyle(row).backgroundColor
  const [other, shown] = [...container.querySelectorAll('.till-row')]
  if (!other || !shown) throw new Error('There are no rows.')
  expect(shown.getAttribute('data-shown')).toBe('hover')
  expect(backgroundOf(other)).not.toBe(backgroundOf(shown))
  await userEvent.hover(other)
  expect(backgroundOf(other)).toBe(backgroundOf(shown))
})

it('shows what is pressed unlike what is only under the pointer', async () => {
  const hovered = await show({ only: ['hover'], marks: 'none' }, 400)
  const look = (container: Element, selector: string): string =>
    getComputedStyle(container.querySelector(selector) ?? container).backgroundColor
  const selectors = ['[data-method=card] > label', '.till-pay']
  const before = selectors.map((selector) => look(hovered, selector))
  const pressed = await show({ only: ['pressed'], marks: 'none' }, 400)
  const after = selectors.map((selector) => look(pressed, selector))
  expect(new Set([...before, ...after]).size).toBe(4)
})

it('has a story for each state', () => {
  const files = import.meta.glob<string>('../payment-methods/*.stories.tsx', {
    eager: true,
    query: '?raw',
    import: 'default',
  })
  const stories = Object.values(files).join('')
  expect(stateNames.filter((name) => !stories.includes(`stateStory('${name}')`))).toEqual([])
})
