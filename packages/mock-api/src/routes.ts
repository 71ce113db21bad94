import { type ApiAnswer, ApiRefusal } from './api-answer.ts'
import type { ApiCall } from './api-call.ts'
import { isRecord } from './field-checks.ts'
import type { RequestSubject, RouteName } from './journal.ts'
import { getPaymentMethods, getService } from './list-routes.ts'
import { cancelPayment, createPayment, getPayment } from './payment-routes.ts'
import { createTransaction, getTransaction } from './transaction-routes.ts'

interface Route {
  readonly name: RouteName
  readonly method: 'GET' | 'POST'
  /** Matched against what follows `/v1/merchant/{merchantId}/`; its group is the id. */
  readonly path: RegExp
  readonly handle: (call: ApiCall) => ApiAnswer
  /** The id in the path is the shop's. */
  readonly ofService?: true
}

const routes: readonly Route[] = [
  { name: 'get-service', method: 'GET', path: /^service\/([^/]+)$/, handle: getService, ofService: true },
  {
    name: 'get-payment-methods',
    method: 'POST',
    path: /^service\/([^/]+)\/get-payment-methods$/,
    handle: getPaymentMethods,
    ofService: true,
  },
  { name: 'create-transaction', method: 'POST', path: /^transaction$/, handle: createTransaction },
  { name: 'get-transaction', method: 'GET', path: /^transaction\/([^/]+)$/, handle: getTransaction },
  { name: 'create-payment', method: 'POST', path: /^payment$/, handle: createPayment },
  { name: 'cancel-payment', method: 'POST', path: /^payment\/cancel$/, handle: cancelPayment },
  { name: 'get-payment', method: 'GET', path: /^payment\/([^/]+)$/, handle: getPayment },
]

/** What a path under `/v1` leads to. */
export interface FoundRoute {
  readonly name: RouteName
  readonly merchantId: string
  readonly id: string
  /** @throws ApiRefusal */
  readonly handle: (call: ApiCall) => ApiAnswer
}

export function findRoute(method: string, pathname: string): FoundRoute {
  const [, merchantId = '', rest = ''] = /^\/v1\/merchant\/([^/]+)\/(.+)$/.exec(pathname) ?? []
  for (const route of routes) {
    const id = route.path.exec(rest)?.[1] ?? ''
    if (route.method !== method || !route.path.test(rest)) continue
    return { name: route.name, merchantId, id, handle: (call) => handleAuthorised(route, call) }
  }
  const handle = () => {
    throw new ApiRefusal(404, 'There is no such endpoint.')
  }
  return { name: 'unknown', merchantId, id: '', handle }
}

function handleAuthorised(route: Route, call: ApiCall): ApiAnswer {
  const { credentials } = call.backend
  if (call.authorization !== `Bearer ${credentials.token}`) throw new ApiRefusal(401)
  if (call.merchantId !== credentials.merchantId) throw new ApiRefusal(403)
  if (route.ofService && call.id !== credentials.serviceId) throw new ApiRefusal(404)
  return route.handle(call)
}

/** What a body is about. A payment link is about its only visible method and its preselected channel. */
export function subjectOf(body: unknown): RequestSubject {
  if (!isRecord(body)) return {}
  const { orderId, visibleMethod, paymentMethodCode, preselectMethodCode, amount } = body
  const onlyVisible =
    Array.isArray(visibleMethod) && visibleMethod.length === 1 ? String(visibleMethod[0]) : undefined
  return {
    ...asText('orderId', orderId),
    ...asText('paymentMethod', body.paymentMethod ?? onlyVisible),
    ...asText('paymentMethodCode', paymentMethodCode ?? preselectMethodCode),
    ...(typeof amount === 'number' && { amount }),
  }
}

function asText<Key extends keyof RequestSubject>(
  key: Key,
  value: unknown,
): Pick<RequestSubject, Key> | undefined {
  return typeof value === 'string' ? ({ [key]: value } as Pick<RequestSubject, Key>) : undefined
}
