'use client'

import type { PaymentMethod } from '@tillkit/core'
import { usePaymentMethods } from '@tillkit/hooks'
import { useContext } from 'react'
import { byPriority } from '../internal/by-priority.ts'
import { kindOf } from '../internal/name-method.ts'
import { PickerContext } from '../picker-root/picker-context.ts'

/** The methods that this picker shows, in its order. */
export function useShownMethods(): readonly PaymentMethod[] {
  const { methods } = usePaymentMethods()
  const { only, priority } = useContext(PickerContext)
  const shown = only ? methods.filter(({ id }) => only.includes(kindOf(id))) : methods
  // A method with a single channel is that channel, so either id means it.
  return byPriority(shown, priority, ({ id, channels: [first, second] }) => [
    kindOf(id),
    second ? undefined : first?.id,
  ])
}
