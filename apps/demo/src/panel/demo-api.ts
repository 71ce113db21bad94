import type { DemoState } from '../../shared/shop-wire.ts'

/** The panel's way to the imitation, through the shop's backend. Each answer is the state after the change. */
export const demoApi = {
  readState: (): Promise<DemoState> => ask('GET', 'state'),
  setScenario: (name: string): Promise<DemoState> => ask('PUT', 'scenario', { name }),
  setOnline: (channel: string, isOnline: boolean): Promise<DemoState> =>
    ask('PATCH', `channels/${channel}`, { isOnline }),
  advanceClock: (advanceMs: number): Promise<DemoState> => ask('POST', 'clock', { advanceMs }),
  reset: (): Promise<DemoState> => ask('POST', 'reset', {}),
}

async function ask(method: string, path: string, body?: object): Promise<DemoState> {
  const answer = await fetch(`/api/demo/${path}`, {
    method,
    ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  if (!answer.ok) throw new Error(`The panel's request was answered with ${answer.status}.`)
  return (await answer.json()) as DemoState
}
