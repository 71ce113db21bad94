import { isImmediate, type Clock } from '@tillkit/core'
import type { Attempt, Sending } from './attempt-entry.ts'
import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { Breaker } from './breaker.ts'
import { channelOf } from './channel-of.ts'
import type { GatewayCircuit } from './gateway-circuit.ts'
import type { ImojeClient } from './imoje-client.ts'
import type { ShopHooks, ShopOrder } from './order-port.ts'
import { buildPaymentBody, checkShopOrder, validityOf } from './payment-body.ts'
import type { PaymentReading, ReadPayment } from './read-payment.ts'
import { Refusal } from './refusal.ts'
import type { Reply } from './reply.ts'
import type { PaymentDraft } from './request-fields.ts'
import type { Settlement } from './settlement.ts'
import { toHex } from './to-hex.ts'
import { buildUnreachable } from './upstream-reply.ts'

export interface StartPaymentParts {
  readonly record: AttemptRecord
  readonly client: ImojeClient
  readonly gateway: GatewayCircuit | undefined
  readonly breaker: Breaker
  readonly settlement: Settlement
  readonly readPayment: ReadPayment
  readonly resolvePayment: ShopHooks['resolvePayment']
  readonly notificationUrl: string | undefined
  /** Signs bodies for comparison, so that a BLIK code can't be guessed from what is stored. */
  readonly serviceKey: string
  readonly clock: Clock
}

/** Starts a payment, once for each key. Rejects with a {@link Refusal}. */
export type StartPayment = (draft: PaymentDraft, loadOrder: () => Promise<ShopOrder>) => Promise<Reply>

/** Another process has this long to answer under a key before it is taken for dead, in milliseconds. */
const inFlightMs = 15_000
const pollMs = 250
/** Word of a page is waited for no longer, in milliseconds: the shopper waits too, and the browser only so long. */
const lookForMs = 3_000

