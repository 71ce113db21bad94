import { mustBeProblem, mustHoldOnly, mustSucceed, pick, pickText, show, type Answer } from './answer.ts'
import { blik, newKey, type Bench } from './bench.ts'
import type { Theme } from './check.ts'
import { demand, Finding } from './finding.ts'

const allowed = ['id', 'status', 'statusCode', 'statusCodeDescription', 'paymentMethod', 'paymentMethodCode']

export const reading: Theme = {
  name: 'reading',
  checks: [
    {
      name: 'transaction',
      says: 'A transaction of the caller’s can be read, cut to what may pass.',
      async run(bench) {
        const id = pickText(await bench.pay(), 'transaction', 'id')
        const answer = await bench.ask(`/transactions/${id}`)
        mustSucceed(answer)
        demand(pickText(answer, 'transaction', 'id') === id, `${show(answer)}; expected ${id}.`)
        mustHoldOnly(
          answer,
          allowed.map((name) => `transaction.${name}`),
        )
      },
    },
    {
      name: 'decline',
      says: 'Why a BLIK payment failed (statusCode) can be read.',
      async run(bench) {
        const id = pickText(await bench.pay(blik), 'transaction', 'id')
        await bench.mock.end(id, 'rejected', 'BLK-ERROR-210005')
        const answer = await bench.ask(`/transactions/${id}`)
        mustSucceed(answer)
        const said = [
          pick(answer.body, 'transaction', 'status'),
          pick(answer.body, 'transaction', 'statusCode'),
        ]
        demand(
          said.join() === 'rejected,BLK-ERROR-210005',
          `${show(answer)}; expected the code and rejected.`,
        )
      },
    },
    {
      name: 'unknown-transaction',
      says: 'A transaction that nobody started here doesn’t exist, and imoje isn’t asked for it.',
      async run(bench) {
        mustBeProblem(await bench.ask(`/transactions/${newKey()}`), [401, 403, 404])
        demand((await bench.sent('any')).length === 0, 'imoje was asked.')
      },
    },
    {
      name: 'payment-pending',
      says: 'An order with a payment on its way is pending, and so is the attempt’s key.',
      async run(bench) {
        const key = newKey()
        const id = pickText(await bench.pay({}, key), 'transaction', 'id')
        mustStand(await bench.payment(), ['pending'])
        const answer = await bench.payment(key)
        mustStand(answer, ['pending'])
        const seen = pick(answer.body, 'transactionId')
        demand(seen === undefined || seen === id, `${show(answer)}; expected transactionId ${id}.`)
      },
    },
    {
      name: 'payment-failed',
      says: 'An attempt that imoje says was refused has failed.',
      async run(bench) {
        const key = newKey()
        const started = await bench.pay({}, key)
        await bench.mock.leavePage(pickText(started, 'action', 'url'), 'refuse')
        await mustBecome(bench, 'failed', key)
      },
    },
    {
      name: 'unknown-key-closes',
      says: 'A key of which the shopper was told “none” can’t start anything later.',
      async run(bench) {
        const key = newKey()
        const answer = await bench.payment(key)
        // A store that is younger than the longest attempt says “pending”, for it may have forgotten one.
        mustStand(answer, ['none', 'pending'])
        if (pick(answer.body, 'status') === 'none') mustBeProblem(await bench.pay({}, key), 'key-reused')
      },
    },
  ],
}

/** @throws Finding where the payment is something else. A shop that can't tell answers 501. */
export function mustStand(answer: Answer, expected: readonly string[]): void {
  if (answer.status === 501) return mustBeProblem(answer, [501])
  mustSucceed(answer)
  const status = pickText(answer, 'status')
  demand(expected.includes(status), `${show(answer)}; expected ${expected.join(' or ')}.`)
}

/** Waits for a notification to be taken in. @throws Finding after ten seconds */
export async function mustBecome(bench: Bench, expected: string, key?: string): Promise<void> {
  let answer = await bench.payment(key)
  for (let turn = 0; turn < 5; turn++) {
    if (answer.status === 501 || pick(answer.body, 'status') === expected) return
    await bench.pause(2_000)
    answer = await bench.payment(key)
  }
  throw new Finding(`${show(answer)}; imoje said ${expected} ten seconds ago.`)
}
