'use client'

import { usePaymentSelection } from '@tillkit/hooks'
import { useContext, useEffect, useEffectEvent } from 'react'
import { PickerContext } from '../picker-root/picker-context.ts'

/** A reset of the form that the choice belongs to leaves nothing chosen. */
export function useFormReset(): void {
  const { form: id, root } = useContext(PickerContext)
  const { clear } = usePaymentSelection()
  const hear = useEffectEvent((event: Event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement)) return
    const isOurs = id === undefined ? form.contains(root?.current ?? null) : form.id === id
    // The page may still say no; the browser's own reset comes after this.
    if (isOurs) queueMicrotask(() => event.defaultPrevented || clear())
  })
  useEffect(() => {
    const tree = root?.current?.getRootNode()
    tree?.addEventListener('reset', hear)
    return () => tree?.removeEventListener('reset', hear)
  }, [root])
}
