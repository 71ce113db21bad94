import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { Emit } from './events.ts'
import { decodeNotification, type UpstreamTransaction } from './imoje-wire.ts'
import { Refusal } from './refusal.ts'
import type { Reply } from './reply.ts'
import type { Settlement } from './settlement.ts'
import { toHex } from './to-hex.ts'

export interface NotificationParts {
  readonly imoje: { readonly merchantId: string; readonly serviceId: string; readonly serviceKey: string }
  readonly record: AttemptRecord
  readonly settlement: Settlement
  readonly emit: Emit
}

/** Takes imoje's notification from its raw body and signature. Rejects while it has to be repeated. */
export type TakeNotification = (body: Uint8Array<ArrayBuffer>, signature: string | null) => Promise<Reply>

/** Tells imoje not to repeat a notification. imoje: notifications. */
const taken: Reply = { status: 200, headers: {}, body: { status: 'ok' } }

export function createTakeNotification({
  imoje,
  record,
  settlement,
  emit,
}: NotificationParts): TakeNotification {
  const findAttempt = async (
    transaction: UpstreamTransaction,
    linkId: string | undefined,
  ): Promise<KnownAttempt | undefined> => {
    const place =
      (await record.find(transaction.id)) ?? (linkId === undefined ? undefined : await record.find(linkId))
    if (place) return (await record.list(place.orderId)).find(({ n }) => n === place.n)
    // The answer that named its id was lost, so it is known by what it pays with; a link can be paid with anything.
    const attempts = await record.list(transaction.orderId ?? '')
    const alike = attempts.filter((attempt) => isAlike(attempt, transaction))
    return (
      alike.findLast(isLost) ??
      attempts.findLast((attempt) => attempt.by === 'link' && isLost(attempt)) ??
      alike.at(-1)
    )
  }

  return async (body, signature) => {
    if (!(await isSigned(body, signature, imoje))) {
      emit({ type: 'notification-ignored', reason: 'signature' })
      throw new Refusal('unauthenticated')
    }
    const read = decodeNotification(parse(body))
    if (!read) {
      emit({ type: 'notification-ignored', reason: 'unreadable' })
      return taken
    }
    const { transaction, linkId } = read
    if ((transaction.type ?? 'sale') !== 'sale') {
      emit({ type: 'notification-ignored', reason: 'not-a-sale' })
      return taken
    }
    await settlement.apply(await findAttempt(transaction, linkId), transaction)
    return taken
  }
}

const isAlike = (attempt: KnownAttempt, { paymentMethod, paymentMethodCode }: UpstreamTransaction): boolean =>
  attempt.by === 'transaction' && attempt.method === paymentMethod && attempt.code === paymentMethodCode

const isLost = ({ upstreamId }: KnownAttempt): boolean => upstreamId === undefined

/** imoje: `X-Imoje-Signature` is SHA-256 over the raw body followed by the service key. */
export async function isSigned(
  body: Uint8Array<ArrayBuffer>,
  header: string | null,
  imoje: NotificationParts['imoje'],
): Promise<boolean> {
  const parts = new Map((header ?? '').split(';').map((part) => readPart(part)))
  const key = new TextEncoder().encode(imoje.serviceKey)
  const signed = new Uint8Array(body.length + key.length)
  signed.set(body)
  signed.set(key, body.length)
  const expected = toHex(await crypto.subtle.digest('SHA-256', signed))
  return (
    isSame(parts.get('signature') ?? '', expected) &&
    parts.get('alg') === 'sha256' &&
    parts.get('merchantid') === imoje.merchantId &&
    parts.get('serviceid') === imoje.serviceId
  )
}

function readPart(part: string): [name: string, value: string] {
  const at = part.indexOf('=')
  return [part.slice(0, at).trim().toLowerCase(), part.slice(at + 1).trim()]
}

/** Takes as long whatever differs, so that its time tells nothing of the right signature. */
function isSame(given: string, expected: string): boolean {
  let difference = given.length ^ expected.length
  for (let at = 0; at < expected.length; at++) difference |= given.charCodeAt(at) ^ expected.charCodeAt(at)
  return difference === 0
}

function parse(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body))
  } catch {
    return undefined
  }
}
