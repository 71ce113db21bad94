'use client'
import { nameStatus, type ChannelId } from '@tillkit/core'
import { useCallback } from 'react'
import { usePaymentsContext } from './checkout-context.ts'

/** What a shop that pays by its own means saw. Times are epoch milliseconds. */
export interface SeenAnswer {
  /** imoje's HTTP status. */
  readonly status: number
  /** When the request left. @defaultValue now */
  readonly sentAt?: number
  /** What `Retry-After` asked for, in milliseconds. */
  readonly retryAfterMs?: number
}

/**
 * Reports an answer of imoje's to a payment that the shop made by itself, so that the picker learns from it too.
 * @example
 * const report = useReport()
 * report('pbl/mtransfer', { status: 500 })
 */
export function useReport(): (channel: ChannelId, seen: SeenAnswer) => void {
  const { checkout } = usePaymentsContext()
  return useCallback(
    (channel, { status, sentAt, retryAfterMs }) => {
      const name = status >= 200 && status < 300 ? 'accepted' : nameStatus(status)
      const at = checkout.client.internals.clock.now()
      checkout.observe({ channel, name, status, sentAt: sentAt ?? at, at, retryAfterMs })
    },
    [checkout],
  )
}
