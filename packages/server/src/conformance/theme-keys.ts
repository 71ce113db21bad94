import { mustBeProblem, mustSucceed, pick, pickText, show } from './answer.ts'
import { bank, blik, newKey, otherBank } from './bench.ts'
import type { Theme } from './check.ts'
import { demand } from './finding.ts'
import { mustHaveSent } from './theme-payments.ts'

/** imoje makes the transaction, and nobody hears of it. */
const lostAnswer = { match: { route: 'create-transaction' }, drop: 'connect', processed: true, times: 1 }
const crowd = 20

export const keys: Theme = {
  name: 'keys',
  checks: [
    {
      name: 'same-key-again',
      says: 'The same key and body again is the same attempt: the same answer, and nothing more is sent.',
      async run(bench) {
        const key = newKey()
        const first = await bench.pay({}, key)
        const { length } = await bench.sent('create-transaction')
        const again = await bench.pay({}, key)
        demand(
          pick(again.body, 'transaction', 'id') === pickText(first, 'transaction', 'id'),
          `${show(again)}; expected the first answer again: ${first.text.slice(0, 80)}`,
        )
        await mustHaveSent(bench, length)
      },
    },
    {
      name: 'same-key-at-once',
      says: `${crowd} requests with the same key at the same time make one transaction.`,
      async run(bench) {
        const key = newKey()
        const answers = await Promise.all(Array.from({ length: crowd }, () => bench.pay({}, key)))
        const ids = new Set(answers.map((answer) => pickText(answer, 'transaction', 'id')))
        demand(ids.size === 1, `They were answered with ${ids.size} transactions.`)
        await mustHaveSent(bench, 1)
      },
    },
    {
      name: 'same-key-link',
      says: 'The same key again gets the same link.',
      async run(bench) {
        const key = newKey()
        const first = await bench.link({}, key)
        const { length } = await bench.sent('create-payment')
        const again = await bench.link({}, key)
        demand(again.text === first.text, `${show(again)}; expected the first answer again.`)
        await mustHaveSent(bench, length)
      },
    },
    {
      name: 'key-reused',
      says: 'A key that stands for another body is refused.',
      async run(bench) {
        const key = newKey()
        mustSucceed(await bench.pay(bank, key))
        const { length } = await bench.sent('create-transaction')
        mustBeProblem(await bench.pay(otherBank, key), 'key-reused')
        await mustHaveSent(bench, length)
      },
    },
    {
      name: 'lost-page',
      says: 'A payment at a bank whose answer was lost is unknown, and can be tried again under its key.',
      async run(bench) {
        await bench.mock.addFault(lostAnswer)
        const key = newKey()
        const lost = await bench.pay({}, key)
        demand(lost.media === 'application/problem+json', `${show(lost)}; expected a problem: nobody knows.`)
        const again = await bench.pay({}, key)
        mustSucceed(again)
        pickText(again, 'action', 'url')
      },
    },
    {
      name: 'lost-blik-code',
      says: 'A BLIK code whose answer was lost is never sent twice, under no key.',
      async run(bench) {
        await bench.mock.addFault(lostAnswer)
        const key = newKey()
        const lost = await bench.pay(blik, key)
        demand(lost.media === 'application/problem+json', `${show(lost)}; expected a problem: nobody knows.`)
        for (const again of [await bench.pay(blik, key), await bench.pay(blik)])
          mustBeProblem(again, 'attempt-open')
        await mustHaveSent(bench, 1)
      },
    },
    {
      name: 'refused-again',
      says: 'The same key repeats a refusal of imoje’s, and another key may try again.',
      async run(bench) {
        const fault = { match: { route: 'create-transaction' }, status: 422, times: 1 }
        await bench.mock.addFault(fault)
        const key = newKey()
        const statuses = [await bench.pay({}, key), await bench.pay({}, key), await bench.pay()].map(
          ({ status }) => status,
        )
        demand(
          statuses.join() === '422,422,200',
          `The answers were ${statuses.join(', ')}; expected 422, 422, 200.`,
        )
      },
    },
  ],
}
