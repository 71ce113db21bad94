import type { Backend } from './backend.ts'
import { controlState } from './control-state.ts'
import { decodeBlikPlan, decodeChannelChange, decodeFault } from './control-input.ts'
import { isRecord } from './field-checks.ts'
import type { EndStatus } from './ledger.ts'
import { isScenarioName, scenarioNames } from './scenarios.ts'
import { settle } from './settle.ts'

interface ControlRoute {
  readonly method: string
  readonly path: RegExp
  /** Returns what is answered; without it, the state after the change. */
  readonly run: (
    backend: Backend,
    body: Readonly<Record<string, unknown>>,
    ...parts: readonly string[]
  ) => object | void | Promise<object | void>
}

/** Thrown to answer with a sentence. */
class ControlError extends Error {
  readonly status: number
  constructor(status: number, sentence: string) {
    super(sentence)
    this.status = status
  }
}

const endStatuses: readonly EndStatus[] = ['settled', 'rejected', 'cancelled', 'error']

const controlRoutes: readonly ControlRoute[] = [
  { method: 'GET', path: /^state$/, run: () => {} },
  {
    method: 'PUT',
    path: /^scenario$/,
    run(backend, { name }) {
      if (!isScenarioName(name)) throw bad(`"name" must be one of ${scenarioNames.join(', ')}.`)
      backend.setScenario(name)
    },
  },
  {
    method: 'POST',
    path: /^faults$/,
    run: (backend, body) => backend.faults.add(orBad(() => decodeFault(body))),
  },
  { method: 'DELETE', path: /^faults$/, run: (backend) => backend.faults.clear() },
  {
    method: 'PATCH',
    path: /^channels\/([^/]+)\/([^/]+)$/,
    run(backend, body, method = '', code = '') {
      const change = orBad(() => decodeChannelChange(body))
      try {
        backend.world.change(method, code, change)
      } catch (error) {
        throw error instanceof RangeError ? new ControlError(404, error.message) : error
      }
    },
  },
  {
    method: 'PUT',
    path: /^blik$/,
    run(backend, body) {
      backend.blikPlan = orBad(() => decodeBlikPlan(body))
    },
  },
  {
    method: 'POST',
    path: /^clock$/,
    async run(backend, { advanceMs }) {
      if (typeof advanceMs !== 'number' || !Number.isFinite(advanceMs)) {
        throw bad('"advanceMs" must be a number of milliseconds.')
      }
      backend.advanceClock(advanceMs)
      await backend.agenda.runDue()
    },
  },
  {
    method: 'POST',
    path: /^transactions\/([^/]+)$/,
    async run(backend, { status, statusCode }, id = '') {
      const end = endStatuses.find((known) => known === status)
      if (!end) throw bad(`"status" must be one of ${endStatuses.join(', ')}.`)
      if (statusCode !== undefined && typeof statusCode !== 'string')
        throw bad('"statusCode" must be a string.')
      const transaction = backend.ledger.transaction(id)
      if (!transaction) throw new ControlError(404, 'There is no such transaction.')
      if (!(await settle(backend, transaction, { status: end, statusCode }))) {
        throw new ControlError(409, `The transaction has ended already: ${transaction.status}.`)
      }
    },
  },
  { method: 'GET', path: /^journal$/, run: (backend) => ({ journal: backend.journal.entries() }) },
  { method: 'DELETE', path: /^journal$/, run: (backend) => backend.journal.clear() },
  { method: 'POST', path: /^reset$/, run: (backend) => backend.reset() },
]

/** Answers a path under `/__control/`: JSON always, a sentence under `error` when the input is wrong. */
export async function controlRoute(backend: Backend, request: Request, pathname: string): Promise<Response> {
  const path = pathname.slice('/__control/'.length)
  const route = controlRoutes.find((one) => one.method === request.method && one.path.test(path))
  try {
    if (!route) throw new ControlError(404, 'There is no such control route.')
    const parts = route.path.exec(path)?.slice(1) ?? []
    const answer = await route.run(backend, await bodyOf(request), ...parts)
    return Response.json(answer ?? controlState(backend), { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    if (!(error instanceof ControlError)) throw error
    return Response.json({ error: error.message }, { status: error.status })
  }
}

async function bodyOf(request: Request): Promise<Readonly<Record<string, unknown>>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (isRecord(body)) return body
  } catch {
    // The same sentence serves text that isn't JSON and JSON that isn't an object.
  }
  throw bad('The body must be a JSON object.')
}

function bad(sentence: string): ControlError {
  return new ControlError(400, sentence)
}

function orBad<T>(decode: () => T): T {
  try {
    return decode()
  } catch (error) {
    throw error instanceof TypeError ? bad(error.message) : error
  }
}
