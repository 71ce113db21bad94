import type { WorldClock } from './clock.ts'

/** What goes wrong with one request. Without any of it the request is carried out and answered. */
export interface Fault {
  readonly on: 'GET' | 'POST'
  /** Answered instead of the truth. */
  readonly status?: number
  readonly retryAfterS?: number
  /** The body of a proxy, not of whom was asked. */
  readonly html?: boolean
  /** The shop's own word (contract A). */
  readonly problem?: string
  /** The request is carried out all the same. */
  readonly processed?: boolean
  readonly drop?: 'refused' | 'cut'
  readonly hang?: boolean
  /** The body breaks off half-way. */
  readonly half?: boolean
  /** On its way there, and back. */
  readonly thereMs?: number
  readonly backMs?: number
}

export interface FaultBox {
  /** The next request of that method meets it. */
  add(fault: Fault): void
  take(method: string): Fault | undefined
  clear(): void
}

export function createFaultBox(): FaultBox {
  let waiting: Fault[] = []
  return {
    add: (fault) => void waiting.push(fault),
    take: (method) => {
      const next = waiting.find(({ on }) => on === method)
      waiting = waiting.filter((each) => each !== next)
      return next
    },
    clear: () => {
      waiting = []
    },
  }
}

/** An answer, read to its end. */
export interface Text {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}

/** Carries a request over a wire that a fault may sit on. */
export async function carry(
  clock: WorldClock,
  fault: Fault | undefined,
  latencyMs: number,
  carryOut: () => Promise<Response>,
): Promise<Text> {
  const { status, drop, hang, half, processed, thereMs = 0, backMs = 0 } = fault ?? {}
  await wait(clock, latencyMs + thereMs)
  const isFalse = status !== undefined || drop !== undefined || hang === true
  const real = !isFalse || processed ? await read(await carryOut()) : undefined
  await wait(clock, latencyMs + backMs)
  if (hang) await never
  if (drop) throw connectionError(drop)
  const answer = isFalse ? invent(fault ?? { on: 'GET' }) : (real ?? invent({ on: 'GET' }))
  return half ? { ...answer, text: answer.text.slice(0, answer.text.length / 2) } : answer
}

export const never: Promise<never> = new Promise(() => undefined)

export const wait = (clock: WorldClock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.setTimer(resolve, ms)
  })

async function read(response: Response): Promise<Text> {
  return { status: response.status, headers: response.headers, text: await response.text() }
}

export const toResponse = ({ status, headers, text }: Text): Response =>
  new Response(text, { status, headers })

/** Rejects as soon as whoever asked gives up. */
export function untilGivenUp<Value>(signal: AbortSignal | null | undefined, work: Promise<Value>) {
  return new Promise<Value>((resolve, reject) => {
    signal?.addEventListener('abort', () => reject(signal.reason), { once: true })
    work.then(resolve, reject)
  })
}

function invent({ status = 200, html, problem, retryAfterS }: Fault): Text {
  const headers = new Headers()
  if (retryAfterS !== undefined) headers.set('retry-after', String(retryAfterS))
  if (html) headers.set('content-type', 'text/html')
  else headers.set('content-type', problem ? 'application/problem+json' : 'application/json')
  const body = problem
    ? { type: problem, status }
    : { apiErrorResponse: { code: 'MOCK', message: 'A fault of the test.', errors: [] } }
  return { status, headers, text: html ? '<h1>A proxy</h1>' : JSON.stringify(body) }
}

/** As Node's `fetch` says it. */
function connectionError(drop: 'refused' | 'cut'): TypeError {
  const code = drop === 'refused' ? 'ECONNREFUSED' : 'ECONNRESET'
  return new TypeError('fetch failed', { cause: Object.assign(new Error(drop), { code }) })
}
