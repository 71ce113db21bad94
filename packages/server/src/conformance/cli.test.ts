import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createMockServer, type MockServer } from '@tillkit/mock-api/node'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { toNodeListener } from '../adapters/node.ts'
import { createGoodShop, createTestClock, type Handler } from './good-shop.test.kit.ts'

const cli = fileURLToPath(new URL('./cli.ts', import.meta.url))
let handle: Handler = () => Promise.reject(new Error('not yet'))
const server = createServer(toNodeListener((request) => handle(request)))
let imitation: MockServer
let folder = ''
let usual: readonly string[] = []
let logAddress = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tillkit-'))
  const clock = createTestClock()
  imitation = await createMockServer({ clock })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const log = join(folder, 'shop.log')
  await writeFile(log, 'a line with 805317, of another run\n')
  const imoje = { ...imitation.mock.credentials, apiUrl: imitation.origin }
  const shop = createGoodShop(
    clock,
    { origin: imitation.origin, fetch },
    {
      publicUrl: origin,
      imoje: { ...imoje, notificationUrl: `${origin}/api/payments/notifications` },
    },
  )
  handle = async (request) => {
    if (request.url === `${origin}/log`) return new Response(await readFile(log))
    await appendFile(log, 'somebody asked\n')
    return shop.handle(request)
  }
  const endpoint = ['--endpoint', `${origin}/api/payments/`, '--mock', imitation.origin]
  const orders = ['--order', 'A-1', '--order=A-2', '--amount', '12999', '--foreign-order', 'B-1']
  usual = [...endpoint, ...orders, '--cookie', 'session=ada', '--log', log]
  logAddress = `${origin}/log`
})

afterAll(async () => {
  await imitation.close()
  await new Promise((resolve) => server.close(resolve))
  await rm(folder, { recursive: true })
})

async function run(...options: readonly string[]): Promise<{ code: unknown; said: string }> {
  const child = spawn(process.execPath, ['--conditions=@tillkit/source', cli, ...options])
  let said = ''
  const hear = (chunk: Buffer): void => {
    said += String(chunk)
  }
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const [code] = (await once(child, 'close')) as [unknown]
  return { code, said }
}

it('explains itself', async () => {
  const { code, said } = await run('--help')
  expect(code).toBe(0)
  for (const option of [
    '--endpoint',
    '--mock',
    '--order',
    '--amount',
    '--foreign-order',
    '--cookie',
    '--log',
  ])
    expect(said).toContain(`\n  ${option} `)
})

it('prints a line a check, and ends well when all pass', async () => {
  const { code, said } = await run(...usual, '--only', 'links')
  expect(said).toMatch(/^ok {9}links\/link {2,}A payment link is made once/m)
  expect(said).toMatch(/\n5 passed, 0 failed, 0 not asked\n$/)
  expect(code).toBe(0)
})

it('says what fails and why, and ends with 1', async () => {
  const { code, said } = await run(...usual, '--amount', '100', '--only', 'links/link')
  expect(said).toMatch(/^FAILED {5}links\/link .*\n {11}POST \/payment-links answered 409 .*order-changed/m)
  expect(said).toMatch(/ 0 not asked\n$/)
  expect(code).toBe(1)
})

it('reads what the backend has logged since it began, in a file or at an address', async () => {
  const only = ['--only', 'secrecy/log']
  expect((await run(...usual, ...only)).said).toMatch(/1 passed, 0 failed, 0 not asked/)
  expect((await run(...usual, '--log', logAddress, ...only)).said).toMatch(/1 passed, 0 failed, 0 not asked/)
  expect((await run(...usual, '--log', join(folder, 'none'), ...only)).said).toMatch(/ENOENT/)
})

it.each([
  ['nothing is given', [], /--endpoint is missing/],
  ['an amount is no whole number', ['--amount', '129.99'], /--amount is 129.99: write minor units/],
  ['nobody is at the address', ['--mock', 'http://127.0.0.1:1'], /--mock/],
  ['no check has such a name', ['--only', 'nothing'], /No check has a name that begins with nothing/],
])('ends with 2 and a sentence where %s', async (_, change, sentence) => {
  const { code, said } = await run(...(change.length > 0 ? usual : []), ...change)
  expect(said).toMatch(sentence)
  expect(code).toBe(2)
})
