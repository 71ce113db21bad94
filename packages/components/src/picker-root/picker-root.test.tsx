import { readFileSync } from 'node:fs'
import { render } from '@testing-library/react'
import { renderToString } from 'react-dom/server'
import { describe, expect, it, vi } from 'vitest'
import type { Appearance } from '../appearance/appearance.ts'
import { PickerRoot } from './picker-root.tsx'

describe('PickerRoot', () => {
  it('says its appearance by attributes, on a server too, and writes no style there', () => {
    const appearance: Appearance = {
      theme: 'soft',
      density: 'tight',
      colorScheme: 'dark',
      variables: { '--till-accent': '#0a7d4f' },
    }
    const html = renderToString(<PickerRoot appearance={appearance} />)
    expect(html).toBe(
      '<div class="till-root" data-theme="soft" data-density="tight" data-color-scheme="dark"></div>',
    )
  })

  it('sets variables after mount, others when they change, and leaves the host’s own style alone', () => {
    const of = (variables: Appearance['variables']) => (
      <PickerRoot appearance={{ variables }} style={{ opacity: 0.5 }} />
    )
    const { container, rerender } = render(of({ '--till-accent': 'red', '--till-radius': '0' }))
    const { style } = container.firstElementChild as HTMLElement
    expect(style.getPropertyValue('--till-accent')).toBe('red')
    rerender(of({ '--till-accent': 'blue' }))
    expect(style.getPropertyValue('--till-accent')).toBe('blue')
    expect(style.getPropertyValue('--till-radius')).toBe('')
    expect(style.opacity).toBe('0.5')
  })

  it('hands its element to a host’s ref, and takes it back', () => {
    const cleanup = vi.fn()
    const withCleanup = vi.fn(() => cleanup)
    const plain = vi.fn()
    const object: { current: HTMLDivElement | null } = { current: null }
    for (const ref of [withCleanup, plain, object]) {
      const { container, unmount } = render(<PickerRoot ref={ref} />)
      const element = container.firstElementChild
      if (ref === object) expect(object.current).toBe(element)
      else expect(ref).toHaveBeenLastCalledWith(element)
      unmount()
    }
    expect(cleanup).toHaveBeenCalledOnce()
    expect(plain).toHaveBeenLastCalledWith(null)
    expect(object.current).toBeNull()
  })

  it('is another element where the host says so, with everything it would have had', () => {
    const ref = vi.fn()
    const { container } = render(
      <PickerRoot
        ref={ref}
        className="mine"
        appearance={{ theme: 'sharp', variables: { '--till-gap': '1em' } }}
        render={(props) => <section {...props} />}
      />,
    )
    const element = container.firstElementChild as HTMLElement
    expect(element.outerHTML).toMatch(/^<section class="till-root mine" data-theme="sharp"/)
    expect(element.style.getPropertyValue('--till-gap')).toBe('1em')
    expect(ref).toHaveBeenCalledWith(element)
  })
})

it('names in its types exactly the tokens that the style sheet promises', () => {
  const source = readFileSync('src/appearance/appearance.ts', 'utf8')
  const [, union = ''] = source.split('export type Token =')
  const named = [...union.matchAll(/`--till-\$\{(.+?)\}`/g)].flatMap(([, names = '']) =>
    [...names.matchAll(/'([\w-]+)'/g)].map(([, name]) => `--till-${name}`),
  )
  const css = readFileSync('src/styles/tokens.css', 'utf8')
  const promised = css.slice(css.indexOf('/* meaning */'), css.indexOf('\n}\n'))
  const set = [...promised.matchAll(/^ {2}(--till-[\w-]+):/gm)].map(([, name = '']) => name)
  expect(named.toSorted()).toEqual(set.toSorted())
})
