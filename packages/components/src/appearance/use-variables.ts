'use client'

import { useCallback, type Ref, type RefCallback } from 'react'
import type { Variables } from './appearance.ts'

/** A ref that sets tokens on the element it is given, through the CSSOM, and hands it on to the host's own ref. */
export function useVariables(
  variables: Variables | undefined,
  ref: Ref<HTMLDivElement> | undefined,
): RefCallback<HTMLDivElement> {
  return useCallback(
    (element: HTMLDivElement) => {
      const given = Object.entries(variables ?? {})
      for (const [name, value] of given) element.style.setProperty(name, value)
      const leave = passOn(ref, element)
      return () => {
        leave?.()
        for (const [name] of given) element.style.removeProperty(name)
      }
    },
    [variables, ref],
  )
}

/** What it returns takes the element back. */
function passOn(ref: Ref<HTMLDivElement> | undefined, element: HTMLDivElement): (() => void) | undefined {
  if (typeof ref === 'function') {
    const leave = ref(element)
    return typeof leave === 'function' ? leave : () => void ref(null)
  }
  if (!ref) return undefined
  ref.current = element
  return () => {
    ref.current = null
  }
}
