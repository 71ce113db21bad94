import { mustBeProblem, mustPass, show, type Answer } from './answer.ts'
import type { Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand, Finding, NotAsked } from './finding.ts'

/** The shortest pause a backend may take after imoje was away, in seconds. */
const shortest = '30'
const down = (status: number, match: object = {}): object => ({
  match,
  status,
  headers: { 'retry-after': shortest },
})
const secondMs = 1_000

/** Each leaves imoje away for a while, so they come late; they wait until the backend is back. */
export const outages: Theme = {
  name: 'outages',
  checks: [
    {
      name: 'time-out',
      says: 'Where imoje doesn’t answer, the backend does within 30 seconds: a 504 problem, not imoje’s own 504.',
      async run(bench) {
        await bench.mock.addFault({ match: { route: 'create-transaction' }, hang: true, times: 1 })
        mustBeProblem(await askPatiently(bench, () => bench.pay()), 'upstream-timeout')
      },
    },
    ...[503, 504].map((status): Check => ({
      name: `outage-${status}`,
      says: `imoje’s ${status} passes as it is, to a payment and to a list.`,
      run: (bench) =>
        whileAway(bench, status, (payment, list) => {
          mustPass(payment, status)
          demand(
            [status, 503].includes(list.status),
            `${show(list)}; expected ${status}, or 503 while resting.`,
          )
          demand(
            list.media === 'application/json',
            `${show(list)}; expected application/json, as of imoje’s.`,
          )
        }),
    })),
    {
      name: 'outage-says-when',
      says: 'While imoje is away, answers say in Retry-After when to ask again.',
      async run({ answers }) {
        // Those of the outages before: each of its own would take half a minute more.
        const resting = answers.filter(({ status, media }) => status === 503 && media === 'application/json')
        if (resting.length === 0) throw new NotAsked('no answer was a 503')
        for (const answer of resting)
          demand(answer.headers.has('retry-after'), `${show(answer)} without Retry-After.`)
      },
    },
  ],
}

/** Takes imoje away for as long as two questions take, and waits until the backend asks it again. */
async function whileAway(
  bench: Bench,
  status: number,
  check: (payment: Answer, list: Answer) => void,
): Promise<void> {
  // The payment alone first: a backend may look before it, and rest by what it hears.
  await bench.mock.addFault(down(status, { route: 'create-transaction' }))
  const payment = await bench.pay()
  await bench.mock.addFault(down(status))
  const list = await bench.list('&fresh=1')
  await bench.mock.calm()
  await mustComeBack(bench)
  check(payment, list)
}

async function mustComeBack(bench: Bench): Promise<void> {
  for (let turn = 0; turn < 20; turn++) {
    const { length } = await bench.sent('any')
    const { status } = await bench.list('&fresh=1')
    // A resting backend may answer from memory: it is back when imoje is asked.
    if (status === 200 && (await bench.sent('any')).length > length) return
    await bench.pause(5 * secondMs)
  }
  throw new Finding(
    'imoje has been back for 100 seconds, and the list is still refused (Retry-After was 30 seconds).',
  )
}

/** Counts the seconds from when imoje was asked. */
async function askPatiently(bench: Bench, ask: () => Promise<Answer>): Promise<Answer> {
  const asked = ask()
  const answerWithin = async (ms: number): Promise<Answer | undefined> =>
    Promise.race([asked, bench.pause(ms).then(() => undefined)])
  while ((await bench.sent('any')).length === 0) {
    const answer = await answerWithin(10)
    if (answer) return answer
  }
  for (let second = 0; second < 30; second++) {
    const answer = await answerWithin(secondMs)
    if (answer) return answer
  }
  throw new Finding('There was no answer for 30 seconds.')
}
