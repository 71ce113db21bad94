import { mustHoldOnly, mustPass, mustSucceed, pick, show, type Answer } from './answer.ts'
import type { Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand, Finding } from './finding.ts'

const names = (text: string): readonly string[] => text.split(' ')
const images = (name: string): readonly string[] => [`${name}.*.png`, `${name}.*.svg`]

/** Everything of a list that may pass, in both of imoje's shapes. */
const allowed = [
  ...names('paymentMethod paymentMethodCode isActive isOnline description currency restsForMs'),
  ...['minTransaction', 'maxTransaction']
    .flatMap((side) => [`${side}.type`, `${side}.value`])
    .map((name) => `transactionLimits.${name}`),
  ...images('paymentMethodImage'),
  ...images('paymentMethodCodeImage'),
].map((name) => `service.paymentMethods.*.${name}`)
const group = [...names('label isOnline priority'), ...images('image')]
const channel = [...group, ...names('paymentMethod paymentMethodCode restsForMs')]
const allowedNested = [...group, ...channel.map((name) => `channels.*.${name}`)].map((name) => `*.${name}`)

/** In a list, faults of imoje's whole API meet whichever route the backend takes it from. */
const anyRoute = { match: {}, times: 1 }
const mostAge = 40

export const lists: Theme = {
  name: 'lists',
  checks: [
    {
      name: 'list',
      says: 'The list of payment methods comes in one of imoje’s two envelopes.',
      async run(bench) {
        const answer = await bench.list()
        mustSucceed(answer)
        demand(codesOf(answer).includes('mtransfer'), `${show(answer)}; there is no row for pbl/mtransfer.`)
      },
    },
    {
      name: 'list-cut',
      says: 'A row of the list holds nothing but what a picker needs.',
      async run(bench) {
        const answer = await bench.list()
        mustHoldOnly(answer, Array.isArray(answer.body) ? allowedNested : allowed)
      },
    },
    {
      name: 'list-fresh',
      says: 'fresh=1 asks imoje anew.',
      run: async (bench) => mustSucceed(await askAnew(bench)),
    },
    {
      name: 'list-age',
      says: 'A list that isn’t new says how old it is in Age: imoje’s own, and what a cache of the shop’s adds.',
      async run(bench) {
        await bench.mock.addFault({ ...anyRoute, headers: { age: String(mostAge) } })
        mustBeAged(await askAnew(bench))
        const before = await bench.sent('any')
        const again = await bench.list()
        if ((await bench.sent('any')).length === before.length) mustBeAged(again)
      },
    },
    {
      name: 'list-unreadable',
      says: 'What imoje answers in place of a list, and what is none, doesn’t pass.',
      async run(bench) {
        await bench.mock.addFault({ ...anyRoute, status: 200, body: '<h1>Something else</h1>' })
        const answer = await askAnew(bench)
        demand(!answer.text.includes('<h1>'), `${show(answer)}; expected a problem, or the last good list.`)
      },
    },
    ...[401, 403, 404].map((status): Check => ({
      name: `list-status-${status}`,
      says: `imoje’s ${status} to a list passes unchanged.`,
      async run(bench) {
        await bench.mock.addFault({ ...anyRoute, status })
        mustPass(await askAnew(bench), status)
      },
    })),
  ],
}

const codesOf = ({ body }: Answer): readonly unknown[] => {
  const rows = Array.isArray(body)
    ? body.flatMap((one: unknown) => pick(one, 'channels') ?? [])
    : pick(body, 'service', 'paymentMethods')
  return Array.isArray(rows) ? rows.map((one: unknown) => pick(one, 'paymentMethodCode')) : []
}

function mustBeAged(answer: Answer): void {
  const age = answer.headers.get('age')
  demand(
    Number(age) >= mostAge,
    `${answer.asked} had the Age “${age ?? 'none'}” though imoje’s answer was ${mostAge} s old.`,
  )
}

/** A backend may take requests within a few seconds for one, so this asks until imoje was asked. */
async function askAnew(bench: Bench): Promise<Answer> {
  for (let turn = 0; turn < 5; turn++) {
    const before = await bench.sent('any')
    const answer = await bench.list('&fresh=1')
    if ((await bench.sent('any')).length > before.length) return answer
    await bench.pause(2_500)
  }
  throw new Finding('fresh=1 was asked for over ten seconds, and imoje was never asked.')
}
