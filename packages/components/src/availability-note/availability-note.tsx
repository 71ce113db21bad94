'use client'

import type { Availability } from '@tillkit/core'
import { useOrder } from '@tillkit/hooks'
import type { ComponentProps, ReactNode } from 'react'
import { join } from '../internal/join.ts'
import { useMounted } from '../internal/use-mounted.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { describeAvailability } from './describe-availability.ts'

/** Props of {@link AvailabilityNote}, beside those of a `<span>`. */
export interface AvailabilityNoteProps extends ComponentProps<'span'> {
  /** What the sentence is made of. */
  readonly availability: Availability
  /** Id of the channel or method it is about. @defaultValue it has no sentences of its own */
  readonly of?: string | undefined
  /** Stands in its place while there is nothing to explain. @defaultValue nothing */
  readonly children?: ReactNode
}

/** The sentence that says why a channel can't be used and from when. */
export function AvailabilityNote(props: AvailabilityNoteProps): ReactNode {
  const { availability, of, className, children, ...rest } = props
  const { reason } = describeAvailability(availability, useOrder(), useMessages(of), useMounted())
  if (!reason) return children
  return (
    <span {...rest} className={join('till-note', className)} data-availability={availability.status}>
      {reason}
    </span>
  )
}
