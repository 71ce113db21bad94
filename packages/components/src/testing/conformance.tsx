import { act } from '@testing-library/react'
import type { ReactElement, Ref } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { dataAttributes } from '../internal/data-attributes.ts'
import { en } from '../messages/en.ts'
import { MessagesProvider } from '../messages/messages-provider.tsx'
import { PickerRoot } from '../picker-root/picker-root.tsx'
import type { TestPicker } from './create-test-picker.tsx'
import { showPicker } from './show-picker.tsx'

/** What every part takes. */
export interface PartProps {
  readonly className?: string
  readonly style?: React.CSSProperties
  readonly id?: string
  // Each part's own element, and no test needs more of it than that.
  readonly ref?: Ref<never>
}

export interface PartCase {
  readonly name: string
  /** The part, given these props. */
  readonly part: (props: PartProps) => ReactElement
  /** The class by which the style sheet knows it. */
  readonly className: string
  /** A state attribute it carries in the case at hand. @defaultValue it has no states */
  readonly state?: readonly [attribute: string, value: string]
  /** Brings about the state in which it is there. */
  readonly prepare?: (made: TestPicker) => void
  /** What the shopper does until it is there. */
  readonly play?: (made: TestPicker & { readonly container: HTMLElement }) => Promise<void>
}

/** The same four points for every part. */
export function describePart({ name, part, className, state, prepare, play }: PartCase): void {
  const show = async (props: PartProps): Promise<{ container: HTMLElement; element: Element | null }> => {
    const parts = (
      <MessagesProvider messages={en}>
        <PickerRoot>{part(props)}</PickerRoot>
      </MessagesProvider>
    )
    const made = await showPicker({ parts }, prepare)
    await act(async () => play?.(made))
    return { ...made, element: made.container.querySelector(`#part`) }
  }

  describe(name, () => {
    it('hands its ref to the element that carries its props', async () => {
      const ref = vi.fn()
      const { element } = await show({ id: 'part', ref })
      expect(element).not.toBeNull()
      expect(ref).toHaveBeenCalledWith(element)
    })

    it('adds a class to its own', async () => {
      const { element } = await show({ id: 'part', className: 'mine' })
      expect([...(element?.classList ?? [])]).toEqual(expect.arrayContaining([className, 'mine']))
    })

    it('takes a style, and has none of its own', async () => {
      const { element, container } = await show({ id: 'part', style: { opacity: 0.5 } })
      expect(element?.getAttribute('style')).toBe('opacity: 0.5;')
      expect([...container.querySelectorAll('[style]')]).toEqual([element])
    })

    it('says its state by documented attributes alone', async () => {
      const { element } = await show({ id: 'part' })
      const carried = (element?.getAttributeNames() ?? []).filter((each) => each.startsWith('data-'))
      for (const each of carried) expect(dataAttributes).toContain(each)
      expect(state ? element?.getAttribute(state[0]) : carried).toEqual(state ? state[1] : [])
    })
  })
}
