import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { ShopHooks, ShopPayment } from './order-port.ts'
import type { CancelLinks } from './cancel-links.ts'
import { Refusal } from './refusal.ts'
import type { Settlement } from './settlement.ts'

export interface OrderPaymentParts {
  readonly record: AttemptRecord
  readonly settlement: Settlement
  readonly cancelLinks: CancelLinks
  readonly resolvePayment: ShopHooks['resolvePayment']
}

/** Says how an order's payment stands, or with a key how that attempt does. Rejects with a {@link Refusal}. */
export type ReadOrderPayment = (orderId: string, key?: string) => Promise<ShopPayment>

export function createReadOrderPayment({
  record,
  settlement,
  cancelLinks,
  resolvePayment,
}: OrderPaymentParts): ReadOrderPayment {
  const readPaid = async (
    orderId: string,
    shop: ShopPayment | undefined,
  ): Promise<ShopPayment | undefined> => {
    const paid = await record.paidBy(orderId)
    if (paid && shop?.status !== 'paid') await settlement.remindPaid(orderId, paid)
    // A cancelling may have failed before. Nobody waits for it to hear that the order is paid.
    if (paid) void cancelLinks(orderId, paid.n).catch(() => undefined)
    if (!paid && shop?.status !== 'paid') return undefined
    return withId('paid', shop?.transactionId ?? paid?.transactionId)
  }

  const readAttempts = async (
    orderId: string,
    shop: ShopPayment | undefined,
    concerns: (attempt: KnownAttempt) => boolean,
  ): Promise<{ paid: ShopPayment } | { attempts: readonly KnownAttempt[] }> => {
    const known = await readPaid(orderId, shop)
    if (known) return { paid: known }
    const attempts = (await record.list(orderId)).filter(concerns)
    const open = attempts.filter(({ state, upstreamId }) => state === 'open' && upstreamId !== undefined)
    if (open.length === 0) return { attempts }
    await Promise.all(open.map((attempt) => settlement.refresh(attempt)))
    const paid = await readPaid(orderId, shop)
    return paid ? { paid } : { attempts: (await record.list(orderId)).filter(concerns) }
  }

  /** No attempt has this key: unless one may have been forgotten or be under way, none shall ever start under it. */
  const closeKey = async (orderId: string, key: string): Promise<ShopPayment> => {
    const bound = await record.bindingOf(key)
    if (bound !== undefined && !bound.startsWith(`${encodeURIComponent(orderId)} `)) return { status: 'none' }
    if (await record.isYoung()) return { status: 'pending' }
    await record.closeKey(key)
    const started = (await record.list(orderId)).find((attempt) => attempt.key === key)
    return started ? stateOf(started) : { status: 'none' }
  }

  return async (orderId, key) => {
    const shop = await resolvePayment(orderId)
    const read = await readAttempts(orderId, shop, (attempt) => key === undefined || attempt.key === key)
    if ('paid' in read) return read.paid
    if (!shop) throw new Refusal('internal', { status: 501 })
    const { attempts } = read
    if (key !== undefined) return attempts[0] ? stateOf(attempts[0]) : closeKey(orderId, key)

    const open = attempts.findLast(({ state }) => state === 'open')
    if (open) return stateOf(open)
    if (shop.status === 'pending') return shop
    const failed = attempts.at(-1)
    return failed ? stateOf(failed) : shop
  }
}

const stateOf = ({ state, transactionId }: KnownAttempt): ShopPayment =>
  withId(state === 'open' ? 'pending' : 'failed', transactionId)

const withId = (status: ShopPayment['status'], transactionId: string | undefined): ShopPayment =>
  transactionId === undefined ? { status } : { status, transactionId }
