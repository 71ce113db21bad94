import { act, render, screen } from '@testing-library/react'
import { createTestPicker, type TestPicker, type TestPickerOptions } from './create-test-picker.tsx'

/** Renders a picker, or parts of one, and lets its list arrive. */
export async function showPicker(
  options: TestPickerOptions = {},
  prepare?: (made: TestPicker) => void,
): Promise<TestPicker & { readonly container: HTMLElement }> {
  const made = createTestPicker(options)
  prepare?.(made)
  const { container } = render(made.ui)
  await act(() => made.clock.advance(0))
  return { ...made, container }
}

export const radio = (name: string | RegExp): HTMLInputElement => screen.getByRole('radio', { name })

export const click = (element: Element | null): Promise<void> =>
  act(async () => {
    if (!(element instanceof HTMLElement)) throw new Error('There is nothing to click.')
    element.click()
  })

/** The values of all radios, in the page's order. */
export const values = (): readonly string[] =>
  screen.queryAllByRole<HTMLInputElement>('radio').map(({ value }) => value)
