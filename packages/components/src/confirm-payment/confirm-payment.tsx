'use client'

import { useCountdown } from '@tillkit/hooks'
import { useId, type ComponentProps, type ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link ConfirmPayment}, beside those of a `<div>`. */
export interface ConfirmPaymentProps extends ComponentProps<'div'> {
  /** How long it can be confirmed (epoch milliseconds). */
  readonly until: number
}

/**
 * Sends the shopper to the bank's app, which asks for the rest. It stands in the list's place: until this payment has an end
 * nothing else may charge. Takes focus when told to, never by itself.
 */
export function ConfirmPayment({ until, className, children, ...rest }: ConfirmPaymentProps): ReactElement {
  const { t, time } = useMessages()
  const id = useId()
  return (
    <div
      role="group"
      tabIndex={-1}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text ${id}other`}
      {...rest}
      className={join('till-card till-confirm', className)}
    >
      <p id={`${id}title`} className="till-confirm__title">
        {t('confirming.title')}
      </p>
      <p id={`${id}text`}>{t('confirming.text', { time: time(until) })}</p>
      <TimeLeft until={until} />
      <p id={`${id}other`} className="till-help">
        {t('confirming.other')}
      </p>
      {children}
    </div>
  )
}

/** A leaf, since it alone renders each second. */
function TimeLeft({ until }: { readonly until: number }): ReactElement {
  const { t, left } = useMessages()
  return (
    <p aria-hidden="true" className="till-confirm__left">
      {t('confirming.left', { left: left(useCountdown(until)) })}
    </p>
  )
}
