'use client'

import { consequenceOf, isProblemType, type Failure } from '@tillkit/core'
import { useOrder } from '@tillkit/hooks'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link ListError}, beside those of a `<div>`. */
export interface ListErrorProps extends ComponentProps<'div'> {
  /**
   * `slow`: nothing failed yet; `empty`: there is a list, and nothing in it fits; `empty.none`: nothing is active in the shop;
   * `empty.currency`: nothing takes the order's currency.
   */
  readonly because: 'listFailed' | 'slow' | 'empty' | 'empty.none' | 'empty.currency'
  /** The answer there was instead of a list; the shop's own words are told from it. */
  readonly failure?: Failure | undefined
  /** Asks for the list again; usually `usePaymentMethods().refresh`. */
  readonly onRetry: () => void
}

/** Why there is nothing to choose from, and what now. */
export function ListError(props: ListErrorProps): ReactElement {
  const { because, failure, onRetry, className, ...rest } = props
  const { t } = useMessages()
  const { currency } = useOrder()
  // Sign in again, reload, wait: what trying once more wouldn't mend.
  const told = failure && isProblemType(failure.name) ? consequenceOf(failure.name).message : undefined
  return (
    <div
      role="status"
      {...rest}
      className={join('till-card till-list-error', className)}
      data-because={because}
    >
      <p>
        {told && told !== 'couldNotStart' && told !== 'unknown'
          ? t(`failure.${told}`, { channel: '' })
          : t(because, { currency })}
      </p>
      {/* Asked again, the same list would say the same: only the shop can help. */}
      {!because.includes('.') && (
        <button type="button" className="till-button" onClick={onRetry}>
          {t('tryAgain')}
        </button>
      )}
    </div>
  )
}
