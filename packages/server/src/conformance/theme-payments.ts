import { mustBeProblem, mustHoldOnly, mustSucceed, pick, pickText, show, type Answer } from './answer.ts'
import { bank, blik, newKey, otherBank, type Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand } from './finding.ts'

const evil = 'https://evil.invalid'
/** What a browser has no say in. A strict backend may refuse it instead of leaving it out. */
const otherMoney = {
  amount: 1,
  currency: 'EUR',
  customer: { firstName: 'Eve', lastName: 'Eve', email: 'eve@evil.invalid' },
  serviceId: '00000000-aaaa-4bbb-8ccc-0000000000ff',
}
const otherAddresses = {
  notificationUrl: `${evil}/notifications`,
  successReturnUrl: `${evil}/paid`,
  failureReturnUrl: `${evil}/again`,
  returnUrl: evil,
}
const transaction = [
  ...['id', 'status', 'statusCode', 'statusCodeDescription', 'paymentMethod', 'paymentMethodCode'].map(
    (name) => `transaction.${name}`,
  ),
  ...['type', 'url', 'method', 'contentType', 'contentBodyRaw', 'ban', 'title'].map(
    (name) => `action.${name}`,
  ),
]
const overADayMs = 25 * 60 * 60_000

export const payments: Theme = {
  name: 'payments',
  checks: [
    {
      name: 'pay',
      says: 'Starting a payment makes one transaction at imoje, with the shop’s amount, and passes its address.',
      async run(bench) {
        const answer = await bench.pay()
        mustSucceed(answer)
        const id = pickText(answer, 'transaction', 'id')
        pickText(answer, 'action', 'url')
        await mustHaveSent(bench, 1)
        const made = (await bench.mock.state()).transactions.find((one) => one.id === id)
        demand(made !== undefined, `${show(answer)}; imoje knows no transaction with this id.`)
        mustCost(bench, made)
      },
    },
    {
      name: 'pay-cut',
      says: 'Of a transaction only id, status, its code and the channel pass, and the action.',
      run: async (bench) => mustHoldOnly(await bench.pay(), transaction),
    },
    {
      name: 'amount-is-the-shops',
      says: 'Amount, currency and customer in a browser’s body change nothing.',
      async run(bench) {
        const answer = await bench.pay(otherMoney)
        if (answer.status === 422) return mustBeProblem(answer, 'invalid-request')
        mustSucceed(answer)
        const id = pickText(answer, 'transaction', 'id')
        const made = (await bench.mock.state()).transactions.find((one) => one.id === id)
        mustCost(bench, made ?? { amount: 0, currency: 'none' })
      },
    },
    {
      name: 'return-addresses-are-the-shops',
      says: 'Where a payer comes back to, and where imoje tells of the payment, isn’t taken from a browser’s body.',
      async run(bench) {
        const answer = await bench.pay(otherAddresses)
        if (answer.status === 422) return mustBeProblem(answer, 'invalid-request')
        const back = await bench.mock.leavePage(pickText(answer, 'action', 'url'), 'cancel')
        const id = pickText(answer, 'transaction', 'id')
        const told = (await bench.mock.state()).notifications.filter((one) => one.transactionId === id)
        for (const address of [back, ...told.map(({ to }) => to)])
          demand(!address.startsWith(evil), `The address ${address} came from the browser’s body.`)
      },
    },
    {
      name: 'raw-cards-refused',
      says: 'A card’s number is never passed on, whatever it came with.',
      async run(bench) {
        const card = { number: '4111111111111111', month: '12', year: '2030', cvv: '123' }
        const answer = await bench.pay({ card })
        // The imitation refuses a card, as imoje does without a certificate, so its 422 says that one arrived.
        if (answer.status !== 200) mustBeProblem(answer, 'invalid-request')
      },
    },
    ...(['javascript:alert(1)', 'http://evil.invalid/pay', `${evil}/pay`] as const).map((url): Check => ({
      name: `address-${url.slice(0, url.indexOf(':'))}${url.startsWith(evil) ? '-foreign' : ''}`,
      says: `A payer isn’t sent to ${url}: only to imoje’s origins and those the shop lists.`,
      async run(bench) {
        const body = { transaction: { id: newKey(), status: 'new', ...bank }, action: { ...redirect, url } }
        await bench.mock.addFault({ match: { route: 'create-transaction' }, status: 200, body, times: 1 })
        const answer = await bench.pay()
        demand(!answer.text.includes(url), `${show(answer)}; expected a problem without the address.`)
        demand(answer.status >= 400, `${show(answer)}; expected a problem.`)
      },
    })),
    ...(['pay', 'link'] as const).flatMap((start) => [
      orderChanged(start, 'amount', ({ amount }) => ({ expectedAmount: amount + 1 })),
      orderChanged(start, 'currency', ({ currency }) => ({
        expectedCurrency: currency === 'PLN' ? 'EUR' : 'PLN',
      })),
    ]),
    {
      name: 'another-key-another-attempt',
      says: 'Another bank under another key is another transaction.',
      async run(bench) {
        const ids = [await bench.pay(), await bench.pay(otherBank)].map((one) =>
          pickText(one, 'transaction', 'id'),
        )
        demand(ids[0] !== ids[1], 'Both attempts were answered with the same transaction.')
      },
    },
    {
      name: 'valid-to',
      says: 'A transaction and a link end by themselves: both are sent with validTo.',
      async run(bench) {
        const ids = [
          pickText(await bench.pay(), 'transaction', 'id'),
          pickText(await bench.link(), 'payment', 'id'),
        ]
        await bench.mock.advanceClock(overADayMs)
        const { transactions, payments: links } = await bench.mock.state()
        await bench.mock.advanceClock(-overADayMs)
        for (const made of [...transactions, ...links].filter(({ id }) => ids.includes(id)))
          demand(made.status === 'cancelled', `After 25 hours ${made.id} is still ${made.status} at imoje.`)
      },
    },
    {
      name: 'blik-code',
      says: 'A BLIK code is sent, and nothing else may start while nobody knows what became of it.',
      async run(bench) {
        const first = await bench.pay(blik)
        mustSucceed(first)
        demand(!pick(first.body, 'action', 'url'), `${show(first)}; expected no address.`)
        for (const answer of [await bench.pay(), await bench.link()]) mustBeProblem(answer, 'attempt-open')
        await mustHaveSent(bench, 1)
      },
    },
  ],
}

