import axe from 'axe-core'
import { afterEach, describe, expect, it } from 'vitest'
import { page, userEvent, type Locator } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { ShopPicker } from '../shop-picker.tsx'
import { hexOf, paintTokens } from './paint-tokens.ts'
import { plainLook } from './look.ts'
import { ThemeWorkshop } from './theme-workshop.tsx'
import { sizeOf, tokens } from './tokens.ts'

afterEach(() => {
  document.adoptedStyleSheets = []
})

/** Every token's value as a picker has it, whatever gave it. */
async function readTokens(root: Locator): Promise<Readonly<Record<string, string>>> {
  await expect.element(root).toBeInTheDocument()
  const computed = getComputedStyle(root.element())
  return Object.fromEntries(
    ['--till-accent', ...tokens.map(({ name }) => name)].map((name) => [
      name,
      computed.getPropertyValue(name),
    ]),
  )
}

const rootIn = (container: HTMLElement): Locator =>
  page.elementLocator(container.querySelector('.till-root') ?? expect.fail('There is no picker.'))

const fill = async (label: string, value: string): Promise<void> => {
  const field = page.getByLabelText(label, { exact: true }).element() as HTMLInputElement
  // React overhears a plain assignment.
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, value)
  field.dispatchEvent(new Event('input', { bubbles: true }))
  await Promise.resolve()
}

/** A theme made by hand: what it comes to, and what is to be pasted. */
async function makeTheme() {
  await page.viewport(1280, 900)
  const { container, unmount } = await render(<ThemeWorkshop only={['available']} />)
  await userEvent.click(page.getByLabelText('Soft'))
  await userEvent.click(page.getByLabelText('Roomy'))
  await fill('accent', '#0a7d4f')
  await userEvent.click(page.getByText('Colours'))
  await fill('danger, light', '#7a0019')
  await userEvent.click(page.getByText('Shapes and sizes'))
  await fill('radius', '0.25')
  await fill('shadow', '0 0 4px #0003')
  const pasted = (name: string): string =>
    (page.getByLabelText(name, { exact: true }).element() as HTMLTextAreaElement).value
  await expect.poll(() => pasted('appearance')).toContain('--till-shadow')
  await expect
    .poll(() => container.querySelector('[data-state] .till-root')?.getAttribute('style'))
    .toContain('0.25em')
  const made = await readTokens(page.elementLocator(container.querySelector('[data-state] .till-root')!))
  const text = { css: pasted('CSS'), appearance: pasted('appearance') }
  await unmount()
  return { made, ...text }
}

describe('a theme made in the workshop', () => {
  it('is the one that `theme.e2e.test.ts` pastes into the demo', async () => {
    await expect(`${JSON.stringify(await makeTheme(), undefined, 2)}\n`).toMatchFileSnapshot(
      './made-theme.json',
    )
  })

  it('is the same pasted as the appearance prop', async () => {
    const { made, appearance } = await makeTheme()
    const { container } = await render(
      <ShopPicker picker={{ appearance: JSON.parse(appearance) as object }} />,
    )
    expect(await readTokens(rootIn(container))).toEqual(made)
    expect(made['--till-radius']).toBe('0.25em')
  })

  it('is the same pasted as CSS, beside the preset that its comment names', async () => {
    const { made, css } = await makeTheme()
    const [, attributes = '{}'] = /appearance=\{(\{.*?\})\}/.exec(css) ?? []
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(css)
    document.adoptedStyleSheets = [sheet]
    const { container } = await render(
      <ShopPicker picker={{ appearance: JSON.parse(attributes) as object }} />,
    )
    expect(attributes).toBe('{"theme":"soft","density":"roomy"}')
    expect(await readTokens(rootIn(container))).toEqual(made)
  })
})

it('offers every token of the API, each once', () => {
  const [appearanceSource = ''] = Object.values(
    import.meta.glob<string>('../../appearance/appearance.ts', {
      eager: true,
      query: '?raw',
      import: 'default',
    }),
  )
  const [, ...parts] = appearanceSource
    .slice(appearanceSource.indexOf('export type Token'))
    .split(/\n {2}\| /)
  const declared = parts.flatMap((part) => {
    const [, list = ''] = /\$\{(.+)\}/.exec(part) ?? []
    return list === ''
      ? [part.replaceAll("'", '').trim()]
      : [...list.matchAll(/'([\w-]+)'/g)].map(([, name]) => `--till-${name}`)
  })
  expect(['--till-accent', ...tokens.map(({ name }) => name)].toSorted()).toEqual(declared.toSorted())
  expect(tokens.filter(({ value }) => sizeOf(value)).length).toBeGreaterThan(10)
})

it('says which contrast is too low', async () => {
  const { container } = await render(<ThemeWorkshop only={[]} />)
  expect(container.querySelectorAll('[data-bad=true]').length).toBe(0)
  await userEvent.click(page.getByText('Colours'))
  await fill('text quiet, light', '#c8c8c8')
  await expect.element(page.getByText(/^1\.\d, too low$/)).toBeInTheDocument()
  await userEvent.click(page.getByLabelText('text quiet: back to the preset’s'))
  expect(container.querySelectorAll('[data-bad=true]').length).toBe(0)
})

it('paints what a picker paints', () => {
  const painted = paintTokens({ ...plainLook, variables: { '--till-accent': '#1f4fae' } })
  expect(hexOf(painted.light.get('--till-action'))).toBe('#1f4fae')
  expect(hexOf(painted.light.get('--till-surface'))).toBe('#ffffff')
  expect(painted.dark.get('--till-action')).not.toEqual(painted.light.get('--till-action'))
})

it.each([
  [1280, 'light'],
  [320, 'dark'],
] as const)('is clean for axe, and doesn’t scroll sideways in %i px, %s', async (width, scheme) => {
  await page.viewport(width, 900)
  document.body.style.margin = '0'
  const { container } = await render(<ThemeWorkshop only={['available']} scheme={scheme} />)
  for (const name of ['Colours', 'Shapes and sizes']) await userEvent.click(page.getByText(name))
  await expect.element(page.getByText('BLIK', { exact: true })).toBeVisible()
  const { violations } = await axe.run(container)
  expect(violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`))).toEqual([])
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width)
})
