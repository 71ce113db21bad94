import type { Clock } from '@tillkit/core'
import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { PaidBy } from './attempt-entry.ts'
import type { Emit } from './events.ts'
import type { ImojeClient } from './imoje-client.ts'
import { decodeLinkTransactions, decodeTransactionAnswer, type UpstreamTransaction } from './imoje-wire.ts'
import type { Difference, PaymentEvent, ShopHooks } from './order-port.ts'

/** Takes imoje's word on transactions into the record, and tells the shop. */
export interface Settlement {
  /**
   * Takes in what imoje says of a transaction. Whatever comes twice, late or out of order, what is paid stays paid.
   * Rejects when the shop or the store fails: then it has to be said again.
   */
  apply(attempt: KnownAttempt | undefined, transaction: UpstreamTransaction): Promise<void>
  /**
   * As `apply` for ends that are seen in passing, of one transaction or of those of one link. Never rejects: what fails here has
   * left its own event, and imoje's notification brings the same word.
   */
  observe(attempt: KnownAttempt, transactions: readonly UpstreamTransaction[]): Promise<void>
  /** Tells the shop what paid an order, unless it has been told. Never rejects. */
  remindPaid(orderId: string, paid: PaidBy): Promise<void>
  /** Asks imoje what became of an open attempt, so that a lost notification doesn't leave it open. Never rejects. */
  refresh(attempt: KnownAttempt): Promise<void>
}

export interface SettlementParts {
  readonly record: AttemptRecord
  readonly client: ImojeClient
  readonly onPayment: ShopHooks['onPayment']
  readonly serviceId: string
  readonly clock: Clock
  readonly emit: Emit
}

/** Several tabs that poll ask imoje no more often than this, in milliseconds. */
const askAgainAfterMs = 2_000

export function createSettlement(parts: SettlementParts): Settlement {
  const { record, client, clock, emit } = parts
  const asked = new Map<string, { readonly at: number; readonly done: Promise<void> }>()

  const tell = async (payment: PaymentEvent): Promise<void> => {
    const what = `${payment.type}:${payment.transactionId}:${payment.status}`
    if (await record.wasTold(what)) return
    await parts.onPayment(payment)
    await record.noteTold(what)
    emit({ type: 'payment', payment })
  }

  const tellPaid = (orderId: string, paid: PaidBy): Promise<void> => {
    const { transactionId, status, amount, currency, afterFailure } = paid
    const late = afterFailure ? { afterFailure } : {}
    return tell({ type: 'paid', orderId, transactionId, status, amount, currency, ...late })
  }

  const cancelLinks = async (orderId: string, paidN: number): Promise<void> => {
    const attempts = await record.list(orderId)
    const open = attempts.filter(({ n, by, state }) => n !== paidN && by === 'link' && state === 'open')
    const ids = open.flatMap(({ upstreamId }) => upstreamId ?? [])
    await Promise.all(ids.map((id) => client.cancelPayment(id)))
  }

  const applyPaid = async (attempt: KnownAttempt, change: PaymentChange): Promise<void> => {
    const { orderId, ...money } = change
    const afterFailure = attempt.state === 'failed'
    const first = await record.claimPaid(orderId, {
      ...money,
      n: attempt.n,
      ...(afterFailure && { afterFailure }),
    })
    if (first.transactionId !== change.transactionId)
      return tell({ ...change, type: 'paid-twice', firstTransactionId: first.transactionId })
    await tellPaid(orderId, first)
    await cancelLinks(orderId, attempt.n)
  }

  const apply = async (
    attempt: KnownAttempt | undefined,
    transaction: UpstreamTransaction,
  ): Promise<void> => {
    const { id, status = 'unknown', currency = '', amount = 0 } = transaction
    const change = {
      orderId: attempt?.orderId ?? transaction.orderId ?? '',
      transactionId: id,
      status,
      amount,
      currency,
    }
    const differs = attempt ? findDifference(attempt, transaction, parts.serviceId) : 'attempt'
    if (!attempt || differs) return tell({ ...change, type: 'mismatch', differs: differs ?? 'attempt' })

    const found = attempt.by === 'transaction' && attempt.upstreamId === undefined
    if (found) await record.noteId(attempt, id, 'found')
    const known = found ? { ...attempt, upstreamId: id } : attempt
    const end = endOf(status)
    if (end === 'paid') return applyPaid(known, change)
    if (await record.paidBy(attempt.orderId))
      return emit({ type: 'notification-ignored', reason: 'order-paid' })
    // The word on a transaction whose address nobody got isn't the word on the one sent after it.
    const outdated = attempt.by === 'transaction' && known.upstreamId !== id
    if (outdated || (end === 'pending' && attempt.state === 'failed' && attempt.transactionId === id))
      return emit({ type: 'notification-ignored', reason: 'outdated' })
    if (end === 'failed') await record.noteFailed(known, id)
    await tell({ ...change, type: end })
  }

  const observe: Settlement['observe'] = async (attempt, transactions) => {
    const ended = transactions.filter(({ status = '' }) => endOf(status) !== 'pending')
    // By a link several may be tried; a settled one counts over what was refused before it.
    const settled = ended.find(({ status = '' }) => endOf(status) === 'paid')
    const last = settled ?? (ended.length === transactions.length ? ended.at(-1) : undefined)
    if (!last) return
    const { orderId, amount, currency } = attempt
    // This was asked for by its id, so what it leaves out can't be about anything else.
    const told = { serviceId: parts.serviceId, orderId, amount, currency, ...last }
    await apply(attempt, told).catch(() => undefined)
  }

  const ask = async (attempt: KnownAttempt, id: string): Promise<void> => {
    const answer = await (attempt.by === 'link' ? client.getPayment(id) : client.getTransaction(id))
    if (answer.outcome !== 'answered' || answer.status !== 200) return
    if (attempt.by === 'link') return observe(attempt, decodeLinkTransactions(answer.body))
    const read = decodeTransactionAnswer(answer.body)
    if (read) return observe(attempt, [read.transaction])
    emit({ type: 'contract-broken', call: 'get-transaction' })
  }

  return {
    apply,
    observe,
    remindPaid: (orderId, paid) => tellPaid(orderId, paid).catch(() => undefined),
    refresh(attempt) {
      const { upstreamId } = attempt
      if (upstreamId === undefined) return Promise.resolve()
      const now = clock.now()
      const before = asked.get(upstreamId)
      if (before && now >= before.at && now < before.at + askAgainAfterMs) return before.done
      for (const [id, { at }] of asked) if (now >= at + askAgainAfterMs) asked.delete(id)
      const done = ask(attempt, upstreamId)
      asked.set(upstreamId, { at: now, done })
      return done
    },
  }
}

interface PaymentChange {
  readonly orderId: string
  readonly transactionId: string
  readonly status: string
  readonly amount: number
  readonly currency: string
}

/** imoje: transaction status. One that isn't known ends nothing. */
export function endOf(status: string): 'paid' | 'failed' | 'pending' {
  if (status === 'settled') return 'paid'
  return status === 'rejected' || status === 'cancelled' || status === 'error' ? 'failed' : 'pending'
}

/** The first thing in which imoje's word is not what was recorded before the payment started. */
function findDifference(
  attempt: KnownAttempt,
  transaction: UpstreamTransaction,
  serviceId: string,
): Difference | undefined {
  if (transaction.serviceId !== serviceId) return 'service'
  if (transaction.orderId !== attempt.orderId) return 'order'
  if (transaction.amount !== attempt.amount) return 'amount'
  return transaction.currency === attempt.currency ? undefined : 'currency'
}
