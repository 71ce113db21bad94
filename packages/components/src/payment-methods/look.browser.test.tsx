import axe from 'axe-core'
import { Profiler, type ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { CoolDown } from '../cool-down/cool-down.tsx'
import { en } from '../messages/en.ts'
import { MessagesProvider } from '../messages/messages-provider.tsx'
import { MethodMark } from '../method-mark/method-mark.tsx'
import '../styles/index.css'
import { comeToRest } from '../testing/come-to-rest.ts'
import { createTestPicker, rowsWithFlaggedBank } from '../testing/create-test-picker.tsx'

/** A page of one scheme and width, with the banks open, one of them flagged and one failing. */
async function showFull(scheme: 'light' | 'dark', width = 560) {
  const made = createTestPicker({ rows: rowsWithFlaggedBank })
  const page = document.createElement('main')
  page.style.cssText = `color-scheme: ${scheme}; inline-size: ${width}px; background: light-dark(#fff, #111)`
  document.body.append(page)
  document.body.style.margin = '0'
  const { container } = await render(made.ui, { container: page })
  await made.clock.advance(0)
  made.gateway.script.pay.push(500)
  await userEvent.click(container.querySelector("input[value='pbl']") ?? page)
  await userEvent.click(container.querySelector("input[value='pbl/mtransfer']") ?? page)
  await userEvent.click(container.querySelector('.till-pay') ?? page)
  await made.clock.advance(0)
  await expect.poll(() => container.querySelector('.till-message')?.textContent).toMatch(/isn't answering/)
  await comeToRest()
  return { ...made, container, done: () => page.remove() }
}

describe('the look', () => {
  it.each(['light', 'dark'] as const)('is clean for axe, contrast included, in %s', async (scheme) => {
    const { container, done } = await showFull(scheme)
    const { violations, passes } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
    expect(passes.map(({ id }) => id)).toContain('color-contrast')
    done()
  })

  it.each([320, 280])('does not scroll sideways in %i px', async (width) => {
    const { container, done } = await showFull('light', width)
    expect(container.scrollWidth).toBe(width)
    for (const element of container.querySelectorAll('.till-root *:not(.till-sr-only)'))
      expect(element.getBoundingClientRect().right, element.className).toBeLessThanOrEqual(width)
    done()
  })

  it('gives every row and button 44 px of height to touch', async () => {
    const { container, done } = await showFull('light', 320)
    for (const element of container.querySelectorAll('.till-row, button'))
      expect(element.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    done()
  })

  it('puts the banks side by side where there is room, and one below the other where there is none', async () => {
    for (const [width, columns] of [
      [300, 1],
      [320, 2],
      [400, 2],
      [700, 3],
    ] as const) {
      const { container, done } = await showFull('light', width)
      const grid = getComputedStyle(container.querySelector('.till-channels') ?? container)
      expect(grid.gridTemplateColumns.split(' ').length).toBe(columns)
      done()
    }
  })

  it('follows the colour that the host sets on any element above, and any rule outside of layers', async () => {
    const { container, done } = await showFull('light')
    const button = container.querySelector<HTMLElement>('.till-pay')
    const before = getComputedStyle(button ?? container).backgroundColor
    container.style.setProperty('--till-accent', 'oklch(50% 0.15 150)')
    await expect.poll(() => getComputedStyle(button ?? container).backgroundColor).not.toBe(before)
    const rule = new CSSStyleSheet()
    rule.replaceSync('button { border-radius: 3px }')
    document.adoptedStyleSheets = [rule]
    expect(getComputedStyle(button ?? container).borderRadius).toBe('3px')
    document.adoptedStyleSheets = []
    done()
  })

  it('falls back to a drawn mark of the same size when the image does not load', async () => {
    const { container } = await render(
      <div className="till-root">
        <MethodMark of="pbl/a" label="Bank A" image="data:image/png;base64,broken" />
        <MethodMark of="pbl/b" label="Bank B" />
      </div>,
    )
    await expect.poll(() => container.querySelector('img')).toBeNull()
    const [failed, drawn] = [...container.querySelectorAll('.till-mark')].map((mark) =>
      mark.getBoundingClientRect(),
    )
    expect(container.textContent).toBe('BABB')
    expect([failed?.width, failed?.height]).toEqual([drawn?.width, drawn?.height])
  })

  it('re-renders the countdown alone while it counts', async () => {
    const commits = { countdown: 0, all: 0 }
    const count = (name: keyof typeof commits, inner: ReactElement): ReactElement => (
      <Profiler id={name} onRender={() => (commits[name] += 1)}>
        {inner}
      </Profiler>
    )
    let renders = 0
    const Neighbour = (): null => {
      renders += 1
      return null
    }
    const until = Date.UTC(2026, 10, 22, 14, 5)
    const { ui, clock } = createTestPicker({
      parts: (
        <MessagesProvider messages={en}>
          {count('all', <Neighbour />)}
          {count('countdown', <CoolDown until={until} />)}
        </MessagesProvider>
      ),
    })
    const { container } = await render(ui)
    expect(container.textContent).toBe('in 5:00')
    const before = { ...commits, renders }
    for (let second = 0; second < 3; second += 1) await clock.advance(1_000)
    await expect.poll(() => container.textContent).toBe('in 4:57')
    expect(commits).toEqual({ countdown: before.countdown + 3, all: before.all })
    expect(renders).toBe(before.renders)
  })

  it('leaves every row alone while a countdown runs in one of them', async () => {
    const { container, clock, done } = await showFull('light')
    const changed = new Set<string>()
    const watch = new MutationObserver((records) => {
      for (const { target } of records)
        changed.add((target instanceof Element ? target : target.parentElement)?.className ?? '')
    })
    watch.observe(container, { subtree: true, childList: true, characterData: true, attributes: true })
    await clock.advance(3_000)
    await expect.poll(() => container.querySelector('.till-cool-down')?.textContent).toBe('in 4:57')
    expect([...changed]).toEqual(['till-cool-down'])
    watch.disconnect()
    done()
  })
})
