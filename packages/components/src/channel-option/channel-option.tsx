'use client'

import type { ChannelId, PaymentChannel } from '@tillkit/core'
import { useAvailability, useIsChosen } from '@tillkit/hooks'
import { memo, type ReactElement } from 'react'
import { ChoiceRow, type RowPlace } from '../internal/choice-row.tsx'
import { availabilityAttributes } from '../internal/data-attributes.ts'

export interface ChannelOptionProps extends RowPlace {
  readonly channel: PaymentChannel
  readonly choose: (channel: ChannelId) => boolean
}

/** One channel of an open method, such as a bank. Memoised like the method's row: a list has dozens, and one changes at a time. */
export const ChannelOption: React.MemoExoticComponent<(props: ChannelOptionProps) => ReactElement> = memo(
  function ChannelOption({ channel, choose, ...place }: ChannelOptionProps): ReactElement {
    const availability = useAvailability(channel.id)
    const isChosen = useIsChosen(channel.id)
    return (
      <div
        className="till-channel"
        data-channel={channel.id}
        data-selected={isChosen}
        {...availabilityAttributes(availability)}
      >
        <ChoiceRow
          {...place}
          id={channel.id}
          name={channel.label}
          image={channel.image}
          availability={availability}
          isChosen={isChosen}
          onChoose={() => choose(channel.id)}
        />
      </div>
    )
  },
)
