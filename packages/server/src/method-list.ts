import type { Clock } from '@tillkit/core'
import type { Emit, Redact } from './events.ts'
import type { ImojeClient, UpstreamAnswer } from './imoje-client.ts'
import { cutList } from './imoje-wire.ts'
import { createMethodCache } from './method-cache.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'
import type { ListQuery } from './request-fields.ts'
import { isGatewayDown, readFailure, type UpstreamFailure as Listed } from './upstream-reply.ts'

/** imoje's list of payment methods, asked once for many shoppers. */
export interface MethodList {
  /** Rejects with a {@link Refusal}. */
  read(
    order: { readonly amount: number; readonly currency: string },
    query: Omit<ListQuery, 'orderId'>,
  ): Promise<Reply>
  /** Forgets what imoje said before. */
  drop(): void
}

export function createMethodList(parts: {
  readonly client: ImojeClient
  readonly source: 'service' | 'get-payment-methods'
  readonly clock: Clock
  readonly emit: Emit
  readonly redact: Redact
}): MethodList {
  const { client, source, clock, emit, redact } = parts
  const cache = createMethodCache<Listed>(clock, (listed) => 'reply' in listed && listed.reply.status === 200)

  const readAnswer = (answer: UpstreamAnswer): Listed => {
    const read = readFailure(answer, redact)
    if ('reply' in read && isGatewayDown(read.reply.status)) cache.drop()
    if (!('success' in read)) return read
    const { status, headers, body } = read.success
    const list = cutList(body, source)
    if (list !== undefined) return { reply: { status, headers: pickHeaders(headers), body: list } }
    emit({ type: 'contract-broken', call: source === 'service' ? 'get-service' : 'get-payment-methods' })
    return { refusal: new Refusal('internal') }
  }

  return {
    async read({ amount, currency }, { device, locale, fresh }) {
      const asked = clock.now()
      const query = { amount, currency, device, locale }
      const { value, requestedAt } = await (source === 'service'
        ? cache.read('', async () => readAnswer(await client.getService()), fresh)
        : cache.read(
            JSON.stringify(query),
            async () => readAnswer(await client.getPaymentMethods(query)),
            fresh,
          ))
      if ('refusal' in value) throw value.refusal
      // Rounded up: a list may seem older than it is, for then it is asked again, but never newer.
      const { reply } = value
      const ageS = Math.ceil((asked - requestedAt) / 1_000) + Number(reply.headers.age ?? 0)
      return ageS > 0 ? { ...reply, headers: { ...reply.headers, age: String(ageS) } } : reply
    },
    drop: () => cache.drop(),
  }
}
