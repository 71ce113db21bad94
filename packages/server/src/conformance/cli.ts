#!/usr/bin/env node
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { systemClock } from '@tillkit/core'
import type { BenchOptions } from './bench.ts'
import { findObstacle } from './find-obstacle.ts'
import { runChecks, type Result } from './run-checks.ts'

const help = `Usage: tillkit-check-backend --endpoint URL --mock URL --order ID --amount NUMBER --foreign-order ID [options]

Asks a shop's backend everything that Tillkit's contract says about it, whatever it is written in, and prints one line a check.
The backend has to run with tillkit-mock-api in imoje's place, and without a rate limit. It takes about two minutes. Ends with 1
where something is wrong, with 2 where it could not begin.

  --endpoint URL        where the backend serves the routes, such as http://127.0.0.1:3000/api/payments
  --mock URL            where tillkit-mock-api listens, such as http://127.0.0.1:4010
  --order ID            an unpaid order of the caller's; it is paid in the end. Given several times, each check takes the
                        next one, so that what one check finds can't lead another astray
  --amount NUMBER       what each of them costs, in minor units (grosze)
  --foreign-order ID    an order that the caller may not see

  --currency CODE       the orders' currency (PLN)
  --cookie TEXT         the caller's, as a browser sends it
  --origin ORIGIN       the origin of the shop's pages (the endpoint's)
  --log PATH|URL        the backend's log, which may hold no BLIK code and no secret
  --only NAME           the checks alone whose name begins so, such as keys or keys/same-key-again

  --merchant-id, --service-id, --service-key, --token
                        those that the backend was given (those of tillkit-mock-api)
  --help                this text
`

/** An answer has to be there within this time, in milliseconds. */
const answerWithinMs = 40_000
const outcomes = { ok: 'ok       ', failed: 'FAILED   ', 'not-asked': 'not asked' } as const

try {
  process.exitCode = await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 2
}

async function run(): Promise<number> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    options: {
      endpoint: text,
      mock: text,
      order: { ...text, multiple: true },
      amount: text,
      'foreign-order': text,
      currency: { ...text, default: 'PLN' },
      cookie: text,
      origin: text,
      log: text,
      only: { ...text, default: '' },
      'merchant-id': { ...text, default: 'mock-merchant' },
      'service-id': { ...text, default: '00000000-aaaa-4bbb-8ccc-000000000001' },
      'service-key': { ...text, default: 'mock-service-key-not-a-secret' },
      token: { ...text, default: 'mock-token-not-a-secret' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return 0
  }
  const endpoint = address('--endpoint', values.endpoint)
  const options: BenchOptions = {
    endpoint: endpoint.href.replace(/\/$/, ''),
    mock: address('--mock', values.mock).origin,
    orders: values.order ?? [],
    amount: amountOf(values.amount),
    currency: values.currency,
    foreignOrder: given('--foreign-order', values['foreign-order']),
    ...(values.cookie !== undefined && { cookie: values.cookie }),
    origin: values.origin === undefined ? endpoint.origin : address('--origin', values.origin).origin,
    credentials: {
      merchantId: values['merchant-id'],
      serviceId: values['service-id'],
      serviceKey: values['service-key'],
      token: values.token,
    },
    fetch: fetchInTime,
    pause: (ms) => new Promise((resolve) => systemClock.setTimer(resolve, ms)),
    ...(values.log !== undefined && { readLog: await openLog(values.log) }),
  }
  const obstacle = await findObstacle(options)
  if (obstacle !== undefined) throw new Error(obstacle)

  const counts = { ok: 0, failed: 0, 'not-asked': 0 }
  for await (const result of runChecks(options, values.only)) {
    counts[result.outcome] += 1
    process.stdout.write(lineOf(result))
  }
  process.stdout.write(`\n${counts.ok} passed, ${counts.failed} failed, ${counts['not-asked']} not asked\n`)
  if (counts.ok + counts.failed + counts['not-asked'] === 0)
    throw new Error(`No check has a name that begins with ${values.only}.`)
  return counts.failed > 0 ? 1 : 0
}

function lineOf({ name, says, outcome, why }: Result): string {
  const reason = why === undefined ? '' : `${why.replaceAll(/^/gm, '           ')}\n`
  return `${outcomes[outcome]}  ${name.padEnd(42)} ${says}\n${reason}`
}

/** As `fetch`, but the whole answer has to be there in time. */
async function fetchInTime(...[input, init]: Parameters<typeof fetch>): Promise<Response> {
  const limit = new AbortController()
  const cancel = systemClock.setTimer(
    () => limit.abort(new Error(`There was no answer for ${answerWithinMs / 1_000} seconds.`)),
    answerWithinMs,
  )
  try {
    const answer = await fetch(input, { ...init, signal: limit.signal })
    const body = await answer.arrayBuffer()
    const { status, headers } = answer
    return new Response(body.byteLength > 0 ? body : null, { status, headers })
  } finally {
    cancel()
  }
}

/** Reads what has been logged since now, for what stood there before is another run's. */
async function openLog(place: string): Promise<() => Promise<string>> {
  const read = /^https?:/.test(place)
    ? async (): Promise<string> => (await fetch(place)).text()
    : (): Promise<string> => readFile(place, 'utf8')
  const { length } = await read()
  return async () => {
    const whole = await read()
    return whole.length < length ? whole : whole.slice(length)
  }
}

function given(option: string, value: string | undefined): string {
  if (value) return value
  throw new Error(`${option} is missing; see --help.`)
}

function address(option: string, value: string | undefined): URL {
  const url = URL.parse(given(option, value))
  if (url && /^https?:$/.test(url.protocol)) return url
  throw new Error(
    `${option} is ${value ?? ''}: write a whole address, such as http://127.0.0.1:3000/api/payments.`,
  )
}

function amountOf(value: string | undefined): number {
  if (/^[1-9]\d{0,8}$/.test(given('--amount', value))) return Number(value)
  throw new Error(
    `--amount is ${value ?? ''}: write minor units as a whole number, such as 12999 for 129.99.`,
  )
}
