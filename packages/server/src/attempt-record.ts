import type { Clock } from '@tillkit/core'
import * as z from 'zod/mini'
import {
  attemptSchema,
  paidSchema,
  placeSchema,
  sendingSchema,
  type Attempt,
  type AttemptPlace,
  type PaidBy,
  type Sending,
} from './attempt-entry.ts'
import type { SharedStore } from './shared-store.ts'

/** An attempt with what has become of it. */
export interface KnownAttempt extends Attempt {
  readonly sending?: Sending
  /** The transaction's or the link's id at imoje. */
  readonly upstreamId?: string
  /** `failed`: ended without a charge. Whether an order is paid is recorded for the order. */
  readonly state: 'open' | 'failed'
  readonly transactionId?: string
}

/**
 * The record of attempts, built from entries that are claimed once and then stand. So nothing is lost where a notification, a
 * second process and the answer to a POST write at the same time, and a payment can't turn back into something else.
 */
export interface AttemptRecord {
  /** Every attempt of an order, oldest first. */
  list(orderId: string): Promise<readonly KnownAttempt[]>
  /**
   * Writes an attempt under the number after the last one that was listed, so whoever gets it has seen all before it, and no two
   * have the same key.
   * @returns whether this attempt got its number; if not, another one was first
   */
  add(attempt: Attempt): Promise<boolean>
  noteSending(attempt: Attempt, sending: Sending): Promise<void>
  /** Keeps imoje's id, as the attempt's own and to find the attempt by. @param found not if another id is known already */
  noteId(attempt: Attempt, id: string, found?: 'found'): Promise<void>
  /**
   * Records the end of a transaction or of a link that didn't pay. The attempt ends by that of what was sent last.
   * @param transactionId the transaction that ended, or the last one made by the link
   */
  noteFailed(attempt: Attempt, upstreamId: string, transactionId: string | undefined): Promise<void>
  hasFailed(attempt: Attempt, upstreamId: string): Promise<boolean>
  /** Keeps that nobody can pay by this link any more. */
  noteCancelled(attempt: Attempt, linkId: string): Promise<void>
  wasCancelled(linkId: string): Promise<boolean>
  find(upstreamId: string): Promise<AttemptPlace | undefined>
  /** Records what paid an order, unless it is paid already. @returns what paid it first */
  claimPaid(orderId: string, paid: PaidBy): Promise<PaidBy>
  paidBy(orderId: string): Promise<PaidBy | undefined>
  /** Binds a key to one order and one body. @returns whether it is bound to this one */
  bindKey(key: string, binding: string): Promise<boolean>
  bindingOf(key: string): Promise<string | undefined>
  /** From now on nothing starts under this key. */
  closeKey(key: string): Promise<void>
  isClosed(key: string): Promise<boolean>
  /** Whether the shop was told something already. */
  wasTold(what: string): Promise<boolean>
  noteTold(what: string): Promise<void>
  /** Whether attempts that could still be open may have been made before this store remembers. */
  isYoung(): Promise<boolean>
}

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
/** Entries outlive imoje's repeating of notifications (about four days), and what never expires at the shop: 15 months at imoje. */
const keepMs = 460 * DAY_MS
const keepKeyMs = 8 * DAY_MS
/** The clock ends an attempt nobody has an id of, this long after it was open. */
const graceMs = MINUTE_MS
const youngMs = 16 * MINUTE_MS

