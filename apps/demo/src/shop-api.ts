import type { Customer, CustomerField, CustomerProblem } from '../shared/customer.ts'
import type { ProductId, ShopConfig, ShopOrderView } from '../shared/shop-wire.ts'

/** The shop's backend said no, or said nothing. */
export class ShopError extends Error {
  /** The HTTP status; 0 without an answer. */
  readonly status: number
  constructor(status: number) {
    super(`The shop's backend answered ${status}.`)
    this.status = status
  }
}

export const readConfig = (): Promise<ShopConfig> => ask('GET', '/config')

/** The order this browser is busy with. */
export const readCurrentOrder = (): Promise<ShopOrderView> => ask('GET', '/order')

/** Nothing when it isn't this browser's. */
export async function findOrder(id: string): Promise<ShopOrderView | undefined> {
  const [order] = await ask<readonly ShopOrderView[]>('GET', `/orders?id=${encodeURIComponent(id)}`)
  return order
}

export const startOrder = (): Promise<ShopOrderView> => ask('POST', '/orders', {})

export const putQuantity = (id: string, product: ProductId, quantity: number): Promise<ShopOrderView> =>
  ask('PUT', `${orderPath(id)}/items/${product}`, { quantity })

/** @returns what is wrong with the form, field by field; nothing when it is saved */
export async function putCustomer(
  id: string,
  customer: Customer,
  language: string,
): Promise<Partial<Record<CustomerField, CustomerProblem>>> {
  const answer = await send('PUT', `${orderPath(id)}/customer`, { ...customer, language })
  if (answer.ok) return {}
  if (answer.status !== 422) throw new ShopError(answer.status)
  const { problems } = (await answer.json()) as {
    readonly problems: Partial<Record<CustomerField, CustomerProblem>>
  }
  return problems
}

const orderPath = (id: string): string => `/orders/${encodeURIComponent(id)}`

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const answer = await send(method, path, body)
  if (!answer.ok) throw new ShopError(answer.status)
  return (await answer.json()) as T
}

async function send(method: string, path: string, body?: object): Promise<Response> {
  const content = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }
  try {
    return await fetch(`/api/shop${path}`, { method, ...content })
  } catch {
    throw new ShopError(0)
  }
}
