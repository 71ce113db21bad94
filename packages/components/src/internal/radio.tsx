'use client'

import { useContext, useEffect, useRef, type ReactElement } from 'react'
import { PickerContext } from '../picker-root/picker-context.ts'
import { useGroup } from './radio-group.ts'

export interface RadioProps {
  readonly value: string
  readonly isChosen: boolean
  readonly isUsable: boolean
  /** Why a chosen radio can't stay so; the form around it is invalid meanwhile. */
  readonly problem: string
  /** Called for a radio that can't be used as well: whoever chooses has the last word. */
  readonly onChoose: () => void
  readonly labelledBy: string | undefined
  readonly describedBy: string | undefined
}

/**
 * A native radio that can be reached, but not chosen, while it can't be used. It has no `name`: what a form sends is the picker's
 * one hidden field, so the group sets the position by attributes.
 */
export function Radio(props: RadioProps): ReactElement {
  const { isChosen, isUsable, onChoose, problem } = props
  const { group } = useGroup()
  const { form } = useContext(PickerContext)
  const ref = useRef<HTMLInputElement>(null)
  const isInvalid = isChosen && !isUsable
  useEffect(() => {
    const radio = ref.current
    if (!radio) return undefined
    // What a reset of the form goes back to, wherever the list began.
    radio.defaultChecked = false
    group.sync(radio, isInvalid ? problem : '')
    return () => group.sync(radio)
  }, [group, isChosen, isUsable, isInvalid, problem])
  return (
    <input
      ref={ref}
      type="radio"
      form={form}
      className="till-radio"
      value={props.value}
      checked={isChosen}
      onKeyDown={group.onKeyDown}
      onFocus={group.onFocus}
      onBlur={group.onBlur}
      onChange={onChoose}
      onClick={(event) => {
        if (!isUsable) event.preventDefault()
      }}
      aria-disabled={!isUsable || undefined}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
    />
  )
}
