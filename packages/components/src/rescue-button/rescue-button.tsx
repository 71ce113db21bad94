'use client'

import { usePaymentSelection } from '@tillkit/hooks'
import { useEffect, useRef, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useShownMethods } from '../method-list/use-shown-methods.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** While what is chosen can't be used: the nearest channel that can, one press away. Focus goes on to its radio. */
export function RescueButton(props: ComponentProps<'button'>): ReactElement | null {
  const { className, onClick, children, ...rest } = props
  const { channel, rescue, choose } = usePaymentSelection()
  const methods = useShownMethods()
  const { t } = useMessages(rescue?.id)
  const picker = useRef<Element>(null)
  // Once it is chosen the button is gone, and its radio may have come only now.
  useEffect(() => {
    if (picker.current && channel) findChoice(picker.current, channel.id)?.focus()
    picker.current = null
  }, [channel])
  // What this picker doesn't show isn't offered from here.
  if (!rescue || !methods.some(({ channels }) => channels.includes(rescue))) return null
  return (
    <button
      type="button"
      {...rest}
      className={join('till-button', className)}
      onClick={(event) => {
        onClick?.(event)
        if (event.defaultPrevented || !choose(rescue.id)) return
        picker.current = event.currentTarget.closest('.till-root')
      }}
    >
      {children ?? t('rescue', { channel: rescue.label })}
    </button>
  )
}

/** The radio, or, where the list is one line by then, the way back to it. */
const findChoice = (picker: Element, id: string): HTMLElement | null | undefined =>
  [...picker.querySelectorAll<HTMLInputElement>('input[type=radio]')].find(({ value }) => value === id) ??
  picker.querySelector<HTMLElement>('.till-summary button')
