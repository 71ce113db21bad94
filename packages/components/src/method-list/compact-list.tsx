'use client'

import { usePaymentSelection } from '@tillkit/hooks'
import { useEffect, useRef, useState, type ReactElement } from 'react'
import { BlikEntry } from '../blik-code/blik-entry.tsx'
import { useMessages } from '../messages/messages-provider.tsx'
import { SelectedSummary } from '../selected-summary/selected-summary.tsx'
import type { MethodListProps } from './method-list-props.ts'
import { MethodRows } from './method-rows.tsx'

/**
 * The list until something is picked, then one line with a way back. What can't be paid with any more opens the list again, with
 * its reason. Arrows choose without picking: the rows would go while they are looked through.
 */
export function CompactList(props: MethodListProps): ReactElement {
  const { channel, isUsable } = usePaymentSelection()
  const [isAsked, setAsked] = useState(false)
  const isLine = !isAsked && channel !== undefined && isUsable
  const place = useRef<HTMLDivElement>(null)
  const hasFocus = useRef(false)
  const isWalking = useRef(false)
  const { t } = useMessages()
  // Focus was on what is gone now: it goes to what came in its place, and is never taken from elsewhere.
  useEffect(() => {
    if (!hasFocus.current || place.current?.contains(document.activeElement)) return
    const targets = place.current?.querySelectorAll<HTMLElement>(isLine ? 'button' : 'input:checked')
    targets?.[targets.length - 1]?.focus()
  }, [isLine])
  return (
    <div
      ref={place}
      className="till-compact"
      onFocus={() => {
        hasFocus.current = true
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        hasFocus.current = currentTarget.contains(relatedTarget)
      }}
    >
      {isLine ? (
        <SelectedSummary>
          <button type="button" className="till-button" onClick={() => setAsked(true)}>
            {t('change')}
          </button>
          <BlikEntry channel={channel} />
        </SelectedSummary>
      ) : (
        <MethodRows
          {...props}
          onKeyDownCapture={({ key }) => {
            isWalking.current = key.startsWith('Arrow')
            if (isWalking.current) setAsked(true)
          }}
          onPointerDownCapture={() => {
            isWalking.current = false
          }}
          onClick={({ target }) => {
            if (!isWalking.current && isChannel(target)) setAsked(false)
          }}
          // Browsers make no click of Space on a radio that is checked already.
          onKeyUpCapture={({ key, target }) => {
            if (key === ' ' && isChannel(target) && target.checked) setAsked(false)
          }}
        />
      )}
    </div>
  )
}

/** A method's radio only opens its channels. */
const isChannel = (target: EventTarget): target is HTMLInputElement =>
  target instanceof HTMLInputElement && target.type === 'radio' && target.value.includes('/')
