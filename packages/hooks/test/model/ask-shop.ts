import type { Tab } from './tab.ts'
import { describeAnswer, describeAsked, type Answered } from './traffic.ts'
import { carry, never, toResponse, untilGivenUp } from './wire.ts'
import type { World } from './world-parts.ts'

/** A page's `fetch`: over a wire with faults, and heard by whoever watches. */
export function askShop(
  world: World,
  tab: Tab,
  input: string | URL | Request,
  init: RequestInit = {},
): Promise<Response> {
  const n = (world.requests += 1)
  const url = String(input instanceof Request ? input.url : input)
  const { method = 'GET', signal } = init
  const asked = describeAsked(n, tab.id, tab.clock.now(), url, init)
  const fault = world.shopFaults.take(method)
  const { route, key = '', rawBody = '' } = asked
  world.note(
    `page ${tab.id} asks ${n} ${route} ${key} ${rawBody} ${fault ? `meets ${JSON.stringify(fault)}` : ''}`,
  )
  for (const watcher of world.watchers) watcher.asked?.(tab, asked)

  const hear = (answer: Answered): void => {
    const what = answer.is === 'answer' ? `${answer.status} ${answer.problem ?? ''}` : 'nothing'
    world.note(`page ${tab.id} hears ${n}: ${what}`)
    for (const watcher of world.watchers) watcher.answered?.(tab, asked, answer)
  }
  const hearNothing = (): void => hear({ is: 'none', at: tab.clock.now() })
  signal?.addEventListener('abort', hearNothing, { once: true })

  const arrive = async (): Promise<Response> => {
    try {
      const text = await carry(world.clock, fault, 20 + (n % 11), () =>
        world.shop.handle(new Request(url, { ...init, signal: null })),
      )
      await tab.clock.awake()
      if (signal?.aborted) return await never
      hear(describeAnswer(text, tab.clock.now()))
      return toResponse(text)
    } catch (error) {
      await tab.clock.awake()
      if (!signal?.aborted) hearNothing()
      throw error
    }
  }
  return untilGivenUp(signal, arrive())
}
