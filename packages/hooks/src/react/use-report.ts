'use client'
import { nameStatus, type ChannelId } from '@tillkit/core'
import { useCallback } from 'react'
import { useCheckout } from './checkout-context.ts'

/** What a shop that pays by its own means saw. Times are epoch milliseconds. */
export interface ReportedAnswer {
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
export function useReport(): (channel: ChannelId, answer: ReportedAnswer) => void {
  const { client, report } = useCheckout()
  return useCallback(
    (channel, answer) => {
      const at = client.internals.clock.now()
      const name = answer.status < 300 ? 'accepted' : nameStatus(answer.status)
      report(channel, name, { sentAt: at, at, ...answer })
    },
    [client, report],
  )
}
