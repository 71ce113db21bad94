import { type ApiAnswer, ApiRefusal } from './api-answer.ts'
import { awaitPayer } from './await-payer.ts'
import { checkedBody } from './checked-body.ts'
import { isRecord } from './field-checks.ts'
import { methodOfCode } from './fixtures/vocabulary.ts'
import { pageSession, type TransactionEntry } from './ledger.ts'
import { orderData } from './order-data.ts'
import { transactionFields } from './request-rules.ts'
import type { ApiCall } from './api-call.ts'
import { pageUrl, transactionBody } from './wire.ts'
import { outsideLimits } from './world.ts'

/** `POST /transaction`: one chosen channel, answered with what the payer does next. */
export function createTransaction(call: ApiCall): ApiAnswer {
  const { backend, body } = call
  if (isRecord(body) && ('card' in body || 'additionalData' in body)) throw rawCards()
  const checked = checkedBody(call, transactionFields(backend.nowSeconds()))
  const method = String(checked.paymentMethod)
  const code = String(checked.paymentMethodCode)
  const order = orderData(checked, call)

  // A channel under another method's name doesn't make sense, so imoje can't read the request (seen by a Shopware plugin).
  if (methodOfCode[code] !== method) throw new ApiRefusal(400, 'The channel does not belong to this method.')
  refuseByLinkOnly(method, code)
  if (checked.blikCode !== undefined && method !== 'blik') {
    throw wrongField('blikCode', 'Only BLIK takes a code.')
  }
  refuseUnusable(call, method, code, order)

  const awaitsPayer = checked.blikCode !== undefined && backend.blikPlan.outcome !== 'redirected'
  const transaction = backend.ledger.addTransaction({
    order,
    source: 'api',
    paymentMethod: method,
    paymentMethodCode: code,
    status: awaitsPayer || method === 'wt' ? 'pending' : 'new',
    enteredByForm: enteredByForm.has(code),
  })
  if (awaitsPayer) awaitPayer(backend, transaction)
  const action = awaitsPayer ? {} : { action: actionFor(transaction, backend.origin) }
  return { status: 200, body: { transaction: transactionBody(transaction), ...action } }
}

/** `GET /transaction/{id}`. */
export function getTransaction({ backend, id }: ApiCall): ApiAnswer {
  const transaction = backend.ledger.transaction(id)
  if (!transaction) throw new ApiRefusal(404)
  return { status: 200, body: { transaction: transactionBody(transaction) } }
}

/** Banks whose page wants a form sent to it, as some of imoje's redirects do. */
const enteredByForm: ReadonlySet<string> = new Set(['alior', 'bnpparibas'])

function actionFor(transaction: TransactionEntry, origin: string): object {
  if (transaction.paymentMethod === 'wt') {
    return {
      type: 'transfer',
      url: '',
      method: '',
      contentType: '',
      contentBodyRaw: '',
      ban: '00105000990000009900000099',
      title: `MOCK ${transaction.short.toUpperCase()}`,
    }
  }
  const url = pageUrl(transaction, origin)
  if (!transaction.enteredByForm) {
    return { type: 'redirect', url, method: 'GET', contentType: '', contentBodyRaw: '' }
  }
  return {
    type: 'redirect',
    url,
    method: 'POST',
    contentType: 'application/x-www-form-urlencoded',
    contentBodyRaw: new URLSearchParams({
      session: pageSession(transaction),
      description: `Zamówienie ${transaction.order.orderId}`,
    }).toString(),
  }
}

/** Paying these takes card data, a widget's answer or a page of imoje's, so a shop can reach them by a payment link only. */
function refuseByLinkOnly(method: string, code: string): void {
  if (method === 'card') throw rawCards()
  if (method === 'imoje_installments') {
    throw wrongField(
      'installment.period',
      'The number of instalments is required; a payment link asks for it.',
    )
  }
  if (code === 'visa_mobile') {
    throw wrongField('paymentMethodCode', 'This channel is reached by a payment link.')
  }
}

function refuseUnusable(
  call: ApiCall,
  method: string,
  code: string,
  order: { amount: number; currency: string },
) {
  const { backend } = call
  const row = backend
    .rows()
    .find(
      (one) =>
        one.paymentMethod === method && one.paymentMethodCode === code && one.currency === order.currency,
    )
  const flagged = backend.scenario.flaggedMethods?.includes(method) ?? false
  if (!row?.isActive) throw new ApiRefusal(406, 'The payment method or channel is not active in this shop.')
  if (!row.isOnline || flagged) throw new ApiRefusal(406, 'The payment channel is switched off for now.')
  const side = outsideLimits(row, order.amount)
  if (side) throw new ApiRefusal(406, `The amount is ${side} the limit of this payment channel.`)
}

function rawCards(): ApiRefusal {
  const message = 'This shop may not send card data itself: use a payment link.'
  return new ApiRefusal(422, message, [{ property: 'paymentMethod', message }])
}

function wrongField(property: string, message: string): ApiRefusal {
  return new ApiRefusal(422, undefined, [{ property, message }])
}
