import { errorBody } from './api-answer.ts'
import type { Fault } from './faults.ts'

/**
 * Answers a request through a fault (see {@link Fault} for what is carried out when).
 *
 * @throws TypeError when the connection is cut, as `fetch` does; the signal's reason when the caller gives up first.
 */
export async function applyFault(
  fault: Fault,
  asked: { readonly body: unknown; readonly signal: AbortSignal },
  carryOut: () => Promise<Response>,
): Promise<Response> {
  const cutsConnection = fault.drop === true || fault.drop === 'connect' || fault.drop === 'refuse'
  const replaces =
    fault.status !== undefined || fault.body !== undefined || fault.hang === true || cutsConnection
  const real = !replaces || fault.processed ? await carryOut() : undefined
  if (fault.delayMs) await pause(fault.delayMs, asked.signal)
  if (fault.hang) return silence(asked.signal)
  if (fault.drop === 'refuse') throw connectionError('refused', 'ECONNREFUSED')
  if (cutsConnection) throw connectionError('cut', 'ECONNRESET')

  const answer =
    real === undefined || fault.status !== undefined || fault.body !== undefined
      ? falseAnswer(fault, asked.body)
      : real
  for (const [name, value] of Object.entries(fault.headers ?? {})) answer.headers.set(name, value)
  return fault.drop === 'body' ? cutInHalf(answer) : answer
}

/** As Node's `fetch` does: the code of what happened is in the cause. */
function connectionError(how: string, code: string): TypeError {
  const cause = Object.assign(new Error(`The connection was ${how} by a fault of the mock.`), { code })
  return new TypeError('fetch failed', { cause })
}

function falseAnswer({ status = 200, body, errors }: Fault, instance: unknown): Response {
  // These statuses may not carry a body at all.
  if (status === 204 || status === 205 || status === 304) return new Response(null, { status })
  if (typeof body === 'string') {
    const type = body.trimStart().startsWith('<') ? 'text/html; charset=utf-8' : 'application/json'
    return new Response(body, { status, headers: { 'content-type': type } })
  }
  if (body !== undefined) return Response.json(body, { status })
  return Response.json(status >= 400 ? errorBody(status, instance, errors) : {}, { status })
}

async function cutInHalf(answer: Response): Promise<Response> {
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const half = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.slice(0, Math.ceil(bytes.length / 2))),
    pull: (controller) =>
      controller.error(new TypeError('terminated: the answer was cut by a fault of the mock')),
  })
  return new Response(half, { status: answer.status, headers: answer.headers })
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const giveUp = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', giveUp)
      resolve()
    }, ms)
    signal.addEventListener('abort', giveUp, { once: true })
  })
}

function silence(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    if (signal.aborted) return reject(signal.reason)
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
}
