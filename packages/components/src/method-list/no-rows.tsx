'use client'

import { usePaymentMethods } from '@tillkit/hooks'
import type { ReactElement } from 'react'
import { ListError } from '../list-error/list-error.tsx'
import { ListSkeleton } from '../list-skeleton/list-skeleton.tsx'
import { useMessages } from '../messages/messages-provider.tsx'

/** What stands in the place of rows that can be used. While imoje is away and there is no list, the banner says so alone. */
export function NoRows(): ReactElement | null {
  const { status, emptyBecause, failure, refresh } = usePaymentMethods()
  const { t } = useMessages()
  const retry = (): void => void refresh()
  if (status === 'waiting') return null
  if (status === 'loading')
    return <ListSkeleton label={t('loading')} late={<ListError because="slow" onRetry={retry} />} />
  if (status === 'failed') return <ListError because="listFailed" failure={failure} onRetry={retry} />
  return <ListError because={emptyBecause ? `empty.${emptyBecause}` : 'empty'} onRetry={retry} />
}
