import { mustBeProblem } from './answer.ts'
import { bank, newKey, type Bench } from './bench.ts'
import type { Check, Theme } from './check.ts'
import { demand } from './finding.ts'

export const origins: Theme = {
  name: 'origins',
  checks: [
    refuses('foreign-origin', 'a page of another origin', () => ({ origin: 'https://evil.invalid' })),
    refuses('lookalike-origin', 'a page whose origin begins like the shop’s', ({ origin }) => ({
      origin: `${origin}.evil.invalid`,
    })),
    refuses('no-origin', 'a page without an origin', () => ({ origin: 'null' })),
    refuses('cross-site', 'another site whose browser sends no Origin', () => ({
      origin: undefined,
      'sec-fetch-site': 'cross-site',
    })),
  ],
}

function refuses(
  name: string,
  what: string,
  headers: (bench: Bench) => Readonly<Record<string, string | undefined>>,
): Check {
  return {
    name,
    says: `A payment that ${what} starts in a shopper’s browser is refused, before anything is sent.`,
    async run(bench) {
      const subjects = { '/transactions': bank, '/payment-links': { visibleMethod: ['card'] } }
      for (const [path, subject] of Object.entries(subjects)) {
        const sent = { 'content-type': 'application/json', 'idempotency-key': newKey(), ...headers(bench) }
        const body = JSON.stringify({ ...bench.expected, ...subject })
        mustBeProblem(await bench.ask(path, { method: 'POST', headers: sent, body }), 'forbidden-origin')
      }
      demand((await bench.sent('any')).length === 0, 'imoje was asked.')
    },
  }
}
