import type { Clock } from '@tillkit/core'
import type { AttemptRecord, KnownAttempt } from './attempt-record.ts'
import type { ImojeClient } from './imoje-client.ts'
import { createSparing } from './sparing.ts'

/**
 * Cancels every link of a paid order but that of the attempt which paid it, whatever became of the tries made by it.
 * Rejects when the store fails.
 * @returns whether imoje has answered for each; if not, it has to be tried again
 */
export type CancelLinks = (orderId: string, paidN: number) => Promise<boolean>

export function createCancelLinks(parts: {
  readonly record: AttemptRecord
  readonly client: ImojeClient
  readonly clock: Clock
}): CancelLinks {
  const { record, client } = parts
  const sparingly = createSparing<boolean>(parts.clock)

  const cancel = async (attempt: KnownAttempt, id: string): Promise<boolean> => {
    if (await record.wasCancelled(id)) return true
    const answer = await client.cancelPayment(id)
    const isDone = answer.outcome === 'answered' && isLastWord(answer.status)
    if (isDone) await record.noteCancelled(attempt, id)
    return isDone
  }

  return async (orderId, paidN) => {
    const links = (await record.list(orderId)).filter(({ n, by }) => n !== paidN && by === 'link')
    const done = links.map((attempt) => {
      const { upstreamId: id } = attempt
      return id === undefined ? Promise.resolve(true) : sparingly(id, () => cancel(attempt, id))
    })
    return (await Promise.all(done)).every(Boolean)
  }
}

/** imoje has cancelled it, or says that it can't be: because it is over, or paid after all, which it tells by itself. */
function isLastWord(status: number): boolean {
  const comesAgain = status >= 500 || [401, 403, 408, 429].includes(status)
  return !comesAgain
}
