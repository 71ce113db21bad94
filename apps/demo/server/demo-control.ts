import type { ControlState, JournalEntry } from '@tillkit/mock-api'
import type { DemoClock } from '../shared/demo-clock.ts'
import type { DemoState } from '../shared/shop-wire.ts'
import type { Shop } from './shop-backend.ts'

export interface DemoControlParts {
  /** Where the imitation listens. */
  readonly mockOrigin: string
  /** The shop server's clock, moved together with the imitation's. */
  readonly clock: DemoClock
  readonly shop: Shop
}

/** The panel's way to break things: `/api/demo`, handed on to the imitation's control routes. */
export function createDemoControl({ mockOrigin, clock, shop }: DemoControlParts): Shop['fetch'] {
  const control = async (method: string, path: string, body?: unknown): Promise<Response> => {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) }
    return fetch(`${mockOrigin}/__control/${path}`, init)
  }

  const readState = async (): Promise<Response> => {
    const [state, { journal }] = await Promise.all([
      control('GET', 'state').then(async (answer) => (await answer.json()) as ControlState),
      control('GET', 'journal').then(
        async (answer) => (await answer.json()) as { readonly journal: readonly JournalEntry[] },
      ),
    ])
    return Response.json(describe(state, journal, clock.offsetMs, shop.listRequests()))
  }

  return async (request) => {
    const path = new URL(request.url).pathname.replace(/^\/api\/demo\//, '')
    const asked = `${request.method} ${path}`
    if (asked === 'GET state') return readState()
    const handedOn = /^(PUT (scenario|blik)|POST clock|POST reset|PATCH channels\/\w+\/\w+)$/.test(asked)
    if (!handedOn) return Response.json({ error: 'There is no such route.' }, { status: 404 })

    const answer = await control(request.method, path, request.body ? await request.json() : {})
    if (!answer.ok) return Response.json(await answer.json(), { status: answer.status })
    const { clock: moved } = (await answer.json()) as ControlState
    clock.jumpTo(moved.offsetMs)
    if (path === 'reset') shop.reset()
    else if (path !== 'clock') shop.forgetImoje()
    return readState()
  }
}

/** Only what the panel shows: paths name the merchant and the service, so they stay here. */
function describe(
  state: ControlState,
  journal: readonly JournalEntry[],
  clockOffsetMs: number,
  listRequests: number,
): DemoState {
  return {
    scenario: state.scenario,
    scenarios: state.scenarios,
    clockOffsetMs,
    listRequests,
    channels: state.world
      .filter(({ currency, isActive }) => currency === 'PLN' && isActive)
      .map(({ paymentMethod, paymentMethodCode, description, isOnline }) => {
        return { method: paymentMethod, code: paymentMethodCode, label: description, isOnline }
      }),
    journal: journal.slice(-60).map(({ at, method, route, status, paymentMethod, paymentMethodCode }) => {
      const subject = paymentMethodCode === undefined ? '' : `${paymentMethod ?? ''}/${paymentMethodCode}`
      return { at, method, route, status, subject }
    }),
  }
}
