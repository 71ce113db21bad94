import type { Backend } from './backend.ts'
import { type EndStatus, isOpen, type TransactionEntry } from './ledger.ts'
import { notifiedPayment, transactionBody } from './wire.ts'

/** How a transaction ends. */
export interface End {
  readonly status: EndStatus
  readonly statusCode?: string | null | undefined
  /**
   * In epoch milliseconds on the mock's clock.
   * @defaultValue now
   */
  readonly at?: number
}

/**
 * Ends an open transaction, and its payment link if it has one, and tells the shop. Resolves when the shop's first answer is
 * there or missing. A transaction that has ended stays as it is.
 *
 * @returns whether it was still open
 */
export async function settle(
  backend: Backend,
  transaction: TransactionEntry,
  { status, statusCode, at = backend.now() }: End,
): Promise<boolean> {
  if (!isOpen(transaction)) return false
  const modified = Math.floor(at / 1000)
  Object.assign(transaction, { status, modified })
  if (typeof statusCode === 'string') transaction.statusCode = statusCode
  const link = backend.ledger.payment(transaction.paymentId)
  if (link) Object.assign(link, { status, modified, usedAt: modified })
  await tellShop(backend, transaction)
  return true
}

/** Adds the reason to a transaction that has ended, and tells the shop. */
export async function addStatusCode(
  backend: Backend,
  transaction: TransactionEntry,
  statusCode: string,
  at: number,
): Promise<void> {
  transaction.statusCode = statusCode
  transaction.modified = Math.floor(at / 1000)
  await tellShop(backend, transaction)
}

async function tellShop(backend: Backend, transaction: TransactionEntry): Promise<void> {
  const { notificationUrl } = transaction.order
  if (!notificationUrl) return
  await backend.notifier.send(notificationUrl, transaction.id, {
    transaction: transactionBody(transaction),
    payment: notifiedPayment(transaction),
  })
}
