'use client'

import { useEffect, useRef, type ReactElement } from 'react'
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
  const ref = useRef<HTMLInputElement>(null)
  const isInvalid = isChosen && !isUsable
  useEffect(() => {
    const radio = ref.current
    if (!radio) return undefined
    group.sync(radio)
    return () => group.sync(radio)
  }, [group, isChosen, isUsable])
  useEffect(() => ref.current?.setCustomValidity(isInvalid ? problem : ''), [isInvalid, problem])
  return (
    <input
      ref={ref}
      type="radio"
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
