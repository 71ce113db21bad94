import type { Backend } from './backend.ts'
import type { ChannelRow } from './fixtures/channels.ts'
import {
  type EndStatus,
  isExpired,
  isOpen,
  type OrderData,
  pageSession,
  type PaymentEntry,
  type TransactionEntry,
} from './ledger.ts'
import { endedView, listView, noteView, payView } from './page-view.ts'
import { settle } from './settle.ts'
import { channelId, outsideLimits } from './world.ts'

/** One visit of `/s/{short}`: the page itself, or what its buttons send. */
export interface PageVisit {
  readonly method: string
  readonly query: URLSearchParams
  readonly form: URLSearchParams
}

const endOf: Readonly<Record<string, EndStatus>> = { pay: 'settled', refuse: 'rejected', cancel: 'cancelled' }

/** The page a payer is sent to. Its buttons end the payment, tell the shop and lead back there. */
export async function hostedPage(backend: Backend, short: string, visit: PageVisit): Promise<Response> {
  const entry = backend.ledger.page(short)
  if (!entry)
    return shown(
      404,
      noteView((words) => words.missing),
    )
  if (!isOpen(entry)) {
    const expired = entry.status === 'cancelled' && isExpired(entry.order, backend.now())
    return shown(expired ? 410 : visit.method === 'POST' ? 409 : 200, endedView(entry, expired))
  }
  return entry.kind === 'transaction'
    ? transactionPage(backend, entry, visit)
    : linkPage(backend, entry, visit)
}

async function transactionPage(
  backend: Backend,
  entry: TransactionEntry,
  visit: PageVisit,
): Promise<Response> {
  const end = endOf[visit.form.get('outcome') ?? '']
  if (end) return leave(backend, entry, end)

  if (entry.enteredByForm && visit.form.get('session') !== pageSession(entry)) {
    return shown(
      visit.method === 'POST' ? 400 : 405,
      noteView((words) => words.notEntered, entry.order.customer.locale),
    )
  }
  entry.status = 'pending'
  const { paymentMethod, paymentMethodCode } = entry
  const row = backend.rows().find((one) => channelId(one) === channelId(entry))
  const description = row?.description ?? paymentMethodCode
  return shown(200, payView(entry.order, { paymentMethod, paymentMethodCode, description }))
}

async function linkPage(backend: Backend, entry: PaymentEntry, visit: PageVisit): Promise<Response> {
  entry.status = 'pending'
  entry.confirmVisitedAt ??= backend.nowSeconds()
  const rows = visibleRows(backend, entry)
  const asked = visit.form.get('channel') ?? visit.query.get('channel')
  const chosen = rows.find((row) =>
    asked === null ? row.paymentMethodCode === entry.preselectMethodCode : channelId(row) === asked,
  )
  if (!chosen || !chosen.isOnline || outsideLimits(chosen, entry.order.amount)) {
    return shown(200, listView(entry.order, rows))
  }
  const end = endOf[visit.form.get('outcome') ?? '']
  if (!end) return shown(200, payView(entry.order, chosen, `/s/${entry.short}?channel=`))

  const { paymentMethod, paymentMethodCode } = chosen
  const transaction = backend.ledger.addTransaction({
    order: entry.order,
    source: 'web',
    paymentId: entry.id,
    paymentMethod,
    paymentMethodCode,
    status: 'pending',
    enteredByForm: false,
  })
  return leave(backend, transaction, end)
}

/** What the link shows. A preselected channel is there even when its method isn't: that's how Visa Mobile is reached. */
function visibleRows(
  backend: Backend,
  { order, visibleMethod, preselectMethodCode }: PaymentEntry,
): ChannelRow[] {
  return backend
    .rows()
    .filter(
      (row) => row.isActive && row.currency === order.currency && !needsStoredCard.has(row.paymentMethodCode),
    )
    .filter((row) => {
      const method = row.paymentMethod === 'ing' ? 'pbl' : row.paymentMethod
      const visible = visibleMethod.length === 0 || visibleMethod.includes(method)
      return visible || (row.paymentMethodCode === 'visa_mobile' && preselectMethodCode === 'visa_mobile')
    })
    .map((row) => {
      const flagged = backend.scenario.flaggedMethods?.includes(row.paymentMethod) ?? false
      return flagged ? { ...row, isOnline: false } : row
    })
}

const needsStoredCard: ReadonlySet<string> = new Set(['oneclick', 'recurring'])

async function leave(backend: Backend, transaction: TransactionEntry, end: EndStatus): Promise<Response> {
  await settle(backend, transaction, { status: end })
  const address = returnAddress(transaction.order, end)
  if (!address) return shown(200, endedView(transaction, false))
  return new Response(null, { status: 303, headers: { location: address, 'cache-control': 'no-store' } })
}

function returnAddress(order: OrderData, end: EndStatus): string | undefined {
  return (end === 'settled' ? order.successReturnUrl : order.failureReturnUrl) ?? order.returnUrl
}

function shown(status: number, page: string): Response {
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'",
      'x-content-type-options': 'nosniff',
    },
  })
}
