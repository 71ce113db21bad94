'use client'

import type { ChannelId, MethodId, PaymentMethod } from '@tillkit/core'
import { useIsOpen, useMethodAvailability } from '@tillkit/hooks'
import { memo, useId, type ReactElement } from 'react'
import { ChannelList } from '../channel-option/channel-list.tsx'
import { ChoiceRow, type RowPlace } from '../internal/choice-row.tsx'
import { availabilityAttributes } from '../internal/data-attributes.ts'
import { useMessages } from '../messages/messages-provider.tsx'

export interface MethodGroupProps extends RowPlace {
  readonly method: PaymentMethod
  readonly choose: (channel: ChannelId) => boolean
  readonly open: (method: MethodId) => boolean
}

/**
 * One method: a row, and in place below it the channels once it is open. A method with a single channel is that channel.
 * Memoised because the list renders whenever the choice changes, and every row but two is the same then.
 */
export const MethodGroup: React.MemoExoticComponent<(props: MethodGroupProps) => ReactElement> = memo(
  function MethodGroup({ method, choose, open, ...place }: MethodGroupProps): ReactElement {
    const nameId = useId()
    const availability = useMethodAvailability(method.id)
    const isOpen = useIsOpen(method.id)
    const { find, list } = useMessages()
    const { channels } = method
    const isSingle = channels.length === 1
    const [kind = ''] = method.id.split('~')
    const labels = channels.map(({ label }) => label)
    const name = method.label ?? find(`method.${kind}`) ?? list(labels)
    // The one channel's own name, where it differs, is what messages about it will say.
    const own = isSingle && labels[0] !== name ? labels[0] : undefined
    const help = own ?? find(`help.${kind}`) ?? list(labels)
    return (
      <div
        className="till-method"
        data-method={method.id}
        data-selected={isSingle && isOpen}
        data-open={!isSingle && isOpen}
        {...availabilityAttributes(availability)}
      >
        <ChoiceRow
          {...place}
          id={(isSingle && channels[0]?.id) || method.id}
          nameId={nameId}
          name={name}
          help={help === name ? undefined : help}
          image={method.image ?? (isSingle ? channels[0]?.image : undefined)}
          availability={availability}
          isChosen={isOpen}
          onChoose={() => open(method.id)}
        />
        {isOpen && !isSingle && (
          <ChannelList method={method} labelledBy={nameId} bannerId={place.bannerId} choose={choose} />
        )}
      </div>
    )
  },
)
