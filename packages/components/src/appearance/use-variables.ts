'use client'

import { useCallback, type Ref, type RefCallback, type RefObject } from 'react'
import type { Variables } from './appearance.ts'

/** A ref that sets tokens on the element it is given, through the CSSOM, and hands it on to the host's own ref and to `root`. */
export function useVariables(
  variables: Variables | undefined,
  ref: Ref<HTMLDivElement> | undefined,
  root: RefObject<HTMLDivElement | null>,
): RefCallback<HTMLDivElement> {
  return useCallback(
    (element: HTMLDivElement) => {
      const given = Object.entries(variables ?? {})
      for (const [name, value] of given) element.style.setProperty(name, value)
      const leave = [passOn(ref, element), passOn(root, element)]
      return () => {
        for (const each of leave) each?.()
        for (const [name] of given) element.style.removeProperty(name)
      }
    },
    [variables, ref, root],
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
