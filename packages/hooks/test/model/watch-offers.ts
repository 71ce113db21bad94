import type { Tab } from './tab.ts'
import { createKnowledge, gateway, type PageId } from './knowledge.ts'
import type { Word } from './rests.ts'
import { channelOf, isPost, readRows, type Answered, type Asked, type Row } from './traffic.ts'
import type { Watcher } from './watcher.ts'
import type { World } from './world-parts.ts'
import type { Home } from './home.ts'

/** What a page has been told, beside what it can share with others. */
interface PageFacts {
  rows: readonly Row[]
  /** How fresh the list is; after the clock jumped back, how fresh it may be. */
  asOfs: readonly number[]
  pausedUntil: number
  /** The shopper asked for a look by hand. */
  mayAsk: boolean
  /** The clock jumped ahead, which no page is told; until then (world time) it may not have noticed. */
  lagsUntil: number
}

interface Probe {
  readonly page: PageId
  readonly checkAt: number
  isUnderWay: boolean
}

export interface OffersWatch extends Watcher {
  /** Everything has come to rest: compares what each page offers. */
  check(): void
}

const MINUTE = 60_000

/** In one browser channels are offered when they may be, and only then; and nobody is asked who is away. */
export function watchOffers(world: World, home: Home, breach: (what: string) => void): OffersWatch {
  const pages = new Map<PageId, PageFacts>()
  let probes: Probe[] = []
  let hadAllLocks = true
  const live = (): readonly Tab[] => world.slots.flatMap(({ tab, bank }) => (tab && !bank ? [tab] : []))
  const knowledge = createKnowledge({
    turn: world.clock.turn,
    hears: () => (home.ways.channel ? live().flatMap((tab) => (tab.isMounted() ? [tab.id] : [])) : []),
    storage: () => home.ways.storage,
  })

  const factsOf = ({ id }: Tab): PageFacts => {
    const facts = pages.get(id) ?? { rows: [], asOfs: [], pausedUntil: 0, mayAsk: false, lagsUntil: 0 }
    pages.set(id, facts)
    return facts
  }

  /** Whether a page may, or must, offer a channel. */
  function judge(tab: Tab, row: Row, now: number): 'must' | 'mustNot' | 'may' {
    const { asOfs } = factsOf(tab)
    const { amount } = tab.checkout.view.getState().order
    if (!row.works || amount < row.min || amount > row.max) return 'mustNot'
    const all = [knowledge.isAway(tab.id, now), knowledge.channel(tab.id, row.id, now, asOfs)]
    if (all.includes('rests')) return 'mustNot'
    return all.includes('unknown') ? 'may' : 'must'
  }

  function checkAsking(tab: Tab, asked: Asked): void {
    const facts = factsOf(tab)
    const lives = knowledge.gateways(tab.id)
    const checks = lives?.map((life) => (life.is === 'away' ? life.checkAt : Infinity)) ?? [Infinity]
    const isAway = Math.max(...checks) < Infinity
    const { sentAt } = asked
    if (isPost(asked)) {
      if (isAway) breach(`page ${tab.id} pays (${asked.n}) while imoje is away: a payment as a probe`)
      if (sentAt < facts.pausedUntil) breach(`page ${tab.id} pays (${asked.n}) while paying pauses`)
      return
    }
    if (asked.route !== 'list' || !isAway) return
    if (facts.mayAsk) {
      facts.mayAsk = false
      return
    }
    if (sentAt < Math.min(...checks))
      breach(`page ${tab.id} asks for the list (${asked.n}) while imoje rests`)
    if (sentAt >= Math.max(...checks)) checkProbe(tab, asked, Math.max(...checks))
  }

  function checkProbe(tab: Tab, { n, sentAt }: Asked, checkAt: number): void {
    if (!tab.page.isVisible()) breach(`page ${tab.id} probes (${n}), and nobody sees it`)
    const again = knowledge.gateways(tab.id, home.ways.storage !== 'blocked') ?? []
    const isOver = again.every((life) => life.is === 'well' || sentAt < life.checkAt)
    if (hadAllLocks && again.length > 0 && isOver)
      breach(`page ${tab.id} probes (${n}) though another page has, as is kept for all to read`)
    hadAllLocks &&= home.ways.locks
    const running = probes.find((probe) => probe.checkAt === checkAt && probe.isUnderWay)
    const isAlive = live().some(({ id }) => id === running?.page)
    if (running && isAlive && (hadAllLocks || running.page === tab.id))
      breach(`page ${tab.id} probes (${n}) while page ${running.page} does`)
    probes = [...probes, { page: tab.id, checkAt, isUnderWay: true }]
  }

  function checkPaying(tab: Tab, asked: Asked): void {
    const { n, sentAt, body } = asked
    const { channels, order } = tab.checkout.view.getState()
    if (body?.expectedAmount !== order.amount)
      breach(`page ${tab.id} pays (${n}) ${body?.expectedAmount} but shows ${order.amount}`)
    const { rows } = factsOf(tab)
    const offers = (id: string): boolean => isOffered(channels.get(id as `${string}/${string}`))
    const chosen = channelOf(asked)
    if (chosen === undefined) {
      for (const shown of body?.visibleMethod ?? ['']) {
        const own = rows.filter(({ id }) => pageMethodOf(id) === shown)
        if (!own.some(({ id }) => offers(id)))
          breach(`page ${tab.id} makes a link (${n}) with ${shown}, of which nothing works`)
        if (own.some((row) => knowledge.channel(tab.id, row.id, sentAt, factsOf(tab).asOfs) === 'rests'))
          breach(`page ${tab.id} makes a link (${n}) with ${shown}, of which something rests`)
      }
      return
    }
    const row = rows.find(({ id }) => id === chosen)
    if (!offers(chosen)) breach(`page ${tab.id} pays (${n}) with ${chosen}, which it doesn't offer`)
    if (!row || judge(tab, row, sentAt) === 'mustNot')
      breach(`page ${tab.id} pays (${n}) with ${chosen}, which must not be offered`)
  }

  function learnOfImoje(
    tab: Tab,
    asked: Asked,
    says: 'up' | 'silent',
    answer: Answered,
    isSure = true,
  ): void {
    const lives = knowledge.gateways(tab.id)
    // Word of it being there matters only to who holds it for away.
    const aways = (lives ?? []).filter((life) => life.is === 'away').length
    if (lives && aways === 0) return
    const age = answer.is === 'answer' ? answer.ageMs : 0
    const word = { says, sentAt: asked.sentAt, at: answer.at, asOf: asked.sentAt - age }
    knowledge.learn(gateway, tab.id, word, isSure && aways === lives?.length)
  }

  function learnOfChannel(
    tab: Tab,
    { sentAt }: Asked,
    channel: string,
    says: Word['says'],
    at: number,
  ): void {
    knowledge.learn(channel, tab.id, { says, sentAt, at })
  }

  const looks = (tab: Tab): void => {
    knowledge.recall(tab.id)
    factsOf(tab).lagsUntil = 0
  }
  /** What another browser does is no concern of this one. */
  const here =
    <Words extends readonly unknown[]>(then: (tab: Tab, ...words: Words) => void) =>
    (tab: Tab, ...words: Words): void => {
      if (tab.home === home) then(tab, ...words)
    }

  return {
    checksNow: here((tab) => {
      factsOf(tab).mayAsk = true
    }),
    storage: (where, how) => {
      if (where === home && how === 'spoil') knowledge.spoil()
    },
    looks: here(looks),
    opened: here(looks),
    jumped: (where, before, after) => {
      if (where !== home) return
      const tabs = live()
      if (after > before) {
        for (const tab of tabs) factsOf(tab).lagsUntil = world.clock.now() + 30 * MINUTE
        return knowledge.jumpAhead(after - before)
      }
      knowledge.jumpBack(
        before,
        after,
        tabs.map(({ id }) => id),
      )
      for (const facts of pages.values()) {
        facts.asOfs = [-Infinity, Infinity]
        facts.pausedUntil = facts.pausedUntil > before ? facts.pausedUntil - before + after : 0
      }
    },
    asked: here((tab, asked: Asked) => {
      if (!tab.page.isOnline()) breach(`page ${tab.id} asks (${asked.n}) without a connection`)
      hadAllLocks &&= home.ways.locks
      checkAsking(tab, asked)
      if (isPost(asked)) checkPaying(tab, asked)
    }),
    answered: here((tab, asked: Asked, answer: Answered) => {
      const { route } = asked
      probes = probes.map((probe) =>
        probe.page === tab.id && route === 'list' ? { ...probe, isUnderWay: false } : probe,
      )
      if (route === 'record') return
      if (answer.is === 'none' || answer.problem !== undefined) {
        if (answer.is === 'answer' && answer.problem === 'rate-limited' && isPost(asked)) pause(tab, answer)
        if (route === 'list') learnOfImoje(tab, asked, 'silent', answer)
        return
      }
      const { status, at, retryAfterMs, json, ageMs } = answer
      // What is repeated from the record was said before, and says nothing of now.
      if (isPost(asked) && ageMs > 0) return
      if (status >= 502 && status <= 504)
        return knowledge.learn(gateway, tab.id, { says: 'down', sentAt: asked.sentAt, at, retryAfterMs })
      if (route === 'list') {
        const rows = status === 200 ? readRows(json) : undefined
        if (rows) Object.assign(factsOf(tab), { rows, asOfs: [asked.sentAt - answer.ageMs] })
        return learnOfImoje(tab, asked, status === 200 && !rows ? 'silent' : 'up', answer)
      }
      if (status === 429 && isPost(asked)) pause(tab, answer)
      learnOfImoje(tab, asked, 'up', answer, route === 'transaction' || (status < 300 && json !== undefined))
      const channel = isPost(asked) ? channelOf(asked) : undefined
      if (channel === undefined) return
      if (status >= 500) return learnOfChannel(tab, asked, channel, 'failed', at)
      if (status === 406) return learnOfChannel(tab, asked, channel, 'refused', at)
      const { transaction } = (json ?? {}) as { readonly transaction?: { readonly status: string } }
      const isOver = transaction?.status === 'rejected' || transaction?.status === 'error'
      if (status < 300 && json !== undefined && !isOver) learnOfChannel(tab, asked, channel, 'well', at)
    }),
    check: () => {
      for (const tab of live()) {
        if (!tab.isMounted()) continue
        const now = tab.clock.now()
        const { channels } = tab.checkout.view.getState()
        const { rows, lagsUntil } = factsOf(tab)
        for (const row of rows) {
          const shown = channels.get(row.id as `${string}/${string}`)
          const verdict = judge(tab, row, now)
          if (verdict === 'mustNot' && isOffered(shown))
            breach(`page ${tab.id} offers ${row.id} (${shown?.status}), which must not be offered`)
          if (verdict === 'must' && !isOffered(shown) && world.clock.now() >= lagsUntil)
            breach(`page ${tab.id} withholds ${row.id} (${JSON.stringify(shown)}) without a reason`)
        }
      }
    },
  }

  function pause(
    tab: Tab,
    { at, retryAfterMs = 20_000 }: Extract<Answered, { readonly is: 'answer' }>,
  ): void {
    factsOf(tab).pausedUntil = at + Math.min(retryAfterMs, 30 * MINUTE)
  }
}

const isOffered = (shown: { readonly status: string } | undefined): boolean =>
  shown?.status === 'available' || shown?.status === 'trial' || shown?.status === 'unconfirmed'

/** What imoje's own page calls the method of a channel. */
function pageMethodOf(id: string): string {
  const [method = ''] = id.split('/')
  return method === 'ing' ? 'pbl' : method
}
