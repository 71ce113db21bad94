'use client'

import type { PaymentChannel } from '@tillkit/core'
import { useAvailability, useIsChosen } from '@tillkit/hooks'
import { memo, type ComponentProps, type ReactElement } from 'react'
import { BlikEntry } from '../blik-code/blik-entry.tsx'
import { ChoiceRow } from '../internal/choice-row.tsx'
import { availabilityAttributes } from '../internal/data-attributes.ts'
import { join } from '../internal/join.ts'
import { useGroup } from '../internal/radio-group.ts'

/** Props of {@link ChannelOption}, beside those of a `<div>`. */
export interface ChannelOptionProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** The channel that the row chooses. */
  readonly channel: PaymentChannel
  /** A line below the name. @defaultValue nothing */
  readonly help?: string | undefined
}

/** One channel of an open method, such as a bank. Memoised like the method's row: a list has dozens, and one changes at a time. */
export const ChannelOption: React.MemoExoticComponent<(props: ChannelOptionProps) => ReactElement> = memo(
  function ChannelOption({ channel, help, className, ...rest }: ChannelOptionProps): ReactElement {
    const availability = useAvailability(channel.id)
    const isChosen = useIsChosen(channel.id)
    const { choose, isTiled } = useGroup()
    return (
      <div
        {...rest}
        className={join('till-channel', className)}
        data-channel={channel.id}
        data-selected={isChosen}
        {...availabilityAttributes(availability)}
      >
        <ChoiceRow
          id={channel.id}
          name={channel.label}
          help={help}
          image={channel.image}
          availability={availability}
          isChosen={isChosen}
          onChoose={() => choose(channel.id)}
        />
        {isChosen && !isTiled && <BlikEntry channel={channel} />}
      </div>
    )
  },
)
