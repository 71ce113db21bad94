import type { Agenda } from './agenda.ts'
import type { MockCredentials } from './credentials.ts'
import { signatureHeader } from './signature.ts'

/** What became of one notification. */
export interface Delivery {
  /** The transaction it tells of. */
  readonly transactionId: string
  /** The address it is sent to. */
  readonly to: string
  /** `given-up` after the last of imoje's retries. */
  readonly state: 'delivered' | 'waiting' | 'given-up'
  /** How often it was sent. */
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
  deliveries(): readonly Delivery[]
}

const minuteMs = 60_000
/** How often, and after how many milliseconds each, a notification is sent again (imoje: notifications). */
const retryPlan: readonly (readonly [times: number, delayMs: number])[] = [
  [3, 10_000],
  [5, 5 * minuteMs],
  [5, 60 * minuteMs],
  [5, 360 * minuteMs],
  [5, 720 * minuteMs],
]
const retryDelaysMs: readonly number[] = retryPlan.flatMap(([times, delayMs]) =>
  Array<number>(times).fill(delayMs),
)
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
  readonly agenda: Agenda
  readonly retrySpeedup: number
  readonly fetch: typeof fetch
}): Notifier {
  const outbox: Outgoing[] = []

  const attempt = async (outgoing: Outgoing, at: number): Promise<void> => {
    outgoing.state = 'sending'
    outgoing.attempts += 1
    const { taken, status } = await post(outgoing, use.credentials, use.fetch)
    outgoing.lastStatus = status
    const delayMs = retryDelaysMs[outgoing.attempts - 1]
    if (taken || delayMs === undefined) {
      outgoing.state = taken ? 'delivered' : 'given-up'
      return
    }
    outgoing.state = 'waiting'
    outgoing.nextAt = at + delayMs / use.retrySpeedup
    use.agenda.add(outgoing.nextAt, (due) => attempt(outgoing, due))
  }

  return {
    async send(to, transactionId, body) {
      const at = use.now()
      const outgoing: Outgoing = {
        to,
        transactionId,
        rawBody: JSON.stringify(body),
        state: 'waiting',
        attempts: 0,
        lastStatus: null,
        nextAt: at,
      }
      outbox.push(outgoing)
      await attempt(outgoing, at)
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
