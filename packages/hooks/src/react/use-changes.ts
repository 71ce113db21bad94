'use client'
import { useEffect, useState } from 'react'
import type { PaymentsEvent } from '../client/events.ts'
import { useCheckout } from './checkout-context.ts'

/** What changed by itself within about a second: enough for one message. */
export interface Changes {
  /** imoje as a whole; then the channels aren't named one by one. */
  readonly gateway?: 'up' | 'down' | 'misconfigured'
  /** What became of single channels, in the order it happened. */
  readonly channels: readonly (PaymentsEvent & { readonly type: 'availability-changed' })[]
}

const MERGE_MS = 1_000
const none: Changes = { channels: [] }

/**
 * The latest changes of availability, merged within a second, for a live region.
 * @example
 * const { channels } = useChanges()
 */
export function useChanges(): Changes {
  const checkout = useCheckout()
  const [changes, setChanges] = useState(none)

  useEffect(() => {
    const { clock } = checkout.client.internals
    let gathered = none
    let cancel: (() => void) | undefined
    const gather = (next: Changes): void => {
      gathered = next
      cancel ??= clock.setTimer(() => {
        cancel = undefined
        setChanges(gathered)
        gathered = none
      }, MERGE_MS)
    }
    const unsubscribe = checkout.client.subscribe((event) => {
      if (event.type === 'gateway-changed') gather({ ...gathered, gateway: event.to })
      if (event.type === 'availability-changed' && event.orderId === checkout.getOrder().id)
        gather({
          ...gathered,
          channels: [...gathered.channels.filter((other) => other.channel !== event.channel), event],
        })
    })
    // Listening to the checkout too: nothing changes while nobody looks.
    const leave = checkout.view.subscribe(() => undefined)
    return () => {
      leave()
      unsubscribe()
      cancel?.()
    }
  }, [checkout])

  return changes
}
