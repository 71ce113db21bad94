'use client'

import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Says that the order is paid. */
export function PaymentDone({ className, ...rest }: ComponentProps<'p'>): ReactElement {
  const { t } = useMessages()
  return (
    <p tabIndex={-1} {...rest} className={join('till-card till-done', className)}>
      {t('paid')}
    </p>
  )
}
