'use client'
import { useEffect, useEffectEvent } from 'react'
import type { PaymentsEvent } from '../client/events.ts'
import { useCheckout } from './checkout-context.ts'

/** Calls back for every event of the provider's client while mounted. */
export function usePaymentsEvent(listener: (event: PaymentsEvent) => void): void {
  const { client } = useCheckout()
  const heard = useEffectEvent(listener)
  useEffect(() => client.subscribe((event) => heard(event)), [client])
}
