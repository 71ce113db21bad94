'use client'
import { nameStatus, type ChannelId } from '@tillkit/core'
import { useCallback } from 'react'
import { observePayment } from '../client/observe.ts'
import { usePaymentsContext } from './checkout-context.ts'

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
  const { client, refresh } = usePaymentsContext().checkout
  return useCallback(
    (channel, answer) => {
      const at = client.internals.clock.now()
      const { status } = answer
      const name = status < 300 ? 'accepted' : nameStatus(status)
      observePayment(client.internals, channel, name, { sentAt: at, at, ...answer })
      if (name === '406') void refresh(true)
    },
    [client, refresh],
  )
}
