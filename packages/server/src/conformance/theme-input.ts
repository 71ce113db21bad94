import { mustBeProblem, pick, show, type Answer } from './answer.ts'
import { bank, blik, newKey, type Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand, explain, Finding } from './finding.ts'

/** What is wrong, the field a good answer names, and the request. */
type BadInput = readonly [what: string, field: string, send: (bench: Bench) => Promise<Answer>]

const field = (name: string, value: unknown, start: 'pay' | 'link' = 'pay'): BadInput => [
  `${name} ${JSON.stringify(value)?.slice(0, 40) ?? 'missing'}`,
  name,
  (bench) => bench[start]({ ...(start === 'pay' && bank), [name]: value }),
]
const query = (name: string, value: string | undefined): BadInput => [
  `${name} ${value?.slice(0, 40) ?? 'missing'}`,
  name,
  (bench) => {
    const { orderId } = bench
    const given = { orderId, device: 'desktop', locale: 'en', [name]: value }
    const pairs = Object.entries(given).flatMap(([key, part]) => (part === undefined ? [] : [[key, part]]))
    return bench.ask(`/payment-methods?${new URLSearchParams(pairs)}`)
  },
]
const body = (what: string, named: string, text: string, type = 'application/json'): BadInput => [
  what,
  named,
  (bench) =>
    bench.ask('/transactions', {
      method: 'POST',
      headers: { 'content-type': type, 'idempotency-key': newKey() },
      body: text,
    }),
]
const key = (what: string, value: string | undefined): BadInput => [
  what,
  'Idempotency-Key',
  (bench) =>
    bench.ask('/transactions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': value },
      body: JSON.stringify({ ...bench.expected, ...bank }),
    }),
]
const tooLong = 'x'.repeat(101)

export const input: Theme = {
  name: 'input',
  checks: [
    table('bad-list-query', 'a list’s query', [
      query('orderId', undefined),
      query('orderId', ''),
      query('orderId', '<script>'),
      query('orderId', tooLong),
      query('device', 'fridge'),
      query('locale', 'polski'),
      query('fresh', 'yes'),
    ]),
    table('bad-transaction', 'a transaction’s body', [
      field('orderId', undefined),
      field('orderId', 7),
      field('orderId', tooLong),
      field('expectedAmount', undefined),
      field('expectedAmount', '12999'),
      field('expectedAmount', -1),
      field('expectedAmount', 1.5),
      field('expectedCurrency', undefined),
      field('expectedCurrency', 'złoty'),
      field('paymentMethod', undefined),
      field('paymentMethod', ''),
      field('paymentMethod', { $gt: '' }),
      field('paymentMethodCode', undefined),
      field('paymentMethodCode', 'a/../b'),
      ...[805_317, '80531', '8053170', '80531a', '８０５３１７'].map((value): BadInput => [
        `blikCode ${JSON.stringify(value)}`,
        'blikCode',
        (bench) => bench.pay({ ...blik, blikCode: value }),
      ]),
    ]),
    table('bad-link', 'a link’s body', [
      field('orderId', 7, 'link'),
      field('expectedAmount', '12999', 'link'),
      field('expectedCurrency', 7, 'link'),
      field('visibleMethod', undefined, 'link'),
      field('visibleMethod', 'card', 'link'),
      field('preselectMethodCode', 'x'.repeat(21), 'link'),
    ]),
    table('bad-body', 'a body', [
      body('a form', 'content-type', 'a=b', 'application/x-www-form-urlencoded'),
      body('plain text', 'content-type', '{}', 'text/plain'),
      body('broken JSON', 'body', '{"orderId":'),
      body('nothing', 'body', ''),
      body('a list', 'body', '[]'),
      body('a megabyte', 'body', `"${'x'.repeat(1_048_576)}"`),
    ]),
    table('bad-key', 'an Idempotency-Key', [
      key('no key', undefined),
      key('a key with a space', 'a b'),
      key('a very long key', 'x'.repeat(1_000)),
    ]),
    table('bad-payment-query', 'the question for an order’s payment', [
      ['orderId too long', 'orderId', (bench) => bench.ask(`/orders/${tooLong}/payment`)],
      ['an empty key', 'key', (bench) => bench.payment('')],
      ['a key with a space', 'key', (bench) => bench.payment('a%20b')],
    ]),
    {
      name: 'unknown-route',
      says: 'A path that is no route is answered with 404, a method that a route doesn’t know with 404 or 405.',
      async run(bench) {
        const paths = await Promise.all(
          ['/nothing', '/orders/A', '/transactions/a/b'].map((at) => bench.ask(at)),
        )
        for (const answer of paths) demand(answer.status === 404, `${show(answer)}; expected 404.`)
        for (const answer of [
          await bench.ask('/transactions'),
          await bench.ask('/payment-methods', { method: 'DELETE' }),
        ])
          demand([404, 405].includes(answer.status), `${show(answer)}; expected 404 or 405.`)
      },
    },
  ],
}

function table(name: string, what: string, rows: readonly BadInput[]): Check {
  return {
    name,
    says: `What is wrong in ${what} is refused with 400, 413, 415 or 422 and the field’s name, and nothing is sent.`,
    async run(bench) {
      const wrong: string[] = []
      for (const [label, named, send] of rows) {
        const answer = await send(bench)
        try {
          mustBeProblem(answer, [400, 413, 415, 422])
          const said = String(pick(answer.body, 'field'))
          demand(
            said.toLowerCase().startsWith(named.toLowerCase()),
            `${show(answer)}; expected the field ${named}.`,
          )
        } catch (error) {
          wrong.push(`${label}: ${explain(error)}`)
        }
      }
      if (wrong.length > 0) throw new Finding(wrong.join('\n'))
      const payments = (await bench.sent('any')).filter(({ route }) => route.startsWith('create'))
      demand(payments.length === 0, 'A payment has reached imoje.')
    },
  }
}
