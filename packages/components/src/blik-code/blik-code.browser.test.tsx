import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import type { Layout } from '../picker-root/picker-context.ts'
import '../styles/index.css'
import { comeToRest } from '../testing/come-to-rest.ts'
import { createTestPicker, type TestPickerOptions } from '../testing/create-test-picker.tsx'

const isSubmitted = (form: HTMLFormElement): boolean => form.dataset['submitted'] === 'true'

/** A picker in a form, with BLIK chosen by the keyboard and its field in focus. */
async function show(options: TestPickerOptions = {}) {
  const made = createTestPicker({ blik: 'code', ...options })
  const { container } = await render(
    <form
      onSubmit={(event) => {
        event.preventDefault()
        event.currentTarget.dataset['submitted'] = 'true'
      }}
    >
      {made.ui}
      <button type="submit">order</button>
    </form>,
  )
  await made.clock.advance(0)
  await expect.poll(() => container.querySelector("[value='blik/blik']")).not.toBeNull()
  container.querySelector<HTMLElement>("[value='blik/blik']")?.focus()
  await userEvent.keyboard(' ')
  await expect.poll(() => container.querySelector('.till-blik__field')).not.toBeNull()
  const field = container.querySelector<HTMLInputElement>('.till-blik__field')!
  const form = container.querySelector('form')!
  return { ...made, container, field, form }
}

describe('the field for a BLIK code, in a browser', () => {
  it.each(['list', 'tabs', 'grid', 'compact'] satisfies Layout[])(
    'is the next stop after the list in %s, and Enter pays without submitting the form',
    async (layout) => {
      const { field, form, gateway } = await show({ layout })
      await userEvent.tab()
      expect(document.activeElement).toBe(field)
      await userEvent.keyboard('012345')
      expect(field.value).toBe('012 345')
      await userEvent.keyboard('{Enter}')
      await expect.poll(() => gateway.payments().map(({ blikCode }) => blikCode)).toEqual(['012345'])
      expect(isSubmitted(form)).toBe(false)
    },
  )

  it('keeps the caret where it is edited', async () => {
    const { field } = await show()
    field.focus()
    await userEvent.keyboard('12345')
    field.setSelectionRange(1, 1)
    await userEvent.keyboard('9')
    expect([field.value, field.selectionStart]).toEqual(['192 345', 2])
    await userEvent.keyboard('{Backspace}')
    expect([field.value, field.selectionStart]).toEqual(['123 45', 1])
  })

  it('holds the code in no attribute and gives it to no form', async () => {
    const { field, form } = await show()
    field.focus()
    await userEvent.keyboard('987654')
    expect(field.value).toBe('987 654')
    expect(form.outerHTML).not.toMatch(/987|654/)
    expect([...new FormData(form)]).toEqual([['paymentChannel', 'blik/blik']])
  })

  it.each(['light', 'dark'])('is clean for axe in %s, with what is missing, in 280 px', async (scheme) => {
    document.body.style.cssText = `margin: 0; inline-size: 280px; color-scheme: ${scheme}; background: light-dark(#fff, #111)`
    const { container, field } = await show()
    await userEvent.keyboard('{Tab}{Enter}')
    await expect.poll(() => field.getAttribute('aria-invalid')).toBe('true')
    await comeToRest()
    const { violations } = await axe.run(container)
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join()}`)).toEqual([])
    expect(container.scrollWidth).toBe(280)
    expect(field.getBoundingClientRect().height).toBeGreaterThanOrEqual(44)
    document.body.style.cssText = ''
  })
})
