import type { MockCredentials } from './credentials.ts'
import { signatureHeader } from './signature.ts'

/** What became of one notification. */
export interface Delivery {
  readonly transactionId: string
  readonly to: string
  readonly state: 'delivered' | 'waiting' | 'given-up'
  readonly attempts: number
  /** HTTP status of the last attempt; `null` when there was no answer. */
  readonly lastStatus: number | null
  /** When it is sent again, in epoch milliseconds on the mock's clock. */
  readonly nextAt?: number
}

/** Delivers signed notifications, and sends them again while the shop doesn't take them. */
export interface Notifier {
  /** Sends at once and resolves when the first attempt is over. Never rejects. */
  send(to: string, transactionId: string, body: object): Promise<void>
  /** Sends again what is due. The mock has no timers: its requests and clock moves call this. */
  deliverDue(): Promise<void>
  deliveries(): readonly Delivery[]
}

/** Milliseconds between attempts: only the first step of imoje's plan. */
const retryDelaysMs = [10_000, 10_000, 10_000]
const answerWithinMs = 10_000

interface Outgoing {
  readonly to: string
  readonly transactionId: string
  readonly rawBody: string
  state: Delivery['state'] | 'sending'
  attempts: number
  lastStatus: number | null
  nextAt: number
}

export function createNotifier(use: {
  readonly credentials: MockCredentials
  readonly now: () => number
  readonly fetch: typeof fetch
}): Notifier {
  const outbox: Outgoing[] = []

  const attempt = async (outgoing: Outgoing): Promise<void> => {
    outgoing.state = 'sending'
    outgoing.attempts += 1
    const { taken, status } = await post(outgoing, use.credentials, use.fetch)
    const delayMs = retryDelaysMs[outgoing.attempts - 1]
    outgoing.lastStatus = status
    outgoing.nextAt = use.now() + (delayMs ?? 0)
    if (taken) outgoing.state = 'delivered'
    else outgoing.state = delayMs === undefined ? 'given-up' : 'waiting'
  }

  return {
    async send(to, transactionId, body) {
      const rawBody = JSON.stringify(body)
      const outgoing: Outgoing = {
        to,
        transactionId,
        rawBody,
        state: 'waiting',
        attempts: 0,
        lastStatus: null,
        nextAt: use.now(),
      }
      outbox.push(outgoing)
      await attempt(outgoing)
    },
    async deliverDue() {
      const due = outbox.filter(({ state, nextAt }) => state === 'waiting' && nextAt <= use.now())
      await Promise.all(due.map(attempt))
    },
    deliveries: () =>
      outbox.map(({ to, transactionId, state, attempts, lastStatus, nextAt }) => {
        const shown = { to, transactionId, attempts, lastStatus }
        return state === 'delivered' || state === 'given-up'
          ? { ...shown, state }
          : { ...shown, state: 'waiting', nextAt }
      }),
  }
}

async function post(
  { to, rawBody }: Outgoing,
  credentials: MockCredentials,
  send: typeof fetch,
): Promise<{ taken: boolean; status: number | null }> {
  try {
    const answer = await send(to, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-imoje-signature': await signatureHeader(credentials, rawBody),
      },
      body: rawBody,
      signal: AbortSignal.timeout(answerWithinMs),
    })
    const text = await answer.text()
    return { taken: answer.status === 200 && /"status"\s*:\s*"ok"/.test(text), status: answer.status }
  } catch {
    return { taken: false, status: null }
  }
}
