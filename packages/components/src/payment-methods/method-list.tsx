'use client'

import { usePaymentMethods, usePaymentSelection } from '@tillkit/hooks'
import { useState, type ReactElement } from 'react'
import { createRadioGroup } from '../internal/radio-group.ts'
import { ListError } from '../list-error/list-error.tsx'
import { ListSkeleton } from '../list-skeleton/list-skeleton.tsx'
import { useMessages } from '../messages/messages-provider.tsx'
import { MethodGroup } from '../method-group/method-group.tsx'

export interface MethodListProps {
  /** Of the form field with the chosen channel's id. */
  readonly name: string
  readonly bannerId: string
  readonly label: string | undefined
  readonly labelledBy: string | undefined
}

/** The rows, or what stands in their place. While imoje is away and there is no list, the banner says so alone. */
export function MethodList({ name, bannerId, label, labelledBy }: MethodListProps): ReactElement | null {
  const { status, methods, failure, refresh } = usePaymentMethods()
  const { channel, isUsable, choose, open } = usePaymentSelection()
  const [group] = useState(createRadioGroup)
  const { t } = useMessages()
  const retry = (): void => void refresh()

  if (status === 'waiting') return null
  if (status === 'loading')
    return <ListSkeleton label={t('loading')} late={<ListError because="slow" onRetry={retry} />} />
  if (status === 'failed') return <ListError because="listFailed" failure={failure} onRetry={retry} />
  if (methods.length === 0) return <ListError because="empty" onRetry={retry} />
  return (
    <fieldset
      className="till-card till-list"
      role="radiogroup"
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-invalid={channel && !isUsable}
    >
      {label === undefined && labelledBy === undefined && (
        <legend className="till-sr-only">{t('legend')}</legend>
      )}
      {/* What can't be paid with is never submitted. */}
      {channel && isUsable && <input type="hidden" name={name} value={channel.id} />}
      {methods.map((method, index) => (
        <MethodGroup
          key={method.id}
          method={method}
          open={open}
          choose={choose}
          group={group}
          bannerId={bannerId}
          position={index + 1}
          count={methods.length}
        />
      ))}
    </fieldset>
  )
}
