import { isKnownProblem, show, type Answer } from './answer.ts'
import { blikCode, type Bench } from './bench.ts'
import type { Theme } from './check.ts'
import { demand, NotAsked } from './finding.ts'

const stackTrace =
  /(?:\\n|\n)\s+at \S|Traceback \(most recent|Stack trace:|\.(?:php|py|rb|java|cs|go|[jt]s)(?::| on line |\()\d+/i
const codeItself = new RegExp(`(?<!\\d)${blikCode}(?!\\d)`)

/** Judges every answer that the other checks got, so these come last. */
export const secrecy: Theme = {
  name: 'secrecy',
  checks: [
    {
      name: 'no-secret',
      says: 'No answer holds the token, the service key, the service id or the merchant id.',
      run: async (bench) => mustHoldNoSecret(bench, bench.answers.map(wholeText)),
    },
    {
      name: 'no-blik-code',
      says: 'No answer holds a BLIK code.',
      run: async ({ answers }) =>
        mustAll(answers, (one) => !codeItself.test(wholeText(one)), 'it repeats the BLIK code'),
    },
    {
      name: 'no-stack-trace',
      says: 'No answer shows the backend’s insides.',
      run: async ({ answers }) =>
        mustAll(answers, ({ text }) => !stackTrace.test(text), 'that is a stack trace'),
    },
    {
      name: 'problem-types',
      says: 'Each problem has a type from contract A’s list, and its status.',
      run: async ({ answers }) =>
        mustAll(
          answers.filter(({ media }) => media === 'application/problem+json'),
          isKnownProblem,
          'its type is none of contract A’s',
        ),
    },
    {
      name: 'json-only',
      says: 'Every answer of a route is JSON.',
      run: async ({ answers }) =>
        mustAll(
          answers.filter(({ status }) => status !== 404 && status !== 405),
          ({ body }) => body !== undefined,
          'it is no JSON',
        ),
    },
    {
      name: 'not-kept',
      says: 'No cache may keep an answer: each has Cache-Control: no-store.',
      run: async ({ answers }) =>
        mustAll(
          answers.filter(({ status }) => status !== 404 && status !== 405),
          ({ headers }) => /\bno-store\b/.test(headers.get('cache-control') ?? ''),
          'it has no Cache-Control: no-store',
        ),
    },
    {
      name: 'log',
      says: 'The backend’s log holds no BLIK code and no secret.',
      async run(bench) {
        if (!bench.readLog) throw new NotAsked('give the backend’s --log')
        const log = await bench.readLog()
        demand(log !== '', 'The log is empty, so nothing can be said of it.')
        demand(!codeItself.test(log), 'The log holds the BLIK code.')
        mustHoldNoSecret(bench, [log])
      },
    },
  ],
}

const wholeText = ({ headers, text }: Answer): string => `${JSON.stringify([...headers])} ${text}`

function mustAll(answers: readonly Answer[], isGood: (answer: Answer) => boolean, why: string): void {
  const bad = answers.find((answer) => !isGood(answer))
  demand(bad === undefined, bad ? `${show(bad)}; ${why}.` : '')
}

function mustHoldNoSecret({ credentials }: Bench, texts: readonly string[]): void {
  for (const name of ['token', 'serviceKey', 'serviceId', 'merchantId'] as const)
    demand(!texts.some((text) => text.includes(credentials[name])), `The ${name} was found in it.`)
}