export function createStartPayment(parts: StartPaymentParts): StartPayment {
  const { record, clock } = parts
  const flights = new Map<string, Promise<Reply>>()

  /** The attempt of this key, once no other process is sending it. */
  const awaitAttempt = async (
    draft: PaymentDraft,
  ): Promise<readonly [KnownAttempt | undefined, readonly KnownAttempt[]]> => {
    // Counted too, for the clock may have jumped back, or the other process's may be ahead.
    for (let waitedMs = 0; ; waitedMs += pollMs) {
      const attempts = await record.list(draft.orderId)
      const mine = attempts.find(({ key }) => key === draft.key)
      const isOver = !mine || clock.now() >= onItsWaySince(mine) + inFlightMs || waitedMs >= inFlightMs
      if (isOver) return [mine, attempts]
      await new Promise<void>((resolve) => clock.setTimer(resolve, pollMs))
    }
  }

  const refuseWhilePaidOrOpen = async (
    draft: PaymentDraft,
    attempts: readonly KnownAttempt[],
  ): Promise<void> => {
    const shop = await parts.resolvePayment(draft.orderId)
    const open = attempts.findLast(
      ({ key, immediate, state }) => key !== draft.key && immediate && state === 'open',
    )
    if (open && shop?.status !== 'paid') await parts.settlement.refresh(open)
    if (shop?.status === 'paid' || (await record.paidBy(draft.orderId))) throw new Refusal('order-paid')
    if (!open) return
    const known = (await record.list(draft.orderId)).find(({ n }) => n === open.n)
    if (known?.state !== 'failed') throw new Refusal('attempt-open')
  }

  /** A page may be paid already, its notification late or lost, and another device knows nothing of that. */
  const refuseWherePagePaid = async (orderId: string, attempts: readonly KnownAttempt[]): Promise<void> => {
    const pages = attempts.filter(
      ({ immediate, state, upstreamId }) => !immediate && state === 'open' && upstreamId !== undefined,
    )
    if (pages.length === 0) return
    let cancel = (): void => undefined
    const enough = new Promise<void>((resolve) => (cancel = clock.setTimer(resolve, lookForMs)))
    await Promise.race([enough, Promise.all(pages.map((page) => parts.settlement.refresh(page)))])
    cancel()
    if (await record.paidBy(orderId)) throw new Refusal('order-paid')
  }

  const findAway = async (): Promise<Reply | undefined> => {
    const heldForMs = await parts.gateway?.heldForMs()
    return heldForMs === undefined ? undefined : buildUnreachable(heldForMs)
  }

  const send = async (attempt: Attempt, draft: PaymentDraft, order: ShopOrder): Promise<Reply> => {
    const validForMs = validityOf(draft)
    const validUntil = validForMs === undefined ? undefined : clock.now() + validForMs
    const body = buildPaymentBody(draft.orderId, order, draft, {
      notificationUrl: parts.notificationUrl,
      validUntil,
    })
    const sentAt = clock.now()
    const answer = await (draft.by === 'link'
      ? parts.client.createPayment(body, draft.key)
      : parts.client.createTransaction(body, draft.key))
    const reading = parts.readPayment(answer, attempt)
    await keep(attempt, reading, validUntil)
    const channel = channelOf(draft)
    if (channel && reading.channel)
      await parts.breaker.note(channel, { outcome: reading.channel, orderId: draft.orderId, sentAt })
    if ('refusal' in reading) throw reading.refusal
    // Another attempt may have paid while this one was on its way: then nobody gets its address.
    const paid = reading.charges && (await record.paidBy(attempt.orderId).catch(() => undefined))
    if (paid && paid.n !== attempt.n) throw new Refusal('order-paid')
    return reading.reply
  }

  /** The payment has been sent: whatever fails from here on must not hide its answer from the payer. */
  const keep = async (
    attempt: Attempt,
    reading: PaymentReading,
    validUntil: number | undefined,
  ): Promise<void> => {
    const sending: Sending =
      'reply' in reading && reading.known
        ? { state: 'answered', charges: reading.charges, reply: reading.reply, at: clock.now(), validUntil }
        : { state: 'unknown' }
    try {
      if (reading.id !== undefined) await record.noteId(attempt, reading.id)
      await record.noteSending(attempt, sending)
      if (reading.ended) {
        const known = (await record.list(attempt.orderId)).find(({ n }) => n === attempt.n)
        if (known) await parts.settlement.observe(known, reading.ended)
      }
    } catch {
      // The store has failed and has left its event; imoje's notification finds the attempt by what it pays with.
    }
  }

  /** The answer of before, marked by its age: whoever learns from imoje's answers learns nothing of now from it. */
  const repeat = ({ reply, at }: { readonly reply: Reply; readonly at: number }): Reply => {
    const ageS = Math.max(1, Math.ceil((clock.now() - at) / 1_000))
    return { ...reply, headers: { ...reply.headers, age: String(ageS) } }
  }

  const run = async (
    draft: PaymentDraft,
    binding: string,
    loadOrder: () => Promise<ShopOrder>,
  ): Promise<Reply> => {
    for (;;) {
      const bound = await record.bindingOf(draft.key)
      if ((bound !== undefined && bound !== binding) || (await record.isClosed(draft.key)))
        throw new Refusal('key-reused')
      const [mine, attempts] = await awaitAttempt(draft)
      const answered = mine?.sending?.state === 'answered' ? mine.sending : undefined
      if (answered && !answered.charges) return repeat(answered)
      const order = await loadOrder()
      await refuseWhilePaidOrOpen(draft, attempts)
      const { validUntil = Infinity } = answered ?? {}
      const stands = answered && mine?.state === 'open' && clock.now() < validUntil
      if (mine?.immediate) {
        if (stands && !isChanged(draft, order)) return repeat(answered)
        // What charges without a page is never sent twice, whatever became of it, and never said not to have charged.
        throw new Refusal('attempt-open')
      }
      // The key is bound to the expected amount, so this compares what the attempt was made for, too.
      if (isChanged(draft, order)) {
        const { amount, currency } = order
        throw new Refusal('order-changed', { amount, currency })
      }
      if (stands) return repeat(answered)
      checkShopOrder(order)
      // Nothing is recorded for what isn't sent, so the same key can go on later.
      const away = await findAway()
      if (away) return away
      await refuseWherePagePaid(draft.orderId, attempts)
      const foundAway = await findAway()
      if (foundAway) return foundAway

      if (mine) {
        await record.noteSending(mine, { state: 'sending', at: clock.now() })
        const replaced = mine.by === 'link' ? mine.upstreamId : undefined
        const [reply] = await Promise.all([
          send(mine, draft, order),
          // It is over, but nobody shall find a way to pay both.
          replaced !== undefined && parts.client.cancelPayment(replaced),
        ])
        return reply
      }
      if (!(await record.bindKey(draft.key, binding))) throw new Refusal('key-reused')
      const attempt = buildAttempt(draft, attempts.length + 1, clock.now())
      if (!(await record.add(attempt))) continue
      if (!(await record.isClosed(draft.key))) return send(attempt, draft, order)
      // Somebody was told that nothing can start under this key any more.
      const refusal = new Refusal('key-reused')
      const reply = { status: refusal.status, headers: {}, body: {} }
      await record.noteSending(attempt, { state: 'answered', charges: false, reply, at: clock.now() })
      throw refusal
    }
  }

  return async (draft, loadOrder) => {
    const binding = await bind(draft, parts.serviceKey)
    const running = flights.get(binding)
    if (running) return running
    const reply = run(draft, binding, loadOrder).finally(() => flights.delete(binding))
    flights.set(binding, reply)
    return reply
  }
}

/** Since when an attempt has been on its way; long ago when it has arrived. */
function onItsWaySince({ sending, at }: KnownAttempt): number {
  if (!sending) return at
  return sending.state === 'sending' ? sending.at : -Infinity
}

const isChanged = (
  { expectedAmount, expectedCurrency }: PaymentDraft,
  { amount, currency }: ShopOrder,
): boolean => expectedAmount !== amount || expectedCurrency !== currency

function buildAttempt(draft: PaymentDraft, n: number, at: number): Attempt {
  const { orderId, key, expectedAmount: amount, expectedCurrency: currency } = draft
  const validForMs = validityOf(draft)
  const validity = validForMs === undefined ? {} : { validUntil: at + validForMs }
  const common = { orderId, n, key, amount, currency, at, ...validity }
  if (draft.by === 'link')
    return { ...common, by: 'link', method: draft.visibleMethod.join(), immediate: false }
  const { method, code, blikCode } = draft
  return { ...common, by: 'transaction', method, code, immediate: isImmediate(method, blikCode) }
}

/** Says which order and which body a key stands for; the key is part of it. */
async function bind(draft: PaymentDraft, secret: string): Promise<string> {
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
  const key = await crypto.subtle.importKey('raw', encode(secret), algorithm, false, ['sign'])
  const body = JSON.stringify(Object.entries(draft).toSorted(([a], [b]) => (a < b ? -1 : 1)))
  const signature = await crypto.subtle.sign('HMAC', key, encode(body))
  return `${encodeURIComponent(draft.orderId)} ${toHex(signature)}`
}
