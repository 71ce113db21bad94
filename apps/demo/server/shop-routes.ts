import { customerFields, findCustomerProblems, type Customer } from '../shared/customer.ts'
import type { ShopConfig } from '../shared/shop-wire.ts'
import { products } from './products.ts'
import { readSession, sessionCookie } from './session.ts'
import { viewOrder, type ShopRecord, type ShopStore } from './shop-store.ts'

interface ShopParts {
  readonly orders: ShopStore
  readonly publicUrl: string
  readonly config: () => ShopConfig
}

/** Answers everything under `/api/shop`; a browser that has no session yet leaves with one. */
export async function answerShop(
  request: Request,
  { orders, publicUrl, config }: ShopParts,
): Promise<Response> {
  const known = readSession(request)
  const session = known ?? crypto.randomUUID()
  const { pathname, searchParams } = new URL(request.url)
  const answer = await route(`${request.method} ${pathname.replace(/^\/api\/shop/, '')}`)
  if (!known) answer.headers.append('set-cookie', sessionCookie(session, publicUrl))
  answer.headers.set('cache-control', 'no-store')
  return answer

  /** Somebody else's order doesn't exist. */
  function findOwn(orderId: string | null): ShopRecord | undefined {
    const record = orders.find(orderId ?? '')
    return record?.session === session ? record : undefined
  }

  async function route(asked: string): Promise<Response> {
    if (asked === 'GET /config') return Response.json(config())
    if (asked === 'GET /order') return Response.json(viewOrder(orders.current(session)))
    if (asked === 'POST /orders') return Response.json(viewOrder(orders.start(session)))
    if (asked === 'GET /orders') {
      const record = findOwn(searchParams.get('id'))
      return Response.json(record ? [viewOrder(record)] : [])
    }
    const [, orderId = '', part] = /^PUT \/orders\/([\w-]+)\/([\w/]+)$/.exec(asked) ?? []
    const record = findOwn(orderId)
    if (!record) return problem(404, 'There is no such order.')
    if (part === 'customer') return saveCustomer(record, await readJson(request))
    const product = products.find(({ id }) => part === `items/${id}`)
    if (!product) return problem(404, 'There is nothing at this address.')
    const { quantity } = await readJson(request)
    if (typeof quantity !== 'number' || !orders.setQuantity(record, product.id, quantity))
      return problem(409, 'The cart can not be like that.')
    return Response.json(viewOrder(record))
  }
}

function saveCustomer(record: ShopRecord, body: Readonly<Record<string, unknown>>): Response {
  const read = (field: string): string => {
    const value = body[field]
    return typeof value === 'string' ? value.trim() : ''
  }
  const customer: Customer = {
    firstName: read('firstName'),
    lastName: read('lastName'),
    email: read('email'),
  }
  const problems = findCustomerProblems(customer)
  if (customerFields.some((field) => problems[field])) return Response.json({ problems }, { status: 422 })
  record.customer = customer
  if (/^[a-z]{2}$/.test(read('language'))) record.language = read('language')
  return Response.json(viewOrder(record))
}

async function readJson(request: Request): Promise<Readonly<Record<string, unknown>>> {
  try {
    const body: unknown = await request.json()
    return typeof body === 'object' && body !== null ? { ...body } : {}
  } catch {
    return {}
  }
}

const problem = (status: number, title: string): Response => Response.json({ title }, { status })
