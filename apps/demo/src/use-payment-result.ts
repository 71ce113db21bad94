import { systemClock } from '@tillkit/core'
import { useEffect, useState } from 'react'
import type { ShopOrderView } from '../shared/shop-wire.ts'
import { findOrder } from './shop-api.ts'

/** How an order's payment stands. `missing`: not this browser's order. `unreachable`: nobody could say. */
export type PaymentResult = 'asking' | 'paid' | 'pending' | 'failed' | 'none' | 'missing' | 'unreachable'

/** imoje's word may come a little later than the shopper. */
const pauseMs = 2_000
const mostQuestions = 6

/** Asks for the shop's record of an order's payment, if there is an order: the address the shopper came back on proves nothing. */
export function usePaymentResult(initial: ShopOrderView | undefined): {
  readonly result: PaymentResult
  /** The order as the backend last told it: once paid, it is what was paid for. */
  readonly order: ShopOrderView | undefined
  readonly askAgain: () => void
} {
  const [order, setOrder] = useState(initial)
  const [result, setResult] = useState<PaymentResult>(initial ? 'asking' : 'missing')
  const orderId = initial?.id
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (orderId === undefined) return undefined
    let isOver = false
    let cancel: (() => void) | undefined
    const ask = async (question: number): Promise<void> => {
      const said = await readPayment(orderId)
      // The cart may have grown while the bank's page was open: paid is only what the shop's own record lists.
      const paid = said === 'paid' ? await findOrder(orderId).catch(() => undefined) : undefined
      if (isOver) return
      const answer = said === 'paid' && !paid?.isPaid ? 'pending' : said
      if (paid) setOrder(paid)
      const isOpen = answer === 'pending' || answer === 'unreachable'
      if (isOpen && question < mostQuestions)
        cancel = systemClock.setTimer(() => void ask(question + 1), pauseMs)
      setResult(answer)
    }
    void ask(1)
    return () => {
      isOver = true
      cancel?.()
    }
  }, [orderId, round])

  return { result, order, askAgain: () => setRound((before) => before + 1) }
}

const known = ['paid', 'pending', 'failed', 'none'] as const

async function readPayment(orderId: string): Promise<PaymentResult> {
  try {
    const answer = await fetch(`/api/payments/orders/${encodeURIComponent(orderId)}/payment`)
    const { status } = (await answer.json()) as { readonly status?: unknown }
    return known.find((word) => word === status) ?? 'unreachable'
  } catch {
    return 'unreachable'
  }
}
