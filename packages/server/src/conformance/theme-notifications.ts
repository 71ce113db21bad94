import type { Check, Theme } from './check.ts'
import { demand } from './finding.ts'
import { mustBeProblem, mustSucceed, pick, pickText, show, type Answer } from './answer.ts'
import { newKey, otherBank, type Bench } from './bench.ts'
import { mustBecome } from './theme-reading.ts'
import { sign } from './sign.ts'

type Signature = Parameters<Bench['notify']>[1]

/** The last ones pay the order, and then use that it is paid. */
export const notifications: Theme = {
  name: 'notifications',
  checks: [
    forged('unsigned', 'without a signature', () => () => Promise.resolve(undefined)),
    forged(
      'wrong-key',
      'signed with another key',
      ({ credentials }) =>
        (body) =>
          sign(body, { ...credentials, serviceKey: 'another-key' }),
    ),
    forged(
      'changed',
      'changed after it was signed',
      ({ credentials }) =>
        (body) =>
          sign(body.replace('settled', 'pending'), credentials),
    ),
    forged(
      'other-shop',
      'signed for another shop',
      ({ credentials }) =>
        (body) =>
          sign(body, { ...credentials, serviceId: '00000000-aaaa-4bbb-8ccc-0000000000ff' }),
    ),
    differs('other-amount', 'another amount', ({ amount }) => ({ amount: amount - 1 })),
    differs('other-currency', 'another currency', ({ currency }) => ({
      currency: currency === 'EUR' ? 'PLN' : 'EUR',
    })),
    differs('other-service', 'another service', () => ({
      serviceId: '00000000-aaaa-4bbb-8ccc-0000000000ff',
    })),
    {
      name: 'unreadable-notification',
      says: 'A signed notification that can’t be read is no reason to fall over.',
      async run(bench) {
        const answer = await bench.notify({ id: { $ne: '' }, status: [], amount: 'x', type: 7 })
        demand(answer.status < 500, `${show(answer)}; expected less than 500.`)
      },
    },
    {
      name: 'paid',
      says: 'What imoje settles is paid, and a link that was made beside it is cancelled.',
      async run(bench) {
        const link = pickText(await bench.link(), 'payment', 'id')
        await pay(bench)
        const isOpen = async (): Promise<boolean> =>
          (await bench.mock.state()).payments.some(({ id, status }) => id === link && status !== 'cancelled')
        for (let turn = 0; turn < 5 && (await isOpen()); turn++) await bench.pause(2_000)
        demand(!(await isOpen()), 'The order is paid, and its link can still be paid too.')
      },
    },
    {
      name: 'order-paid',
      says: 'A paid order takes no other payment and no link.',
      async run(bench) {
        await ensurePaid(bench)
        await bench.mock.clearJournal()
        for (const answer of [await bench.pay(otherBank), await bench.link()])
          mustBeProblem(answer, 'order-paid')
        const started = (await bench.sent('any')).filter(({ route }) => route.startsWith('create'))
        demand(started.length === 0, 'A payment has reached imoje.')
      },
    },
    {
      name: 'repeated',
      says: 'imoje’s repeated notification is acknowledged with {"status":"ok"} each time.',
      async run(bench) {
        const id = await ensurePaid(bench)
        for (const answer of [
          await bench.notify({ id, status: 'settled' }),
          await bench.notify({ id, status: 'settled' }),
        ]) {
          mustSucceed(answer)
          demand(pick(answer.body, 'status') === 'ok', `${show(answer)}; expected {"status":"ok"}.`)
        }
        await mustBecome(bench, 'paid')
      },
    },
    {
      name: 'late',
      says: 'What is paid stays paid, whatever comes after it.',
      async run(bench) {
        const id = await ensurePaid(bench)
        for (const status of ['pending', 'rejected', 'cancelled', 'something-new']) {
          await bench.notify({ id, status })
          await mustBecome(bench, 'paid')
        }
      },
    },
  ],
}

function forged(name: string, how: string, signature: (bench: Bench) => Signature): Check {
  return {
    name,
    says: `A notification ${how} is refused and pays nothing.`,
    async run(bench) {
      const id = pickText(await bench.pay(), 'transaction', 'id')
      const answer = await bench.notify({ id, status: 'settled' }, signature(bench))
      demand(answer.status >= 400 && answer.status < 500, `${show(answer)}; expected a 4xx.`)
      mustNotPay(await bench.payment(), `A notification ${how}`)
    },
  }
}

function differs(name: string, what: string, change: (bench: Bench) => object): Check {
  return {
    name,
    says: `A signed notification about ${what} than the attempt’s pays nothing.`,
    async run(bench) {
      const id = pickText(await bench.pay(), 'transaction', 'id')
      await bench.notify({ id, status: 'settled', ...change(bench) })
      mustNotPay(await bench.payment(), `A notification about ${what}`)
    },
  }
}

function mustNotPay(answer: Answer, what: string): void {
  demand(pick(answer.body, 'status') !== 'paid', `${what} has paid the order: ${show(answer)}`)
}

/** Pays at the imitation's page. @returns the transaction's id */
async function pay(bench: Bench): Promise<string> {
  const started = await bench.pay({}, newKey())
  mustSucceed(started)
  await bench.mock.leavePage(pickText(started, 'action', 'url'), 'pay')
  await mustBecome(bench, 'paid')
  return pickText(started, 'transaction', 'id')
}

/** The transaction that paid the order; where it isn't paid yet, it is now. */
async function ensurePaid(bench: Bench): Promise<string> {
  const answer = await bench.payment()
  return pick(answer.body, 'status') === 'paid' ? pickText(answer, 'transactionId') : pay(bench)
}
