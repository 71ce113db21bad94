#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { createMockServer } from './node-server.ts'
import { isScenarioName, scenarioNames, scenarios } from './scenarios.ts'

const help = `Usage: tillkit-mock-api [options]

Serves an imitation of imoje's REST API on this machine.

  --port <number>           where to listen (4010); a taken port is stepped over
  --host <address>          what to bind to (127.0.0.1); whoever reaches it can mark orders as paid
  --scenario <name>         what goes wrong (calm)
  --seed <number>           same seed, same ids (1)
  --retry-speedup <number>  how many times faster than imoje a notification is sent again (60: an hour is a minute)
  --help                    this text

Scenarios:
${scenarioNames.map((name) => `  ${name.padEnd(20)} ${scenarios[name].says}`).join('\n')}

Faults, channels, BLIK, the clock and the journal are driven under /__control; the package's README says how.
`

try {
  await run()
} catch (error) {
  process.stderr.write(`${sentenceOf(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      host: { type: 'string', default: '127.0.0.1' },
      scenario: { type: 'string', default: 'calm' },
      seed: { type: 'string', default: '1' },
      'retry-speedup': { type: 'string', default: '60' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const { scenario, host } = values
  if (!isScenarioName(scenario)) throw new Error(`--scenario must be one of ${scenarioNames.join(', ')}.`)
  const server = await createMockServer({
    port: wholeNumber('--port', values.port, 0, 65_535),
    host,
    seed: wholeNumber('--seed', values.seed, 0, 2 ** 32 - 1),
    retrySpeedup: wholeNumber('--retry-speedup', values['retry-speedup'], 1, 1_000_000),
    scenario,
  })
  const { merchantId, serviceId, serviceKey, token } = server.mock.credentials
  process.stdout.write(
    `The mock imoje listens at ${server.origin} (scenario ${scenario}).\n` +
      `merchant id ${merchantId} · service id ${serviceId} · service key ${serviceKey} · token ${token}\n`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
}

function wholeNumber(option: string, value: string, least: number, most: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number < least || number > most)
    throw new Error(`${option} must be a whole number from ${least} to ${most}.`)
  return number
}

function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const isWrongUse = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_')
  // What Node says after its first sentence is about its own options.
  return isWrongUse ? `${error.message.split(/\.\s/)[0] ?? ''}. --help lists what there is.` : error.message
}
