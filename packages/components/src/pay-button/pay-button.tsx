'use client'

import { useAttempt, useGatewayStatus, useOrder } from '@tillkit/hooks'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link PayButton}, beside those of a `<button>`. */
export interface PayButtonProps extends ComponentProps<'button'> {
  /** Usually `usePay().pay`, which says what is missing when it can't start. */
  readonly onPay: () => void
}

/** "Pay 129,99 zł". It is never `disabled`: pressed too early, it leads to the reason. */
export function PayButton({ onPay, className, ...rest }: PayButtonProps): ReactElement {
  const { t, money } = useMessages()
  const { amount, currency } = useOrder()
  const { status } = useAttempt()
  const { gateway } = useGatewayStatus()
  const isBusy = ['starting', 'linking', 'checking', 'confirming', 'redirecting'].includes(status)
  return (
    <button
      type="button"
      {...rest}
      className={join('till-pay', className)}
      aria-disabled={isBusy || gateway.status !== 'up' || undefined}
      data-busy={isBusy}
      onClick={() => {
        if (!isBusy) onPay()
      }}
    >
      {isBusy ? t('busy') : t('pay', { amount: money(amount, currency) })}
    </button>
  )
}
