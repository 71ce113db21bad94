import { mustBeProblem, pickText } from './answer.ts'
import { bank, type Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand, NotAsked } from './finding.ts'

const refused = [401, 403, 404]

export const privacy: Theme = {
  name: 'privacy',
  checks: [
    reads(
      'foreign-list',
      'list of payment methods',
      ({ foreignOrder }) =>
        `/payment-methods?orderId=${encodeURIComponent(foreignOrder)}&device=desktop&locale=en`,
    ),
    reads(
      'foreign-payment',
      'payment',
      ({ foreignOrder }) => `/orders/${encodeURIComponent(foreignOrder)}/payment`,
    ),
    {
      name: 'foreign-pay',
      says: 'Nobody starts a payment or makes a link for somebody else’s order.',
      async run(bench) {
        const orderId = bench.foreignOrder
        mustBeProblem(await bench.pay({ ...bank, orderId }), refused)
        mustBeProblem(await bench.link({ orderId }), refused)
        demand((await bench.sent('any')).length === 0, 'imoje was asked.')
      },
    },
    {
      name: 'stranger-transaction',
      says: 'Who has no session can’t read a transaction, even by its id.',
      async run(bench) {
        if (bench.cookie === undefined) throw new NotAsked('give the shopper’s --cookie')
        const id = pickText(await bench.pay(), 'transaction', 'id')
        mustBeProblem(await bench.ask(`/transactions/${id}`, { headers: { cookie: undefined } }), refused)
      },
    },
  ],
}

function reads(name: string, what: string, path: (bench: Bench) => string): Check {
  return {
    name,
    says: `The ${what} of somebody else’s order can’t be read.`,
    run: async (bench) => mustBeProblem(await bench.ask(path(bench)), refused),
  }
}