const redirect = { type: 'redirect', method: 'GET', contentType: '', contentBodyRaw: '' }

function orderChanged(
  start: 'pay' | 'link',
  what: 'amount' | 'currency',
  seen: (bench: Bench) => object,
): Check {
  return {
    name: `order-changed-${what}${start === 'link' ? '-link' : ''}`,
    says: `Another ${what} than the shopper saw starts no ${start === 'pay' ? 'payment' : 'link'}; the answer says what it is now.`,
    async run(bench) {
      const answer: Answer = await bench[start](seen(bench))
      mustBeProblem(answer, 'order-changed')
      mustCost(bench, { amount: pick(answer.body, 'amount'), currency: pick(answer.body, 'currency') })
      await mustHaveSent(bench, 0)
    },
  }
}

function mustCost(bench: Bench, said: { readonly amount: unknown; readonly currency: unknown }): void {
  const { amount, currency } = bench
  demand(
    said.amount === amount && said.currency === currency,
    `The order costs ${amount} ${currency}, but it was ${String(said.amount)} ${String(said.currency)}.`,
  )
}

/** @throws Finding where another number of payments of this order has reached imoje */
export async function mustHaveSent(bench: Bench, count: number): Promise<void> {
  const sent = [...(await bench.sent('create-transaction')), ...(await bench.sent('create-payment'))]
  demand(
    sent.length === count,
    `${sent.length} requests for a payment of this order have reached imoje; expected ${count}.`,
  )
}
