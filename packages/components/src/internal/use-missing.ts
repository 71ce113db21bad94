'use client'

import { useGatewayStatus } from '@tillkit/hooks'
import { useContext } from 'react'
import { useMessages } from '../messages/messages-provider.tsx'
import { PickerContext } from '../picker-root/picker-context.ts'

/** What a form around says while there is nothing to pay with; nothing where the picker isn't required. */
export function useMissing(because: 'nothing-chosen' | 'channel-not-chosen'): string | undefined {
  const { required } = useContext(PickerContext)
  const { gateway } = useGatewayStatus()
  const { t } = useMessages()
  if (!required) return undefined
  const isAway = gateway.status === 'down' || gateway.status === 'misconfigured'
  return t(`blocked.${isAway ? 'gateway' : because}`)
}
