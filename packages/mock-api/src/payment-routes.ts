import { type ApiAnswer, ApiRefusal } from './api-answer.ts'
import { checkedBody } from './checked-body.ts'
import { isOpen } from './ledger.ts'
import { orderData } from './order-data.ts'
import { cancelFields, paymentFields } from './request-rules.ts'
import type { ApiCall } from './api-call.ts'
import { newPaymentBody, paymentBody } from './wire.ts'

/** `POST /payment`: a link to the hosted page. */
export function createPayment(call: ApiCall): ApiAnswer {
  const { backend } = call
  const checked = checkedBody(call, paymentFields(backend.nowSeconds()))
  const { visibleMethod, preselectMethodCode, additionalDescription } = checked
  const payment = backend.ledger.addPayment({
    order: orderData(checked, call),
    status: 'new',
    additionalDescription: typeof additionalDescription === 'string' ? additionalDescription : '',
    visibleMethod: Array.isArray(visibleMethod) ? visibleMethod.map(String) : [],
    ...(typeof preselectMethodCode === 'string' && { preselectMethodCode }),
    isActive: true,
    usedAt: null,
    confirmVisitedAt: null,
  })
  return { status: 200, body: { payment: newPaymentBody(payment, backend.origin) } }
}

/** `GET /payment/{id}`: the bare object. */
export function getPayment({ backend, id }: ApiCall): ApiAnswer {
  const payment = backend.ledger.payment(id)
  if (!payment) throw new ApiRefusal(404)
  return { status: 200, body: paymentBody(payment, backend.ledger, backend.origin) }
}

/** `POST /payment/cancel`: nobody can pay by this link any more. Cancelling it again changes nothing. */
export function cancelPayment(call: ApiCall): ApiAnswer {
  const { backend } = call
  const checked = checkedBody(call, cancelFields)
  if (checked.serviceId !== backend.credentials.serviceId) throw new ApiRefusal(403)
  const payment = backend.ledger.payment(String(checked.paymentId))
  if (!payment) throw new ApiRefusal(404)
  if (payment.status === 'settled') {
    throw new ApiRefusal(422, undefined, [{ property: 'paymentId', message: 'The link is paid already.' }])
  }
  if (isOpen(payment)) {
    payment.status = 'cancelled'
    payment.isActive = false
    payment.modified = backend.nowSeconds()
  }
  return { status: 200, body: paymentBody(payment, backend.ledger, backend.origin) }
}
