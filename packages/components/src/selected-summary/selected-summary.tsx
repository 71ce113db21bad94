'use client'

import { useAvailability, usePaymentMethods, usePaymentSelection } from '@tillkit/hooks'
import { useContext, type ComponentProps, type ReactElement } from 'react'
import { AvailabilityNote } from '../availability-note/availability-note.tsx'
import { availabilityAttributes } from '../internal/data-attributes.ts'
import { join } from '../internal/join.ts'
import { Mark } from '../internal/mark.tsx'
import { nameMethod } from '../internal/name-method.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'

/** What is chosen, in one line; nothing while nothing is. Children stand at its end. */
export function SelectedSummary(props: ComponentProps<'div'>): ReactElement | null {
  const { className, children, ...rest } = props
  const { method: open, channel } = usePaymentSelection()
  const method = usePaymentMethods().methods.find(({ id }) => id === open)
  const availability = useAvailability(channel?.id ?? '/')
  const { extras } = useContext(PickerContext)
  const words = useMessages()
  if (!method || !channel) return null
  const own = nameMethod(method, words)
  const isSingle = method.channels.length === 1
  const name = isSingle ? own.name : channel.label
  const help = isSingle ? own.help : own.name
  const fee = extras?.[channel.id]?.fee
  return (
    <div
      {...rest}
      className={join('till-card till-summary', className)}
      data-channel={channel.id}
      {...availabilityAttributes(availability)}
    >
      <Mark of={channel.id} label={name} image={channel.image ?? method.image} />
      <span className="till-row__text">
        <span className="till-row__name">{name}</span>
        <AvailabilityNote of={channel.id} availability={availability}>
          {help && <span className="till-help">{help}</span>}
        </AvailabilityNote>
      </span>
      {fee && <span className="till-row__fee">{fee}</span>}
      {children}
    </div>
  )
}
