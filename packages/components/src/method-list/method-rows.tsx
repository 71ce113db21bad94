'use client'

import type { PaymentMethod } from '@tillkit/core'
import { useContext, useId, type ReactElement } from 'react'
import { ChannelList } from '../channel-list/channel-list.tsx'
import { join } from '../internal/join.ts'
import { GroupContext } from '../internal/radio-group.ts'
import { MissingChoice } from '../internal/missing-choice.tsx'
import { useMissing } from '../internal/use-missing.ts'
import { useRadioGroup } from '../internal/use-radio-group.ts'
import { useRanked } from '../internal/use-ranked.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { MethodGroup } from '../method-group/method-group.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import { BelowTiles } from './below-tiles.tsx'
import { ChannelRows } from './channel-rows.tsx'
import type { MethodListProps } from './method-list-props.ts'
import { NoRows } from './no-rows.tsx'
import { useShownMethods } from './use-shown-methods.ts'

/** The rows, or what stands in their place. */
export function MethodRows(props: MethodListProps): ReactElement {
  const { children = toRow, className, 'aria-label': label, 'aria-labelledby': labelledBy, ...rest } = props
  const { layout = 'list', grouping, form } = useContext(PickerContext)
  const isTiled = layout === 'tabs' || layout === 'grid'
  const shown = useShownMethods()
  const methods = useRanked(
    isTiled ? [...shown, false as const] : shown,
    (method) => (method ? method.id : ''),
    isTiled,
  )
  const missing = useMissing('nothing-chosen')
  const { context, selection } = useRadioGroup(missing, isTiled)
  const { channel, isUsable } = selection
  const legendId = useId()
  const { t } = useMessages()
  const [first, ...others] = shown
  if (!first)
    return (
      <>
        <NoRows />
        <MissingChoice because="nothing-chosen" />
      </>
    )
  const isAlone = others.length === 0 && first.channels.length > 1
  return (
    <fieldset
      {...rest}
      className={join('till-card till-list', className)}
      form={form}
      role={isAlone ? undefined : 'radiogroup'}
      aria-labelledby={labelledBy ?? legendId}
      aria-invalid={isAlone ? undefined : channel && !isUsable}
      aria-required={isAlone ? undefined : missing !== undefined}
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
          <ChannelRows methods={shown} isTiled={isTiled} />
        ) : (
          methods.map((method) => (method ? children(method) : <BelowTiles key="" />))
        )}
      </GroupContext>
    </fieldset>
  )
}

const toRow = (method: PaymentMethod): ReactElement => <MethodGroup key={method.id} method={method} />
