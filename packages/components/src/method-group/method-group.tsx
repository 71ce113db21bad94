'use client'

import type { PaymentMethod } from '@tillkit/core'
import { useIsOpen, useMethodAvailability } from '@tillkit/hooks'
import { memo, useId, type ComponentProps, type ReactElement } from 'react'
import { BlikEntry } from '../blik-code/blik-entry.tsx'
import { ChannelList } from '../channel-list/channel-list.tsx'
import { ChoiceRow } from '../internal/choice-row.tsx'
import { availabilityAttributes } from '../internal/data-attributes.ts'
import { join } from '../internal/join.ts'
import { nameMethod } from '../internal/name-method.ts'
import { useGroup } from '../internal/radio-group.ts'
import { useMessages } from '../messages/messages-provider.tsx'

/** Props of {@link MethodGroup}, beside those of a `<div>`. */
export interface MethodGroupProps extends Omit<ComponentProps<'div'>, 'children'> {
  /** The method, with the channels it opens to. */
  readonly method: PaymentMethod
}

/**
 * One method: a row, and once it is open its channels: in place below it, in tabs and grid below all tiles. A method with a single
 * channel is that channel.
 * Memoised because the list renders whenever the choice changes, and every row but two is the same then.
 */
export const MethodGroup: React.MemoExoticComponent<(props: MethodGroupProps) => ReactElement> = memo(
  function MethodGroup({ method, className, ...rest }: MethodGroupProps): ReactElement {
    const nameId = useId()
    const availability = useMethodAvailability(method.id)
    const isOpen = useIsOpen(method.id)
    const { open, isTiled } = useGroup()
    const { name, help } = nameMethod(method, useMessages())
    const [only, ...others] = method.channels
    const isSingle = others.length === 0
    const hasPanel = isOpen && !isTiled
    return (
      <div
        {...rest}
        className={join('till-method', className)}
        data-method={method.id}
        data-selected={isSingle && isOpen}
        data-open={!isSingle && isOpen}
        {...availabilityAttributes(availability)}
      >
        <ChoiceRow
          id={(isSingle && only?.id) || method.id}
          nameId={nameId}
          name={name}
          help={help}
          image={method.image ?? (isSingle ? only?.image : undefined)}
          availability={availability}
          isChosen={isOpen}
          onChoose={() => open(method.id)}
        />
        {hasPanel && isSingle && only && <BlikEntry channel={only} />}
        {hasPanel && !isSingle && <ChannelList method={method} aria-labelledby={nameId} />}
      </div>
    )
  },
)
