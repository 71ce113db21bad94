import type { Clock } from '@tillkit/core'
import { Refusal } from './refusal.ts'

/** Largest body a browser may send, in bytes. */
const browserLimit = 16 * 1024
/** How long a body may take from its first byte to its last, in milliseconds: one that trickles holds a connection for nothing. */
const readWithinMs = 10_000

/**
 * Reads a browser's JSON.
 * @throws Refusal `invalid-request` 400, 408, 413 or 415
 */
export async function readJson(request: Request, clock: Clock): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) throw refuse(415, 'content-type')
  const bytes = await readBytes(request, browserLimit, clock)
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    throw refuse(400)
  }
}

/**
 * Reads a body as it came. Stops past the limit, in bytes, and when it takes too long.
 * @throws Refusal `invalid-request` 400 where the sender broke off, 408 or 413
 */
export async function readBytes(
  request: Request,
  limit: number,
  clock: Clock,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw refuse(413)
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  // Nobody waits for the cancelling: a sender that hangs may hang in that too.
  const stop = (): void => void reader.cancel().catch(() => undefined)
  let isLate = false
  const cancelTimer = clock.setTimer(() => {
    isLate = true
    stop()
  }, readWithinMs)

  const chunks: Uint8Array[] = []
  let length = 0
  try {
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      chunks.push(next.value)
      length += next.value.length
      if (length > limit) throw refuse(413)
    }
  } catch (error) {
    stop()
    throw error instanceof Refusal ? error : refuse(400)
  } finally {
    cancelTimer()
  }
  if (isLate) throw refuse(408)
  return join(chunks, length)
}

const refuse = (status: number, field = 'body'): Refusal => new Refusal('invalid-request', { status, field })

function join(chunks: readonly Uint8Array[], length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.length
  }
  return bytes
}
