import { mustHoldOnly, mustPass, pick, show } from './answer.ts'
import type { Check, Theme } from './check.ts'
import { demand } from './finding.ts'

const payment = { match: { route: 'create-transaction' }, times: 1 }
const passing = [400, 401, 403, 404, 406, 422, 429, 500]
const error = ['code', 'message', 'errors.*.property', 'errors.*.message']

export const statuses: Theme = {
  name: 'statuses',
  checks: [
    ...passing.map((status): Check => ({
      name: `status-${status}`,
      says: `imoje’s ${status} to a payment passes unchanged, with its code.`,
      async run(bench) {
        await bench.mock.addFault({ ...payment, status })
        const answer = await bench.pay()
        mustPass(answer, status)
        demand(typeof pick(answer.body, 'code') === 'string', `${show(answer)}; it has no code.`)
      },
    })),
    {
      name: 'error-cut',
      says: 'Of imoje’s error only code, message and errors pass; its echo of the request (instance) never.',
      async run(bench) {
        const errors = [{ property: 'customer.email', message: 'Wrong.' }]
        await bench.mock.addFault({ ...payment, status: 422, errors })
        const answer = await bench.pay()
        mustHoldOnly(answer, error)
        const [first] = [pick(answer.body, 'errors')].flat()
        demand(
          pick(first, 'property') === 'customer.email' && pick(first, 'message') === 'Wrong.',
          `${show(answer)}; expected errors with property and message.`,
        )
      },
    },
    {
      name: 'retry-after',
      says: 'imoje’s Retry-After passes unchanged.',
      async run(bench) {
        await bench.mock.addFault({ ...payment, status: 429, headers: { 'retry-after': '7' } })
        const answer = await bench.pay()
        const after = answer.headers.get('retry-after')
        demand(after === '7', `${show(answer)} with Retry-After “${after ?? 'none'}”; expected 7.`)
      },
    },
    {
      name: 'trace-id',
      says: 'imoje’s x-trace-id passes, so that a shopper’s trouble can be found.',
      async run(bench) {
        const answer = await bench.pay()
        demand(answer.headers.has('x-trace-id'), `${show(answer)} without x-trace-id.`)
      },
    },
    {
      name: 'unreadable-payment',
      says: 'A success of imoje’s that can’t be read is a problem: the outcome is unknown.',
      async run(bench) {
        await bench.mock.addFault({
          ...payment,
          status: 200,
          processed: true,
          body: '<h1>Something else</h1>',
        })
        const answer = await bench.pay()
        demand(answer.media === 'application/problem+json', `${show(answer)}; expected a problem.`)
        demand(!answer.text.includes('<h1>'), `${show(answer)}; what can’t be read must not pass.`)
      },
    },
  ],
}
