import type { Backend } from './backend.ts'
import { type EndStatus, isOpen, type TransactionEntry } from './ledger.ts'
import { notifiedPayment, transactionBody } from './wire.ts'

/**
 * Ends an open transaction, and its payment link if it has one, and tells the shop. Resolves when the shop's first answer is
 * there or missing. A transaction that has ended stays as it is.
 *
 * @returns whether it was still open
 */
export async function settle(
  backend: Backend,
  transaction: TransactionEntry,
  status: EndStatus,
  statusCode?: string,
): Promise<boolean> {
  if (!isOpen(transaction)) return false
  const at = backend.nowSeconds()
  transaction.status = status
  transaction.modified = at
  if (statusCode !== undefined) transaction.statusCode = statusCode
  const link = backend.ledger.payment(transaction.paymentId)
  if (link) Object.assign(link, { status, modified: at, usedAt: at })

  const { notificationUrl } = transaction.order
  if (notificationUrl) {
    await backend.notifier.send(notificationUrl, transaction.id, {
      transaction: transactionBody(transaction),
      payment: notifiedPayment(transaction),
    })
  }
  return true
}
