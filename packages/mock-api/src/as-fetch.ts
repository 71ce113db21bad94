import { type ApiAnswer, ApiRefusal, errorBody } from './api-answer.ts'
import { applyFault } from './apply-fault.ts'
import type { Backend } from './backend.ts'
import { controlRoute } from './control.ts'
import { hostedPage } from './hosted-page.ts'
import type { RequestSubject, RouteName } from './journal.ts'
import { markSvg } from './marks.ts'
import { findRoute, subjectOf } from './routes.ts'

/**
 * The whole mock as a `fetch` function: API, hosted page, marks and control routes, told apart by path alone. Redirects are
 * answered, not followed.
 */
export function asFetch(backend: Backend): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.signal.throwIfAborted()
    void backend.agenda.runDue()
    const answer = await unlessAborted(init?.signal, serve(backend, request))
    answer.headers.set('date', new Date(backend.now()).toUTCString())
    return answer
  }
}

/** A request holds its signal weakly, so the caller's own is listened to: a fault that hangs must hear it. */
function unlessAborted<T>(signal: AbortSignal | null | undefined, work: Promise<T>): Promise<T> {
  if (!signal) return work
  return new Promise((resolve, reject) => {
    const abort = (): void => reject(signal.reason)
    signal.addEventListener('abort', abort)
    void work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort))
  })
}

async function serve(backend: Backend, request: Request): Promise<Response> {
  const url = new URL(request.url)
  if (url.pathname.startsWith('/__control/')) return controlRoute(backend, request, url.pathname)
  const code = /^\/marks\/([a-z\d_]{1,40})\.svg$/i.exec(url.pathname)?.[1]
  if (code) {
    const headers = { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=3600' }
    return new Response(markSvg(code), { headers })
  }
  const short = /^\/s\/([^/]+)$/.exec(url.pathname)?.[1]
  if (short) return visitPage(backend, request, url, short)
  if (url.pathname.startsWith('/v1/')) return callApi(backend, request, url)
  return new Response('The mock imoje has nothing at this address.\n', { status: 404 })
}

async function callApi(backend: Backend, request: Request, url: URL): Promise<Response> {
  const body = request.method === 'GET' ? undefined : await jsonOf(request)
  const route = findRoute(request.method, url.pathname)
  const { merchantId, id } = route
  const call = { backend, authorization: request.headers.get('authorization'), merchantId, id, body }
  const carryOut = async () => {
    const { status, body: content } = answerOf(() => route.handle(call), body)
    return Response.json(content, { status })
  }
  const answer = await meet(backend, request, url, {
    route: route.name,
    subject: subjectOf(body),
    body,
    carryOut,
  })
  answer.headers.set('x-trace-id', backend.traces.uuid())
  return answer
}

async function visitPage(backend: Backend, request: Request, url: URL, short: string): Promise<Response> {
  const form = new URLSearchParams(request.method === 'POST' ? await request.text() : '')
  const entry = backend.ledger.page(short)
  const subject = entry ? subjectOf({ ...entry, ...entry.order }) : {}
  const visit = { method: request.method, query: url.searchParams, form }
  const carryOut = () => hostedPage(backend, short, visit)
  return meet(backend, request, url, { route: 'hosted-page', subject, body: undefined, carryOut })
}

/** Journals a request, then lets it meet a fault if one fits. */
async function meet(
  backend: Backend,
  request: Request,
  url: URL,
  asked: { route: RouteName; subject: RequestSubject; body: unknown; carryOut: () => Promise<Response> },
): Promise<Response> {
  const { route, subject, body, carryOut } = asked
  const idempotencyKey = request.headers.get('idempotency-key')
  const fault = backend.faults.take(route, subject)
  if (fault?.drop === 'refuse') return applyFault(fault, { body, signal: request.signal }, carryOut)
  const writeStatus = backend.journal.write({
    route,
    method: request.method,
    path: url.pathname,
    at: backend.now(),
    ...(idempotencyKey !== null && { idempotencyKey }),
    ...subject,
  })
  const answer = fault
    ? await applyFault(fault, { body, signal: request.signal }, carryOut)
    : await carryOut()
  writeStatus(answer.status)
  return answer
}

function answerOf(handle: () => ApiAnswer, instance: unknown): ApiAnswer {
  try {
    return handle()
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error
    const { status, errors, message } = error
    return { status, body: errorBody(status, instance, errors, message) }
  }
}

async function jsonOf(request: Request): Promise<unknown> {
  const text = await request.text()
  if (!/^application\/json\b/i.test(request.headers.get('content-type') ?? '')) return undefined
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
