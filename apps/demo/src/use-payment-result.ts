import { systemClock } from '@tillkit/core'
import { useEffect, useState } from 'react'

/** How an order's payment stands. `missing`: not this browser's order. `unreachable`: nobody could say. */
export type PaymentResult = 'asking' | 'paid' | 'pending' | 'failed' | 'none' | 'missing' | 'unreachable'

/** imoje's word may come a little later than the shopper. */
const pauseMs = 2_000
const mostQuestions = 6

/** Asks for the shop's record of an order's payment, if there is an order: the address the shopper came back on proves nothing. */
export function usePaymentResult(orderId: string | undefined): {
  readonly result: PaymentResult
  readonly askAgain: () => void
} {
  const [result, setResult] = useState<PaymentResult>(orderId === undefined ? 'missing' : 'asking')
  const [round, setRound] = useState(0)

  useEffect(() => {
    if (orderId === undefined) return undefined
    let isOver = false
    let cancel: (() => void) | undefined
    const ask = async (question: number): Promise<void> => {
      const answer = await readPayment(orderId)
      if (isOver) return
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

  return { result, askAgain: () => setRound((before) => before + 1) }
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
