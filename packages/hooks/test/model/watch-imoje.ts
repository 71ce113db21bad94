import { tellGateway, type Word } from './rests.ts'
import type { Upstream, Watcher } from './watcher.ts'
import type { World } from './world-parts.ts'

/** What nobody has asked about for so long after it was due may be forgotten. */
const forgottenMs = 90 * 60_000

/** The shop's backend asks imoje nothing while it is away, then by one list, and never by a payment. */
export function watchImoje(world: World, breach: (what: string) => void): Watcher {
  let words: Word[] = []
  const probing = new Set<Upstream>()

  return {
    upstreamAsked: (asked) => {
      const now = world.clock.now()
      const life = tellGateway(words.filter(({ at }) => at < now))
      // What was learnt at this very moment may not have been taken in.
      if (life.is === 'well' || tellGateway(words).is === 'well') return
      if (now >= life.checkAt + forgottenMs) {
        words = []
        return
      }
      const what = `the shop asks imoje ${asked.method} ${asked.path}`
      if (now < life.checkAt) return breach(`${what} while it rests`)
      if (!asked.path.startsWith('service/')) return breach(`${what} as a probe`)
      if (probing.size > 0) breach(`${what} though a probe is on its way`)
      probing.add(asked)
    },
    upstreamAnswered: (asked, sentAt, answer) => {
      probing.delete(asked)
      const { status = 0, json, retryAfterMs } = answer
      const at = world.clock.now()
      const isWord = status > 0 && (status >= 300 || json !== undefined)
      const says = status >= 502 && status <= 504 ? 'down' : isWord ? 'up' : 'silent'
      words = [...words, { says, sentAt, at, retryAfterMs }]
    },
  }
}
