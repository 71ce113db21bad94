import { listConsequenceOf, nameStatus, type Clock } from '@tillkit/core'
import { addRests } from './add-rests.ts'
import type { Breaker } from './breaker.ts'
import type { Emit, Redact } from './events.ts'
import type { GatewayCircuit } from './gateway-circuit.ts'
import type { ImojeClient, UpstreamAnswer } from './imoje-client.ts'
import { cutList } from './imoje-wire.ts'
import { createMethodCache, type Worth } from './method-cache.ts'
import type { Observations } from './observations.ts'
import { Refusal } from './refusal.ts'
import { pickHeaders, type Reply } from './reply.ts'
import type { ListQuery } from './request-fields.ts'
import { isGatewayDown, readFailure, type UpstreamFailure } from './upstream-reply.ts'

/** imoje's list of payment methods, asked once for many shoppers. */
export interface MethodList {
  /** Rejects with a {@link Refusal}. */
  read(
    order: { readonly amount: number; readonly currency: string },
    query: Omit<ListQuery, 'orderId'>,
  ): Promise<Reply>
  /** Takes in that imoje answered a payment with this status: the list may no longer be what it was. */
  noteStatus(status: number): void
}

type Listed = UpstreamFailure & { readonly worth: Worth }

export function createMethodList(parts: {
  readonly client: ImojeClient
  readonly source: 'service' | 'get-payment-methods'
  readonly observations: Observations
  readonly breaker: Breaker
  readonly gateway: GatewayCircuit | undefined
  readonly clock: Clock
  readonly emit: Emit
  readonly redact: Redact
}): MethodList {
  const { client, source, observations, gateway, clock, emit, redact } = parts
  const cache = createMethodCache<Listed>(clock, ({ worth }) => worth)
  let awayAt: number | undefined

  const noteStatus = (status: number): void => {
    if (isGatewayDown(status)) cache.drop()
    else if (status === 406) cache.doubt()
  }

  const readAnswer = (answer: UpstreamAnswer): Listed => {
    const read = readFailure(answer, redact)
    if ('refusal' in read) return { ...read, worth: 'excused' }
    if ('reply' in read) {
      noteStatus(read.reply.status)
      return {
        ...read,
        worth: listConsequenceOf(nameStatus(read.reply.status)).retries ? 'excused' : 'passing',
      }
    }
    const { status, headers, body } = read.success
    const list = cutList(body, source)
    if (list === undefined) {
      emit({ type: 'contract-broken', call: source === 'service' ? 'get-service' : 'get-payment-methods' })
      return { refusal: new Refusal('internal'), worth: 'passing' }
    }
    const bytes = new TextEncoder().encode(JSON.stringify(list))
    return { reply: { status, headers: pickHeaders(headers), body: list, bytes }, worth: 'good' }
  }

  return {
    async read({ amount, currency }, { device, locale, fresh }) {
      await observations.sync()
      // Another process may have seen imoje go away: a list from before that says nothing any more.
      if (gateway?.lastAwayAt() !== awayAt) {
        awayAt = gateway?.lastAwayAt()
        cache.drop()
      }
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
      const { headers, ...reply } = value.reply
      // Rounded up: a list may seem older than it is, for then it is asked again, but never newer.
      const ageS = Math.ceil((asked - requestedAt) / 1_000) + Number(headers.age ?? 0)
      const aged = { ...reply, headers: ageS > 0 ? { ...headers, age: String(ageS) } : headers }
      const rests = parts.breaker.rests()
      if (value.worth !== 'good' || rests.size === 0) return aged
      return { status: reply.status, headers: aged.headers, body: addRests(reply.body, rests) }
    },
    noteStatus,
  }
}
