import type { PaymentsEvent } from '../../src/client/events.ts'
import type { PageId } from './knowledge.ts'
import type { Tab } from './tab.ts'
import { endOfPost, isPost, type Answered, type Asked } from './traffic.ts'
import type { Watcher } from './watcher.ts'
import type { World } from './world-parts.ts'
import type { Home } from './home.ts'

/** What there is to know of a page's attempts. */
interface PageFacts {
  /** How many POSTs the last press may still send. */
  credit: number
  underWay: number
  /** The attempt that the page spoke of last. */
  key: string | undefined
  /** An attempt by a page whose end nobody knows: the same again goes on with its key. */
  unknown: { readonly key: string; readonly body: string } | undefined
  /** Keys whose end this page has heard. */
  readonly ended: Set<string>
  /** The open attempt that was kept when the page was opened: it is asked about before anything is paid. */
  mustAskFor: string | undefined
  /** How many questions it may still ask with nobody looking: the second half of one that was under way. */
  lastWords: number
}

export interface AttemptsWatch extends Watcher {
  /** What each attempt's page showed that it costs, in minor units. */
  amountOf(key: string): number | undefined
  /** Who told a shopper that nothing was charged by an attempt. */
  clearedBy(key: string): string | undefined
}

/** One key for each attempt and none for two; nothing is sent that nobody asked for; what is open is never forgotten. */
export function watchAttempts(world: World, breach: (what: string) => void): AttemptsWatch {
  const pages = new Map<PageId, PageFacts>()
  const sent = new Map<string, { readonly body: string; readonly amount: number }>()
  const cleared = new Map<string, string>()
  /** By browser: the attempt that its storage must hold. */
  const kept = new Map<Home, { readonly key: string; readonly immediate: boolean }>()
  /** Attempts that were accepted once. */
  const answered = new Set<string>()
  /** Attempts that a storage may have missed. */
  const unkept = new Set<string>()

  const factsOf = ({ id }: Tab): PageFacts => {
    const facts = pages.get(id) ?? {
      credit: 0,
      underWay: 0,
      key: undefined,
      unknown: undefined,
      ended: new Set(),
      mustAskFor: undefined,
      lastWords: 0,
    }
    pages.set(id, facts)
    return facts
  }
  const keyOf = (transactionId: string | undefined): string | undefined =>
    world.started.find(({ id }) => id === transactionId)?.key

  /** Somebody has heard that an attempt is over, or (without a key) the order; others may have learnt it of the storage. */
  function end(key: string | undefined): void {
    const isOver = (each: string | undefined): boolean => key === undefined || each === key
    for (const facts of pages.values()) {
      if (isOver(facts.unknown?.key)) facts.unknown = undefined
      if (isOver(facts.mustAskFor)) facts.mustAskFor = undefined
    }
    for (const [home, each] of kept) if (isOver(each.key)) kept.delete(home)
  }

  function checkPost(tab: Tab, { n, key = '', rawBody = '', body }: Asked): void {
    const facts = factsOf(tab)
    const { unknown, mustAskFor } = facts
    const what = `page ${tab.id} pays (${n})`
    facts.credit -= 1
    if (facts.credit < 0) breach(`${what} without being asked to`)
    if (facts.underWay > 0) breach(`${what} while another payment of its is under way`)
    if (facts.ended.has(key)) breach(`${what} again under ${key}, whose end it knows`)
    if (mustAskFor !== undefined) breach(`${what} without asking first what became of ${mustAskFor}`)
    if (kept.get(tab.home)?.immediate) breach(`${what} though a BLIK code of this browser may still charge`)
    if ((sent.get(key)?.body ?? rawBody) !== rawBody) breach(`${what} something else under ${key}`)
    if (unknown?.body === rawBody && unknown.key !== key)
      breach(`${what} once more under ${key} instead of ${unknown.key}`)

    // What the browser keeps from now on is this one.
    for (const each of pages.values()) {
      if (each !== facts || unknown?.key !== key) each.unknown = undefined
      each.mustAskFor = undefined
    }
    const immediate = body?.blikCode !== undefined
    if (tab.home.ways.storage === 'works') kept.set(tab.home, { key, immediate })
    else {
      kept.delete(tab.home)
      unkept.add(key)
    }
    sent.set(key, { body: rawBody, amount: body?.expectedAmount ?? 0 })
    Object.assign(facts, { key, underWay: facts.underWay + 1 })
  }

  function hearPost(tab: Tab, { key = '', rawBody = '', body }: Asked, answer: Answered): void {
    const facts = factsOf(tab)
    facts.underWay -= 1
    const outcome = endOfPost(answer)
    if (outcome === 'unknown' && body?.blikCode === undefined && !unkept.has(key))
      facts.unknown = { key, body: rawBody }
    // What is refused when it goes out again is not the page that was handed out before.
    if (outcome === 'refused' && !answered.has(key)) facts.ended.add(key)
    if (outcome === 'started') {
      answered.add(key)
      // An end heard while this was on its way was that of what went under the key before.
      facts.ended.delete(key)
    }
    if (outcome === 'refused' || outcome === 'notSent') end(key)
  }

  /** What the shop's record says, or imoje of a transaction. */
  function hearEnd(tab: Tab, key: string | undefined, answer: Answered): void {
    if (answer.is === 'none' || answer.status !== 200 || !answer.json) return
    const { transaction } = answer.json as { readonly transaction?: { readonly status?: string } }
    const { status = transaction?.status } = answer.json
    if (status === 'pending' || status === 'new') return
    if (key !== undefined) factsOf(tab).ended.add(key)
    end(key)
    // Once the order is paid nothing else is open.
    if (status === 'paid' || status === 'settled') end(undefined)
  }

  return {
    amountOf: (key) => sent.get(key)?.amount,
    clearedBy: (key) => cleared.get(key),
    presses: (tab) => {
      factsOf(tab).credit = world.setting.fallback === 'redirect' ? 2 : 1
    },
    unmounted: (tab) => {
      factsOf(tab).lastWords = 1
    },
    opened: (tab) => {
      if (tab.home.ways.storage === 'works') factsOf(tab).mustAskFor = kept.get(tab.home)?.key
    },
    storage: (home) => {
      // What was kept before may come up again.
      for (const each of pages.values()) Object.assign(each, { unknown: undefined, mustAskFor: undefined })
      for (const key of sent.keys()) unkept.add(key)
      kept.delete(home)
    },
    asked: (tab, asked) => {
      const { n, route } = asked
      if (!tab.isMounted() && route !== 'list') {
        const facts = factsOf(tab)
        facts.lastWords -= 1
        if (facts.lastWords < 0 || isPost(asked)) breach(`page ${tab.id} asks (${n}) though nobody looks`)
      }
      if (isPost(asked)) return checkPost(tab, asked)
      const key = route === 'transaction' ? keyOf(asked.id) : asked.key
      if (key === undefined) return
      const facts = factsOf(tab)
      facts.key = key
      if (facts.mustAskFor === key) facts.mustAskFor = undefined
    },
    answered: (tab, asked, answer) => {
      if (isPost(asked)) hearPost(tab, asked, answer)
      if (asked.route === 'record') hearEnd(tab, asked.key, answer)
      if (asked.route === 'transaction') hearEnd(tab, keyOf(asked.id), answer)
    },
    told: (tab, event) => {
      const { key } = factsOf(tab)
      if (key !== undefined && isCleared(event)) cleared.set(key, `page ${tab.id}`)
    },
  }
}

/** The shopper reads that nothing was charged. */
const isCleared = (event: PaymentsEvent): boolean =>
  event.type === 'attempt' && event.attempt.status === 'failed' && event.attempt.end === 'notCharged'
