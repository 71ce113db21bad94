import type { AttemptState } from '@tillkit/hooks'
import { useEffect, useRef } from 'react'

export interface OutcomeFocus {
  /** For the part that says how the attempt stands, and is there only then. */
  readonly show: (element: HTMLElement | null) => void
  /** To be called when the shopper presses pay. */
  readonly expect: () => void
}

/**
 * Moves focus to how an attempt ended, only in answer to the shopper's own press: nothing else may take it away. Where that had
 * focus and gives way to the next word on the attempt, focus follows.
 */
export function useOutcomeFocus(state: AttemptState): OutcomeFocus {
  const element = useRef<HTMLElement>(null)
  const pressed = useRef<Pressed>(undefined)
  const hadFocus = useRef(false)
  useEffect(() => {
    const follows = hadFocus.current
    hadFocus.current = false
    // While the outcome is only asked for, focus stays on the button that was pressed.
    const isDue = follows || (pressed.current && state.status !== 'checking')
    if (!isDue || !element.current) return
    // As before the press: the page's own form stopped it, and may have led to what is wrong there.
    const isStopped = state === pressed.current?.state && document.activeElement !== pressed.current.focus
    pressed.current = undefined
    if (!isStopped) element.current.focus()
  }, [state])
  return {
    show: (shown) => {
      // Called before the element leaves the page.
      if (!shown) hadFocus.current = element.current?.contains(document.activeElement) ?? false
      element.current = shown
    },
    expect: () => {
      pressed.current = { state, focus: document.activeElement }
    },
  }
}

/** How things stood when the shopper pressed pay. */
interface Pressed {
  readonly state: AttemptState
  readonly focus: Element | null
}
