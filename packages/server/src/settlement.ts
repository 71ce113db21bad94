import type { Clock } from '@tillkit/core'
import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { PaidBy } from './attempt-entry.ts'
import type { CancelLinks } from './cancel-links.ts'
import type { Emit } from './events.ts'
import type { ImojeClient } from './imoje-client.ts'
import {
  decodeLinkState,
  decodeTransactionAnswer,
  type LinkState,
  type UpstreamTransaction,
} from './imoje-wire.ts'
import type { Difference, PaymentEvent, ShopHooks } from './order-port.ts'
import { Refusal } from './refusal.ts'
import { createSparing } from './sparing.ts'

/** Takes imoje's word on transactions into the record, and tells the shop. */
export interface Settlement {
  /**
   * Takes in what imoje says of a transaction. Whatever comes twice, late or out of order, what is paid stays paid.
   * Rejects when the shop or the store fails, or a link beside what paid could not be cancelled: then it has to be said again.
   */
  apply(attempt: KnownAttempt | undefined, transaction: UpstreamTransaction): Promise<void>
  /**
   * As `apply` for the end of a transaction that is seen in passing. Never rejects: what fails here has left its own event, and
   * imoje's notification brings the same word.
   */
  observe(attempt: KnownAttempt, transaction: UpstreamTransaction): Promise<void>
  /** Tells the shop what paid an order, unless it has been told. Never rejects. */
  remindPaid(orderId: string, paid: PaidBy): Promise<void>
  /** Asks imoje what became of an open attempt, so that a lost notification doesn't leave it open. Never rejects. */
  refresh(attempt: KnownAttempt): Promise<void>
}

export interface SettlementParts {
  readonly record: AttemptRecord
  readonly client: ImojeClient
  readonly cancelLinks: CancelLinks
  readonly onPayment: ShopHooks['onPayment']
  readonly serviceId: string
  readonly clock: Clock
  readonly emit: Emit
}

/** How far imoje's clock has to be past a link's end, in milliseconds: a try made at the last moment may be on its way. */
const graceMs = 60_000

export function createSettlement(parts: SettlementParts): Settlement {
  const { record, client, emit } = parts
  const sparingly = createSparing<void>(parts.clock)

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
  }

  const take = async (attempt: KnownAttempt | undefined, transaction: UpstreamTransaction): Promise<void> => {
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
    const isReplaced = attempt.by === 'transaction' && known.upstreamId !== id
    if (isReplaced || (end === 'pending' && (await record.hasFailed(known, id))))
      return emit({ type: 'notification-ignored', reason: 'outdated' })
    // Of a link this is the end of one try; it may be paid by another.
    if (end === 'failed') await record.noteFailed(known, id, id)
    await tell({ ...change, type: end })
  }

  const cancelRest = async (orderId: string): Promise<boolean> => {
    const paid = await record.paidBy(orderId)
    return !paid || parts.cancelLinks(orderId, paid.n)
  }

  const observe: Settlement['observe'] = async (attempt, transaction) => {
    if (endOf(transaction.status) === 'pending') return
    const { orderId, amount, currency } = attempt
    // This was asked for by its id, so what it leaves out can't be about anything else.
    const told = { serviceId: parts.serviceId, orderId, amount, currency, ...transaction }
    await take(attempt, told).catch(() => undefined)
    // Whoever asked doesn't wait for it; where it fails, the notification or the next reading of the order does it.
    void cancelRest(orderId).catch(() => undefined)
  }

  const observeLink = async (
    attempt: KnownAttempt,
    id: string,
    link: LinkState,
    date: number,
  ): Promise<void> => {
    const { transactions } = link
    const paid = transactions.filter(({ status }) => endOf(status) === 'paid')
    // A paid one counts over what was refused before or is cancelled after it.
    for (const transaction of paid.length > 0 ? paid : transactions) await observe(attempt, transaction)
    const isOpen = transactions.some(({ status }) => endOf(status) !== 'failed')
    if (!isOpen && isOver(link, date)) await record.noteFailed(attempt, id, transactions.at(-1)?.id)
  }

  const ask = async (attempt: KnownAttempt, id: string): Promise<void> => {
    const isLink = attempt.by === 'link'
    const answer = await (isLink ? client.getPayment(id) : client.getTransaction(id))
    if (answer.outcome !== 'answered' || answer.status !== 200) return
    if (isLink) {
      const link = decodeLinkState(answer.body)
      const date = Date.parse(answer.headers.get('date') ?? '')
      if (link) return observeLink(attempt, id, link, date).catch(() => undefined)
    } else {
      const read = decodeTransactionAnswer(answer.body)
      if (read) return observe(attempt, read.transaction)
    }
    emit({ type: 'contract-broken', call: isLink ? 'get-payment' : 'get-transaction' })
  }

  return {
    async apply(attempt, transaction) {
      await take(attempt, transaction)
      if (attempt && !(await cancelRest(attempt.orderId))) throw new Refusal('internal')
    },
    observe,
    remindPaid: (orderId, paid) => tellPaid(orderId, paid).catch(() => undefined),
    refresh(attempt) {
      const { upstreamId: id } = attempt
      return id === undefined ? Promise.resolve() : sparingly(id, () => ask(attempt, id))
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
export function endOf(status: string | undefined): 'paid' | 'failed' | 'pending' {
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

/** Whether nobody can pay by this link any more, in imoje's words: its status, or its end on the clock it answers by. */
function isOver({ status, isActive, validTo = Infinity }: LinkState, date: number): boolean {
  return isActive === false || endOf(status) === 'failed' || date >= validTo * 1_000 + graceMs
}
