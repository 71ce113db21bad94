'use client'

import { usePaymentSelection } from '@tillkit/hooks'
import { useContext, type ReactElement } from 'react'
import { BlikEntry } from '../blik-code/blik-entry.tsx'
import { ChannelList } from '../channel-list/channel-list.tsx'
import { nameMethod } from '../internal/name-method.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'
import { useShownMethods } from './use-shown-methods.ts'

/**
 * What stands in tabs and grid between the tiles and the rows that can't be used: what is open, and the heading of those rows. Also
 * in the page: whoever listens to it hears what is open where others see it.
 */
export function BelowTiles(): ReactElement {
  const { grouping } = useContext(PickerContext)
  const { method, channel } = usePaymentSelection()
  const open = useShownMethods().find(({ id }) => id === method)
  const words = useMessages()
  const hasChannels = grouping !== 'none' && open && open.channels.length > 1
  return (
    <>
      {hasChannels ? (
        <ChannelList key={open.id} method={open} aria-label={nameMethod(open, words).name} />
      ) : (
        open && channel && <BlikEntry channel={channel} />
      )}
      <div className="till-rest" aria-hidden="true">
        {words.t('restHeading')}
      </div>
    </>
  )
}
