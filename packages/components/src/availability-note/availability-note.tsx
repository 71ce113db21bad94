'use client'

import type { Availability } from '@tillkit/core'
import { useOrder } from '@tillkit/hooks'
import type { ComponentProps, ReactNode } from 'react'
import { join } from '../internal/join.ts'
import { useMounted } from '../internal/use-mounted.ts'
import { useMessages } from '../messages/messages-provider.tsx'
import { describeAvailability, type Description } from './describe-availability.ts'

/** What a row says of its availability, in the picker's words. */
export function useDescription(availability: Availability): Description {
  return describeAvailability(availability, useOrder(), useMessages(), useMounted())
}

export interface AvailabilityNoteProps extends ComponentProps<'span'> {
  readonly availability: Availability
  /** Stands in its place while there is nothing to explain. @defaultValue nothing */
  readonly children?: ReactNode
}

/** The sentence that says why a channel can't be used and from when. */
export function AvailabilityNote(props: AvailabilityNoteProps): ReactNode {
  const { availability, className, children, ...rest } = props
  const { reason } = useDescription(availability)
  if (!reason) return children
  return (
    <span {...rest} className={join('till-note', className)} data-availability={availability.status}>
      {reason}
    </span>
  )
}
