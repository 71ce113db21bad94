'use client'

import type { PaymentMethod } from '@tillkit/core'
import { usePaymentMethods } from '@tillkit/hooks'
import { useContext, useId, type ReactElement } from 'react'
import { ChannelList } from '../channel-list/channel-list.tsx'
import { ChannelOption } from '../channel-option/channel-option.tsx'
import { byPriority } from '../internal/by-priority.ts'
import { join } from '../internal/join.ts'
import { nameMethod } from '../internal/name-method.ts'
import { GroupContext } from '../internal/radio-group.ts'
import { useRadioGroup } from '../internal/use-radio-group.ts'
import { ListError } from '../list-error/list-error.tsx'
import { ListSkeleton } from '../list-skeleton/list-skeleton.tsx'
import { useMessages } from '../messages/messages-provider.tsx'
import { MethodGroup } from '../method-group/method-group.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import type { MethodListProps } from './method-list-props.ts'
import { useShownMethods } from './use-shown-methods.ts'

/** The rows, or what stands in their place. While imoje is away and there is no list, the banner says so alone. */
export function MethodRows(props: MethodListProps): ReactElement | null {
  const { children = toRow, className, 'aria-label': label, 'aria-labelledby': labelledBy, ...rest } = props
  const { status, failure, refresh } = usePaymentMethods()
  const methods = useShownMethods()
  const { context, selection } = useRadioGroup()
  const { channel, isUsable } = selection
  const { layout = 'list', grouping, priority } = useContext(PickerContext)
  const legendId = useId()
  const words = useMessages()
  const { t } = words
  const retry = (): void => void refresh()

  if (status === 'waiting') return null
  if (status === 'loading')
    return <ListSkeleton label={t('loading')} late={<ListError because="slow" onRetry={retry} />} />
  if (status === 'failed') return <ListError because="listFailed" failure={failure} onRetry={retry} />
  const [first, ...others] = methods
  if (!first) return <ListError because="empty" onRetry={retry} />
  const isAlone = others.length === 0 && first.channels.length > 1
  const rows = methods.flatMap((method) => method.channels.map((each) => ({ method, channel: each })))
  return (
    <fieldset
      {...rest}
      className={join('till-card till-list', className)}
      role={isAlone ? undefined : 'radiogroup'}
      aria-labelledby={labelledBy ?? legendId}
      aria-invalid={isAlone ? undefined : channel && !isUsable}
      data-layout={layout}
    >
      {labelledBy === undefined && (
        <legend id={legendId} className="till-sr-only">
          {label ?? t('legend')}
        </legend>
      )}
      <GroupContext value={context}>
        {isAlone ? (
          <ChannelList method={first} aria-labelledby={labelledBy ?? legendId} />
        ) : grouping === 'none' ? (
          byPriority(rows, priority, (row) => [row.channel.id, row.method.id]).map((row) => {
            const { name, help } = nameMethod(row.method, words)
            const { id, label: own } = row.channel
            return <ChannelOption key={id} channel={row.channel} help={name === own ? help : name} />
          })
        ) : (
          methods.map((method) => children(method))
        )}
      </GroupContext>
      {/* Heads the tiles that can't be used, where a layout puts them last. */}
      <div className="till-rest" aria-hidden="true">
        {t('restHeading')}
      </div>
    </fieldset>
  )
}

const toRow = (method: PaymentMethod): ReactElement => <MethodGroup key={method.id} method={method} />
