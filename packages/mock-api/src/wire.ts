import { blikStatusCodes } from './fixtures/blik-codes.ts'
import type { Ledger, OrderData, PaymentEntry, TransactionEntry } from './ledger.ts'

/** A transaction as the API shows it, with the fields a shop may see but a browser mustn't. */
export function transactionBody(entry: TransactionEntry): object {
  const { id, order, status, statusCode, paymentMethod, paymentMethodCode } = entry
  const settled = status === 'settled'
  return {
    id,
    type: 'sale',
    status,
    source: entry.source,
    created: entry.created,
    modified: entry.modified,
    notificationUrl: order.notificationUrl ?? '',
    serviceId: order.serviceId,
    amount: order.amount,
    currency: order.currency,
    title: order.title,
    orderId: order.orderId,
    paymentMethod,
    paymentMethodCode,
    payment: { id: entry.paymentId, status },
    fee: { merchant: Math.round(order.amount * 0.01), surcharge: 0 },
    payerData: { name: `${order.customer.firstName} ${order.customer.lastName}`, ban: '' },
    ...(settled && { paidAmount: order.amount }),
    ...(settled &&
      paymentMethod === 'blik' && { blikTransactionId: entry.id.replaceAll(/\D/g, '').slice(0, 11) }),
    ...(statusCode !== undefined && {
      statusCode,
      statusCodeDescription: blikStatusCodes[statusCode] ?? '',
    }),
  }
}

/** A payment link as `POST /payment` shows it, inside `{ payment }`. */
export function newPaymentBody(entry: PaymentEntry, origin: string): object {
  const { order } = entry
  return {
    id: entry.id,
    url: pageUrl(entry, origin),
    ...orderBody(order),
    additionalDescription: entry.additionalDescription,
    isActive: entry.isActive,
    validTo: order.validTo,
    created: entry.created,
    modified: entry.modified,
  }
}

/** A payment link as reading and cancelling it show it: without a wrapper, with what became of it. */
export function paymentBody(entry: PaymentEntry, ledger: Ledger, origin: string): object {
  return {
    ...newPaymentBody(entry, origin),
    status: entry.status,
    isGenerated: false,
    isUsed: entry.usedAt !== null,
    usedAt: entry.usedAt,
    isConfirmVisited: entry.confirmVisitedAt !== null,
    confirmVisitedAt: entry.confirmVisitedAt,
    transactions: ledger.transactionsOf(entry.id).map(transactionBody),
  }
}

/** The `payment` object of a notification. */
export function notifiedPayment(entry: TransactionEntry): object {
  const { order } = entry
  return {
    id: entry.paymentId,
    status: entry.status,
    serviceId: order.serviceId,
    orderId: order.orderId,
    title: order.title,
    amount: order.amount,
    currency: order.currency,
    created: entry.created,
    modified: entry.modified,
  }
}

export function pageUrl(entry: Pick<PaymentEntry, 'short'>, origin: string): string {
  return `${origin}/s/${entry.short}`
}

function orderBody(order: OrderData): object {
  return {
    serviceId: order.serviceId,
    orderId: order.orderId,
    title: order.title,
    simp: '',
    amount: order.amount,
    currency: order.currency,
    returnUrl: order.returnUrl ?? '',
    failureReturnUrl: order.failureReturnUrl ?? '',
    successReturnUrl: order.successReturnUrl ?? '',
    notificationUrl: order.notificationUrl ?? '',
    customer: order.customer,
  }
}
