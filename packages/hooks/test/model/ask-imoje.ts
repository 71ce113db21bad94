import { channels } from './steps.ts'
import { parse, type Json } from './traffic.ts'
import type { Started, Upstream, UpstreamAnswer } from './watcher.ts'
import { carry, toResponse, untilGivenUp } from './wire.ts'
import type { World } from './world-parts.ts'

/** The shop's `fetch`: over a wire with faults, and heard by whoever watches. */
export async function askImoje(
  world: World,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const { clock, mock, watchers } = world
  const n = (world.requests += 1)
  const url = String(input instanceof Request ? input.url : input)
  const { method = 'GET', signal } = init
  const asked: Upstream = {
    method,
    path: new URL(url).pathname.split('/').slice(4).join('/'),
    key: new Headers(init.headers).get('idempotency-key') ?? undefined,
    body: init.body === undefined ? undefined : parse(init.body as string),
  }
  const { paymentMethod, paymentMethodCode } = asked.body ?? {}
  const status = world.broken.get(`${String(paymentMethod)}/${String(paymentMethodCode)}`)
  const fault = world.away ?? (status ? { on: 'POST', status } : world.imojeFaults.take(method))
  world.note(`shop asks imoje ${n} ${method} ${asked.path} ${fault ? `meets ${JSON.stringify(fault)}` : ''}`)
  const sentAt = clock.now()
  for (const watcher of watchers) watcher.upstreamAsked?.(asked)
  if (method === 'POST') {
    const now = await world.state()
    for (const watcher of watchers) watcher.upstreamPays?.(asked, now)
  }

  const carryOut = async (): Promise<Response> => {
    const { status, headers, ...answer } = await read(await mock.fetch(url, { ...init, signal: null }))
    const start = describeStarted(asked, parse(answer.text))
    if (start) world.started.push(start)
    const isList = asked.path.startsWith('service') && status === 200
    return new Response(isList ? cutToContract(answer.text) : answer.text, { status, headers })
  }
  const hear = (answer: Partial<UpstreamAnswer>): void => {
    for (const watcher of watchers) watcher.upstreamAnswered?.(asked, sentAt, answer)
  }
  try {
    const text = await untilGivenUp(signal, carry(clock, fault, 8 + (n % 5), carryOut))
    const seconds = text.headers.get('retry-after')
    const retryAfterMs = seconds === null ? undefined : Number(seconds) * 1_000
    hear({ status: text.status, json: parse(text.text), retryAfterMs })
    return toResponse(text)
  } catch (error) {
    hear({})
    throw error
  }
}

const read = async (answer: Response) => ({
  status: answer.status,
  headers: answer.headers,
  text: await answer.text(),
})

function describeStarted({ method, key, body }: Upstream, made: Json | undefined): Started | undefined {
  const { transaction, action, payment } = (made ?? {}) as {
    readonly transaction?: { readonly id: string }
    readonly action?: { readonly url?: string }
    readonly payment?: { readonly id: string; readonly url: string }
  }
  const id = transaction?.id ?? payment?.id
  if (method !== 'POST' || key === undefined || id === undefined) return undefined
  const { visibleMethod = [] } = body as { readonly visibleMethod?: readonly string[] }
  return {
    id,
    key,
    by: payment ? 'link' : 'transaction',
    immediate: transaction !== undefined && action === undefined,
    // A transfer has none.
    url: payment?.url ?? (action?.url || undefined),
    visible: visibleMethod,
  }
}

/** The shop has few channels, so that a run is short. */
function cutToContract(text: string): string {
  const list = JSON.parse(text) as { readonly service: { readonly paymentMethods: readonly ListRow[] } }
  const rows = list.service.paymentMethods.filter(
    ({ paymentMethod, paymentMethodCode, currency }) =>
      currency === 'PLN' && (channels as readonly string[]).includes(`${paymentMethod}/${paymentMethodCode}`),
  )
  return JSON.stringify({ service: { ...list.service, paymentMethods: rows } })
}

interface ListRow {
  readonly paymentMethod: string
  readonly paymentMethodCode: string
  readonly currency: string
}
