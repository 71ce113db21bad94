import { consequenceOf, nameStatus, resolvePaymentEnd } from '@tillkit/core'
import type { Attempt } from './attempt-entry.ts'
import type { Emit, Redact } from './events.ts'
import type { UpstreamAnswer } from './imoje-client.ts'
import {
  decodeError,
  decodeLinkAnswer,
  decodeTransactionAnswer,
  type UpstreamTransaction,
} from './imoje-wire.ts'
import { isSafeAddress } from './origin-guard.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'
import { endOf } from './settlement.ts'
import { readFailure } from './upstream-reply.ts'

/** What imoje's answer to starting a payment means for the browser and for the record. */
export type PaymentReading = {
  /** imoje's id, where the answer names it. */
  readonly id?: string
  /** The transaction, where it has ended already. */
  readonly ended?: UpstreamTransaction
  /** What the answer says of the channel, where it says anything. */
  readonly channel?: 'succeeded' | 'failed'
} & (
  | {
      readonly reply: Reply
      /** Whether this end is final, so that the same key gets it again. */
      readonly known: boolean
      /** Whether something was started that can charge. */
      readonly charges: boolean
    }
  /** Nobody knows what became of the payment. */
  | { readonly refusal: Refusal }
)

export type ReadPayment = (
  answer: UpstreamAnswer,
  attempt: Pick<Attempt, 'by' | 'immediate'>,
) => PaymentReading

/** @param onFailure hears each status that is no success */
export function createReadPayment(parts: {
  readonly trustedOrigins: readonly string[]
  readonly emit: Emit
  readonly redact: Redact
  readonly onFailure: (status: number) => void
}): ReadPayment {
  const { trustedOrigins, emit } = parts

  return (answer, { by, immediate }) => {
    const read = readFailure(answer, parts.redact)
    if ('refusal' in read) return read
    if ('reply' in read) {
      if (answer.outcome !== 'answered') return { ...read, known: true, charges: false }
      const { status, body } = answer
      parts.onFailure(status)
      const readable = decodeError(body) !== undefined
      const name = nameStatus(status)
      const end = resolvePaymentEnd(name, { status, readable, immediate })
      const { channel } = consequenceOf(name)
      return {
        ...read,
        known: end === 'notCharged',
        charges: end !== 'notCharged',
        ...(channel === 'failed' && { channel }),
      }
    }

    const { status, headers, body } = read.success
    const call = by === 'link' ? 'create-payment' : 'create-transaction'
    const made = by === 'link' ? readLink(body) : readTransaction(body)
    if (!made) {
      emit({ type: 'contract-broken', call })
      return { refusal: new Refusal('internal') }
    }
    const { id, url, ended, cut } = made
    if (url !== undefined && !isSafeAddress(url, trustedOrigins)) {
      emit({ type: 'address-refused', call, origin: URL.parse(url)?.origin ?? 'none' })
      return { id, refusal: new Refusal('internal') }
    }
    const charges = !ended || endOf(ended.status) !== 'failed'
    return {
      id,
      ...(ended && { ended }),
      reply: { status, headers: pickHeaders(headers), body: cut },
      known: true,
      charges,
      ...(charges && { channel: 'succeeded' }),
    }
  }
}

interface Made {
  readonly id: string
  readonly url?: string
  readonly ended?: UpstreamTransaction
  readonly cut: unknown
}

function readLink(body: unknown): Made | undefined {
  const payment = decodeLinkAnswer(body)
  return payment && { ...payment, cut: { payment } }
}

function readTransaction(body: unknown): Made | undefined {
  const read = decodeTransactionAnswer(body)
  if (!read) return undefined
  const { transaction, url, cut } = read
  const ended = endOf(transaction.status) !== 'pending'
  return {
    id: transaction.id,
    ...(url === undefined ? {} : { url }),
    ...(ended && { ended: transaction }),
    cut,
  }
}
