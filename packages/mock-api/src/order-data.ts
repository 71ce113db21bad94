import { ApiRefusal } from './api-answer.ts'
import { isRecord } from './field-checks.ts'
import type { Customer, OrderData } from './ledger.ts'
import type { ApiCall } from './api-call.ts'

/**
 * The order a checked body speaks of.
 *
 * @throws ApiRefusal 403 when it names another shop.
 */
export function orderData(checked: Readonly<Record<string, unknown>>, { backend }: ApiCall): OrderData {
  if (checked.serviceId !== backend.credentials.serviceId) throw new ApiRefusal(403)
  const urls = Object.fromEntries(
    ['notificationUrl', 'returnUrl', 'successReturnUrl', 'failureReturnUrl']
      .filter((name) => checked[name] !== undefined)
      .map((name) => [name, String(checked[name])]),
  )
  return {
    serviceId: backend.credentials.serviceId,
    amount: Number(checked.amount),
    currency: String(checked.currency),
    orderId: String(checked.orderId),
    title: typeof checked.title === 'string' ? checked.title : '',
    customer: customerData(checked.customer),
    validTo: typeof checked.validTo === 'number' ? checked.validTo : null,
    ...urls,
  }
}

function customerData(value: unknown): Customer {
  const { firstName, lastName, ...rest } = isRecord(value) ? value : {}
  return { firstName: String(firstName), lastName: String(lastName), ...rest }
}
