'use client'

import { useContext, useEffect, useRef, type ReactElement } from 'react'
import { PickerContext } from '../picker-root/picker-context.ts'
import { useMissing } from './use-missing.ts'

export interface MissingChoiceProps {
  readonly because: 'nothing-chosen' | 'channel-not-chosen'
}

/** Holds a form back that requires a choice, where there is no row that could. Nobody sees it or comes to it with Tab. */
export function MissingChoice({ because }: MissingChoiceProps): ReactElement | null {
  const missing = useMissing(because)
  const { form } = useContext(PickerContext)
  const field = useRef<HTMLInputElement>(null)
  useEffect(() => field.current?.setCustomValidity(missing ?? ''), [missing])
  if (missing === undefined) return null
  return (
    <input
      ref={field}
      type="radio"
      form={form}
      className="till-sr-only"
      tabIndex={-1}
      aria-disabled="true"
      aria-label={missing}
      onClick={(event) => event.preventDefault()}
    />
  )
}
