import type { AttemptState } from '@tillkit/hooks'
import { useEffect, useRef } from 'react'

export interface OutcomeFocus {
  /** For the part that says how the attempt ended, and is there only then. */
  readonly show: (element: HTMLElement | null) => void
  /** To be called when the shopper presses pay. */
  readonly expect: () => void
}

/** Moves focus to how an attempt ended, only in answer to the shopper's own press: nothing else may take it away. */
export function useOutcomeFocus(state: AttemptState): OutcomeFocus {
  const element = useRef<HTMLElement>(null)
  const isExpected = useRef(false)
  useEffect(() => {
    if (!isExpected.current || !element.current) return
    isExpected.current = false
    element.current.focus()
  }, [state])
  return {
    show: (shown) => {
      element.current = shown
    },
    expect: () => {
      isExpected.current = true
    },
  }
}
