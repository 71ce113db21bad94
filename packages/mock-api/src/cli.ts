#!/usr/bin/env node
import { parseArgs } from 'node:util'
import { createMockServer } from './node-server.ts'
import { isScenarioName, scenarioNames, scenarios } from './scenarios.ts'

const help = `Usage: tillkit-mock-api [options]

Serves an imitation of imoje's REST API on this machine.

  --port <number>      where to listen (4010); a taken port is stepped over
  --scenario <name>    what goes wrong (calm)
  --seed <number>      same seed, same ids (1)
  --help               this text

Scenarios:
${scenarioNames.map((name) => `  ${name.padEnd(20)} ${scenarios[name].says}`).join('\n')}
`

try {
  await run()
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4010' },
      scenario: { type: 'string', default: 'calm' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  })
  if (values.help) {
    process.stdout.write(help)
    return
  }
  const { scenario } = values
  if (!isScenarioName(scenario)) throw new Error(`--scenario must be one of ${scenarioNames.join(', ')}.`)
  const server = await createMockServer({
    port: wholeNumber('--port', values.port, 65_535),
    seed: wholeNumber('--seed', values.seed, 2 ** 32 - 1),
    scenario,
  })
  const { merchantId, serviceId, serviceKey, token } = server.mock.credentials
  process.stdout.write(
    `The mock imoje listens at ${server.origin} (scenario ${scenario}).\n` +
      `merchant id ${merchantId} · service id ${serviceId} · service key ${serviceKey} · token ${token}\n`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close())
}

function wholeNumber(option: string, value: string, most: number): number {
  const number = Number(value)
  if (!/^\d+$/.test(value) || number > most)
    throw new Error(`${option} must be a whole number up to ${most}.`)
  return number
}