export function createAttemptRecord(store: SharedStore, clock: Clock): AttemptRecord {
  const read = async <T>(schema: z.ZodMiniType<T>, key: string): Promise<T | undefined> => {
    const text = await store.get(key)
    return text === undefined ? undefined : z.parse(schema, JSON.parse(text))
  }
  const spanOf = ({ at, validUntil }: Attempt): number =>
    validUntil === undefined ? keepMs : validUntil - at + keepKeyMs

  const readAttempt = async (attempt: Attempt): Promise<KnownAttempt> => {
    const place = placeOf(attempt)
    const [sending, upstreamId] = await Promise.all([
      read(sendingSchema, `sending:${place}`),
      store.get(`id:${place}`),
    ])
    const failedBy = upstreamId === undefined ? undefined : await store.get(failedKey(attempt, upstreamId))
    const { validUntil = Infinity } = attempt
    const ended =
      failedBy !== undefined ||
      (sending?.state === 'answered' && !sending.charges) ||
      (upstreamId === undefined && clock.now() >= validUntil + graceMs)
    const transactionId = failedBy || (attempt.by === 'transaction' ? upstreamId : undefined)
    return {
      ...attempt,
      state: ended ? 'failed' : 'open',
      ...(sending && { sending }),
      ...(upstreamId !== undefined && { upstreamId }),
      ...(transactionId !== undefined && { transactionId }),
    }
  }

  return {
    async list(orderId) {
      const attempts: KnownAttempt[] = []
      for (;;) {
        const attempt = await read(attemptSchema, `attempt:${placeOf({ orderId, n: attempts.length + 1 })}`)
        if (!attempt) return attempts
        attempts.push(await readAttempt(attempt))
      }
    },
    // All as long: `list` would stop at one that is forgotten before those after it.
    add: (attempt) => store.claim(`attempt:${placeOf(attempt)}`, JSON.stringify(attempt), keepMs),
    noteSending: (attempt, sending) =>
      store.set(`sending:${placeOf(attempt)}`, JSON.stringify(sending), spanOf(attempt)),
    async noteId(attempt, id, found) {
      const { orderId, n, by } = attempt
      // Comes first: where the store fails between the two, a notification still finds the attempt.
      await store.set(`upstream:${id}`, JSON.stringify({ orderId, n, by }), spanOf(attempt))
      const entry = [`id:${placeOf(attempt)}`, id, spanOf(attempt)] as const
      await (found ? store.claim(...entry) : store.set(...entry))
    },
    async noteFailed(attempt, upstreamId, transactionId = '') {
      await store.claim(failedKey(attempt, upstreamId), transactionId, spanOf(attempt))
    },
    hasFailed: async (attempt, upstreamId) => (await store.get(failedKey(attempt, upstreamId))) !== undefined,
    noteCancelled: (attempt, linkId) => store.set(`cancelled:${linkId}`, '1', spanOf(attempt)),
    wasCancelled: async (linkId) => (await store.get(`cancelled:${linkId}`)) !== undefined,
    find: (upstreamId) => read(placeSchema, `upstream:${upstreamId}`),
    async claimPaid(orderId, paid) {
      const key = `paid:${encodeURIComponent(orderId)}`
      if (await store.claim(key, JSON.stringify(paid), keepMs)) return paid
      return (await read(paidSchema, key)) ?? paid
    },
    paidBy: (orderId) => read(paidSchema, `paid:${encodeURIComponent(orderId)}`),
    async bindKey(key, binding) {
      return (
        (await store.claim(`key:${key}`, binding, keepKeyMs)) || (await store.get(`key:${key}`)) === binding
      )
    },
    bindingOf: (key) => store.get(`key:${key}`),
    closeKey: (key) => store.set(`closed:${key}`, '1', keepKeyMs),
    isClosed: async (key) => (await store.get(`closed:${key}`)) !== undefined,
    wasTold: async (what) => (await store.get(`told:${what}`)) !== undefined,
    noteTold: (what) => store.set(`told:${what}`, '1', keepMs),
    async isYoung() {
      await store.claim('born', String(clock.now()), keepMs * 10)
      return clock.now() - Number(await store.get('born')) < youngMs
    },
  }
}

const placeOf = ({ orderId, n }: { readonly orderId: string; readonly n: number }): string =>
  `${encodeURIComponent(orderId)}:${n}`

/** An end belongs to what was sent last: the end of an address nobody got doesn't end the one that was sent after it. */
const failedKey = (attempt: Attempt, upstreamId: string): string => `failed:${placeOf(attempt)}:${upstreamId}`
