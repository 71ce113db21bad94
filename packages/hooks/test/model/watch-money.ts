import type { PaymentsEvent } from '../../src/client/events.ts'
import type { PageId } from './knowledge.ts'
import { isCode, readImoje } from './perform.ts'
import type { Tab } from './tab.ts'
import { isPost, type Answered, type Asked } from './traffic.ts'
import type { Started, Watcher, World } from './world.ts'

export interface MoneyWatch extends Watcher {
  check(): Promise<void>
  /** Nothing is under way any more. */
  checkEnd(): Promise<void>
}

/** Where paying stands on a page. */
interface PageFacts {
  /** How many POSTs the last press may still send. */
  credit: number
  underWay: number
  /** The attempt that the page spoke of last. */
  key: string | undefined
  /** A page channel's POST whose end nobody knows: the same again goes on with its key. */
  unknown: { readonly key: string; readonly body: string } | undefined
  /** Keys whose end this page has heard. */
  readonly ended: Set<string>
}

/** Nobody pays twice, and nobody is told that nothing was charged who is charged after all. */
export function watchMoney(world: World, breach: (what: string) => void): MoneyWatch {
  const pages = new Map<PageId, PageFacts>()
  /** By key: what was sent under it, and what the page showed that it costs. */
  const sent = new Map<string, { readonly body: string; readonly amount: number }>()
  /** Attempts of which a shopper was told that nothing was charged. */
  const cleared = new Map<string, string>()
  /** Attempts that a storage may have missed. */
  const unkept = new Set<string>()

  const factsOf = ({ id }: Tab): PageFacts => {
    const facts = pages.get(id) ?? {
      credit: 0,
      underWay: 0,
      key: undefined,
      unknown: undefined,
      ended: new Set(),
    }
    pages.set(id, facts)
    return facts
  }
  const startOf = (id: string): Started | undefined => world.started.find((each) => each.id === id)

  function checkPost(tab: Tab, { n, key = '', rawBody = '', body }: Asked): void {
    const facts = factsOf(tab)
    facts.credit -= 1
    if (facts.credit < 0) breach(`page ${tab.id} pays (${n}) without being asked to`)
    if (facts.underWay > 0) breach(`page ${tab.id} pays (${n}) while another payment of its is under way`)
    if (facts.ended.has(key)) breach(`page ${tab.id} pays (${n}) again under ${key}, whose end it knows`)
    const known = sent.get(key)
    if (known && known.body !== rawBody) breach(`page ${tab.id} pays (${n}) something else under ${key}`)
    const { unknown } = facts
    if (unknown?.body === rawBody && unknown.key !== key)
      breach(`page ${tab.id} tries again (${n}) under ${key} instead of ${unknown.key}`)
    // Another attempt of the browser's: what is kept now is that one.
    for (const each of pages.values()) if (each !== facts || unknown?.key !== key) each.unknown = undefined
    if (world.ways.storage !== 'works') unkept.add(key)
    sent.set(key, { body: rawBody, amount: body?.expectedAmount ?? 0 })
    Object.assign(facts, { key, underWay: facts.underWay + 1 })
  }

  function hearPost(tab: Tab, { key = '', rawBody = '', body }: Asked, answer: Answered): void {
    const facts = factsOf(tab)
    facts.underWay -= 1
    const end = endOf(answer)
    if (end === 'unknown' && body?.blikCode === undefined && !unkept.has(key))
      facts.unknown = { key, body: rawBody }
    if (end === 'refused') facts.ended.add(key)
  }

  /** What the shop's record says of one attempt. */
  function hearRecord(tab: Tab, { key }: Asked, answer: Answered): void {
    if (key === undefined || answer.is === 'none' || answer.status !== 200) return
    const { status } = answer.json ?? {}
    if (status !== 'none' && status !== 'failed' && status !== 'paid') return
    factsOf(tab).ended.add(key)
    for (const each of pages.values()) if (each.unknown?.key === key) each.unknown = undefined
  }

  return {
    presses: (tab) => {
      factsOf(tab).credit = world.setting.fallback === 'redirect' ? 2 : 1
    },
    asked: (tab, asked) => {
      if (isPost(asked)) checkPost(tab, asked)
      if (asked.route === 'record' && asked.key !== undefined) factsOf(tab).key = asked.key
      if (asked.route === 'transaction') factsOf(tab).key = startOf(asked.id ?? '')?.key
    },
    answered: (tab, asked, answer) => {
      if (isPost(asked)) hearPost(tab, asked, answer)
      if (asked.route === 'record') hearRecord(tab, asked, answer)
    },
    storage: () => {
      // What was kept before may come up again.
      for (const each of pages.values()) each.unknown = undefined
      for (const key of sent.keys()) unkept.add(key)
    },
    told: (tab, event) => {
      if (isCode(JSON.stringify(event))) breach(`an event holds a BLIK code: ${JSON.stringify(event)}`)
      const { key } = factsOf(tab)
      if (isCleared(event) && key !== undefined) cleared.set(key, `page ${tab.id}`)
    },
    upstreamPays: ({ path, key = '', body }, { transactions }) => {
      if (path !== 'transaction' && path !== 'payment') return
      if (world.shop.paidBy !== undefined) breach(`the shop starts ${key} for an order that it knows is paid`)
      const known = transactions as readonly { readonly id: string; readonly status: string }[]
      for (const { id, status } of known)
        if ((status === 'pending' || status === 'new') && startOf(id)?.immediate)
          breach(`the shop starts ${key} beside a BLIK code that is still open`)
      if (body?.amount !== sent.get(key)?.amount)
        breach(
          `the shop charges ${String(body?.amount)} for ${key}, but the page showed ${sent.get(key)?.amount}`,
        )
    },
    check: async () => {
      const { paid, settled } = await readImoje(world)
      const codes = paid.filter((id) => startOf(id)?.immediate)
      if (codes.length > 1) breach(`${codes.length} BLIK codes are charged for one order`)
      if (paid.length > 1 && codes.length === paid.length) breach('charged twice without two pages')
      for (const id of settled) {
        const key = startOf(id)?.key ?? ''
        const teller = cleared.get(key)
        if (teller !== undefined) breach(`${teller} said that ${key} wasn't charged, but it is`)
      }
      const isPaid = world.slots.some(({ tab }) => tab?.checkout.attempts.state.getState().status === 'paid')
      if (isPaid && paid.length === 0) breach('a page says paid, but nothing is')
      if (world.shop.paidBy !== undefined && !paid.includes(world.shop.paidBy))
        breach('the shop holds for paid what imoje has not settled')
      for (const [name, text] of [...world.browser.kept, ...world.shop.kept])
        if (isCode(text)) breach(`what is kept under ${name} holds a BLIK code`)
      if (isCode(JSON.stringify([world.shop.log, world.shop.told]))) breach('the shop was told a BLIK code')
    },
    checkEnd: async () => {
      const { paid } = await readImoje(world)
      if ((world.shop.paidBy !== undefined) !== paid.length > 0)
        breach(
          `imoje has settled ${paid.length}, but the shop's record says ${world.shop.paidBy ?? 'unpaid'}`,
        )
      const twice = world.shop.told.filter(({ type }) => type === 'paid-twice')
      if (twice.length !== Math.max(paid.length - 1, 0))
        breach(
          `imoje has settled ${paid.length}, but the shop heard ${twice.length} times that it was paid twice`,
        )
    },
  }
}

/**
 * What is known of a payment by the answer to its POST (rules §2, §6): `refused` by imoje, so that nothing can come of it; by the
 * shop, so that nothing was sent; or started.
 */
function endOf(answer: Answered): 'started' | 'refused' | 'notSent' | 'unknown' {
  if (answer.is === 'none' || answer.json === undefined) return 'unknown'
  const { status, problem, json } = answer
  if (problem !== undefined) return saysNothingOfTheEnd.has(problem) ? 'unknown' : 'notSent'
  if (status < 300) return 'started'
  const isImojes = typeof json.code === 'string'
  return isImojes && (status < 500 || status === 503) ? 'refused' : status === 500 ? 'refused' : 'unknown'
}

const saysNothingOfTheEnd: ReadonlySet<string> = new Set([
  'attempt-open',
  'key-reused',
  'upstream-timeout',
  'internal',
])

const isCleared = (event: PaymentsEvent): boolean =>
  event.type === 'attempt' && event.attempt.status === 'failed' && event.attempt.end === 'notCharged'
