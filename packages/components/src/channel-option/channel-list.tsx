'use client'

import type { ChannelId, PaymentMethod } from '@tillkit/core'
import { useChannelOrder } from '@tillkit/hooks'
import { useState, type ReactElement } from 'react'
import { createRadioGroup } from '../internal/radio-group.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { ChannelOption } from './channel-option.tsx'

export interface ChannelListProps {
  readonly method: PaymentMethod
  readonly labelledBy: string
  readonly bannerId: string
  readonly choose: (channel: ChannelId) => boolean
}

/** The channels of an open method: tiles, those that work first, the others under a heading with their reasons. */
export function ChannelList({ method, labelledBy, bannerId, choose }: ChannelListProps): ReactElement {
  const [group] = useState(createRadioGroup)
  const { t } = useMessages()
  const order = useChannelOrder(method.id).split('\n')
  const channels = order.flatMap((id) => method.channels.find((channel) => channel.id === id) ?? [])
  return (
    <div className="till-channels" role="radiogroup" aria-labelledby={labelledBy}>
      {channels.map((channel, index) => (
        <ChannelOption
          key={channel.id}
          channel={channel}
          choose={choose}
          group={group}
          bannerId={bannerId}
          position={index + 1}
          count={channels.length}
        />
      ))}
      {/* Stands between the two kinds by the style sheet's order; each row's own name says the same to a screen reader. */}
      <div className="till-channels__rest" aria-hidden="true">
        {t('restHeading')}
      </div>
    </div>
  )
}
