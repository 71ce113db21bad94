import { isCode } from './blik-codes.ts'
import { readImoje } from './read-imoje.ts'
import type { AttemptsWatch } from './watch-attempts.ts'
import { isPost } from './traffic.ts'
import type { Started, Watcher } from './watcher.ts'
import type { World } from './world-parts.ts'

export interface ChargesWatch extends Watcher {
  check(): Promise<void>
  /** Nothing is under way any more. */
  checkEnd(): Promise<void>
}

/** Nobody pays twice but by two pages, or another amount than was shown; and everybody is told the truth about it. */
export function watchCharges(
  world: World,
  { amountOf, clearedBy }: AttemptsWatch,
  breach: (what: string) => void,
): ChargesWatch {
  const startOf = (id: string): Started | undefined => world.started.find((each) => each.id === id)

  /** Addresses that a page has got. */
  const handedOut = new Set<string>()

  return {
    answered: (_, asked, answer) => {
      if (!isPost(asked) || answer.is === 'none') return
      const { action, payment } = (answer.json ?? {}) as Partial<Record<string, { readonly url?: string }>>
      const url = payment?.url ?? action?.url
      if (url) handedOut.add(url)
    },
    told: (_, event) => {
      if (isCode(JSON.stringify(event))) breach(`an event holds a BLIK code: ${JSON.stringify(event)}`)
    },
    upstreamPays: ({ path, key = '', body }, { transactions, payments }) => {
      if (path !== 'transaction' && path !== 'payment') return
      if (world.shop.paidBy !== undefined) breach(`the shop starts ${key} for an order that it knows is paid`)
      const known = [...transactions, ...payments] as readonly {
        readonly id: string
        readonly status: string
      }[]
      for (const { id, status } of known) {
        const start = status === 'pending' || status === 'new' ? startOf(id) : undefined
        if (start?.immediate) breach(`the shop starts ${key} beside a BLIK code that is still open`)
        if (start?.key === key && handedOut.has(start.url ?? ''))
          breach(`the shop starts ${key} a second time, though its first page is open and known`)
      }
      if (body?.amount !== amountOf(key))
        breach(`the shop charges ${String(body?.amount)} for ${key}, but the page showed ${amountOf(key)}`)
    },
    check: async () => {
      const { paid, settled } = await readImoje(world)
      const codes = paid.filter((id) => startOf(id)?.immediate).length
      // Pages are finished by the shopper's own hand; of codes nobody can stop a second one.
      if (codes > 1) breach(`${codes} BLIK codes are charged for one order`)
      for (const id of settled) {
        const key = startOf(id)?.key ?? ''
        const teller = clearedBy(key)
        if (teller !== undefined) breach(`${teller} said that ${key} wasn't charged, but it is`)
      }
      const says = world.slots.some(({ tab }) => tab?.checkout.attempts.state.getState().status === 'paid')
      if (says && paid.length === 0) breach('a page says paid, but nothing is')
      if (world.shop.paidBy !== undefined && !paid.includes(world.shop.paidBy))
        breach('the shop holds for paid what imoje has not settled')
      const texts = [world.shop.kept, ...world.homes.map(({ browser }) => browser.kept)]
      for (const [name, text] of texts.flatMap((each) => [...each]))
        if (isCode(text)) breach(`what is kept under ${name} holds a BLIK code`)
      if (isCode(JSON.stringify([world.shop.log, world.shop.told]))) breach('the shop was told a BLIK code')
    },
    checkEnd: async () => {
      const { paid } = await readImoje(world)
      const { paidBy, told } = world.shop
      if ((paidBy !== undefined) !== paid.length > 0)
        breach(`imoje has settled ${paid.length}, but the shop's record says ${paidBy ?? 'unpaid'}`)
      const twice = told.filter(({ type }) => type === 'paid-twice').length
      if (twice !== Math.max(paid.length - 1, 0))
        breach(`imoje has settled ${paid.length}, but the shop heard ${twice} times that it was paid twice`)
    },
  }
}
