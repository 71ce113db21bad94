import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, it } from 'vitest'
import { mockCredentials, scenarioNames } from './index.ts'
import { transactionOf } from './shop.test.helper.ts'

const children: ChildProcess[] = []
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
})

function run(args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { NODE_ENV: _, ...inherited } = process.env
  const env = { ...inherited, ...environment }
  const child = spawn(process.execPath, [fileURLToPath(new URL('cli.ts', import.meta.url)), ...args], { env })
  children.push(child)
  let text = ''
  child.stdout.on('data', (chunk) => (text += String(chunk)))
  child.stderr.on('data', (chunk) => (text += String(chunk)))
  const ended = new Promise<{ code: number | null; text: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, text }))
  })
  const address = new Promise<string>((resolve) => {
    child.stdout.on('data', () => {
      const found = /http:\/\/[\w.:]+/.exec(text)
      if (found) resolve(found[0])
    })
  })
  return { child, ended, address }
}

it('explains itself and names every option and scenario', async () => {
  const { code, text } = await run(['--help']).ended
  expect(code).toBe(0)
  const options = ['--port', '--host', '--scenario', '--seed', '--retry-speedup', '--help']
  for (const name of [...options, ...scenarioNames]) expect(text).toContain(name)
})

it('serves the scenario and seed it was given on loopback until it is told to end', async () => {
  const { child, ended, address } = run(['--port', '0', '--scenario', 'empty', '--seed', '7'])
  expect(await address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  const state: unknown = await (await fetch(`${await address}/__control/state`)).json()
  expect(state).toMatchObject({ scenario: 'empty', seed: 7 })
  child.kill('SIGTERM')
  expect((await ended).code).toBe(0)
})

it('binds to another address when told to', async () => {
  const { address } = run(['--port', '0', '--host', 'localhost'])
  expect(await address).toMatch(/^http:\/\/localhost:\d+$/)
  expect((await fetch(`${await address}/__control/state`)).status).toBe(200)
})

it('sends a notification again as much faster than imoje as it was told', async () => {
  const bodies: string[] = []
  const shop = createServer((incoming, outgoing) => {
    let body = ''
    incoming.on('data', (chunk) => (body += String(chunk)))
    incoming.on('end', () => {
      outgoing.writeHead(bodies.push(body) < 3 ? 503 : 200).end('{"status":"ok"}')
    })
  })
  await new Promise<void>((resolve) => void shop.listen(0, '127.0.0.1', resolve))
  const { port } = shop.address() as AddressInfo
  const { address } = run(['--port', '0', '--retry-speedup', '1000'])
  const { merchantId, token, serviceId } = mockCredentials
  const started = await fetch(`${await address}/v1/merchant/${merchantId}/transaction`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(
      transactionOf(serviceId, { notificationUrl: `http://127.0.0.1:${port}/notifications` }),
    ),
  })
  const { action } = (await started.json()) as { action: { url: string } }
  await fetch(action.url, {
    method: 'POST',
    body: new URLSearchParams({ outcome: 'pay' }),
    redirect: 'manual',
  })
  await expect.poll(() => bodies.length).toBe(3)
  expect(new Set(bodies).size).toBe(1)
  shop.closeAllConnections()
  await new Promise((resolve) => shop.close(resolve))
})

it.each([
  [['--scenario', 'doom'], '--scenario must be one of calm'],
  [['--port', 'x'], '--port must be a whole number from 0 to 65535.'],
  [['--port', '65536'], '--port must be a whole number from 0 to 65535.'],
  [['--seed', '-1'], '--seed'],
  [['--retry-speedup', '0'], '--retry-speedup must be a whole number from 1'],
  [['--host', ''], 'host must be an address'],
  [['--host', '203.0.113.7'], 'EADDRNOTAVAIL'],
  [['--what', 'ever'], "Unknown option '--what'. --help lists what there is."],
  [['doom'], "Unexpected argument 'doom'"],
  [['--port'], "'--port <value>' argument missing"],
])('ends with a sentence and a code after %j', async (args, sentence) => {
  const { code, text } = await run(args).ended
  expect(code).toBe(1)
  expect(text).toContain(sentence)
  expect(text.trim().split('\n')).toHaveLength(1)
})

it('refuses to start in production', async () => {
  const { code, text } = await run(['--port', '0'], { NODE_ENV: 'production' }).ended
  expect(code).toBe(1)
  expect(text).toContain('refuses to start with NODE_ENV=production')
})
