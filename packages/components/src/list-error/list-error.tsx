'use client'

import { consequenceOf, isProblemType, type Failure } from '@tillkit/core'
import type { ComponentProps, ReactElement } from 'react'
import { join } from '../internal/join.ts'
import { useMessages } from '../messages/messages-provider.tsx'

export interface ListErrorProps extends ComponentProps<'div'> {
  /** `slow`: nothing failed yet; `empty`: there is a list, and nothing in it fits. */
  readonly because: 'listFailed' | 'empty' | 'slow'
  /** The answer there was instead of a list; the shop's own words are told from it. */
  readonly failure?: Failure | undefined
  readonly onRetry: () => void
}

/** Why there is nothing to choose from, and what now. */
export function ListError(props: ListErrorProps): ReactElement {
  const { because, failure, onRetry, className, ...rest } = props
  const { t } = useMessages()
  // Sign in again, reload, wait: what trying once more wouldn't mend.
  const told = failure && isProblemType(failure.name) ? consequenceOf(failure.name).message : undefined
  return (
    <div role="status" {...rest} className={join('till-card till-list-error', className)}>
      <p>
        {told && told !== 'couldNotStart' && told !== 'unknown'
          ? t(`failure.${told}`, { channel: '' })
          : t(because)}
      </p>
      <button type="button" className="till-button" onClick={onRetry}>
        {t('tryAgain')}
      </button>
    </div>
  )
}
