import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { launchOptions } from '@tillkit/tooling/browser'
import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const app = fileURLToPath(new URL('..', import.meta.url))
let server: ChildProcess
let browser: Browser
let address = ''

beforeAll(async () => {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  server = spawn(process.execPath, [next, 'start', '-p', '0', '-H', '127.0.0.1'], {
    cwd: app,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1' },
  })
  address = await readAddress(server)
  browser = await chromium.launch(await launchOptions())
})

afterAll(async () => {
  await browser?.close()
  if (server?.kill()) await once(server, 'exit')
})

describe('a page rendered by Next.js', () => {
  it('has the picker’s skeleton in its first HTML, and no style attribute', async () => {
    const html = await (await fetch(address)).text()
    expect(html).toContain('till-root')
    expect(html).not.toMatch(/ style="/)
  })

  it('hydrates without a warning and shows the list', async () => {
    const page = await browser.newPage()
    const said: string[] = []
    page.on('console', (message) => said.push(message.text()))
    page.on('pageerror', (error) => said.push(String(error)))
    await page.goto(address)
    const methods = page.getByRole('radio')
    await methods.first().waitFor()
    expect(await methods.count()).toBeGreaterThanOrEqual(8)
    expect(said).toEqual([])
  })
})

/** Next prints where it listens. */
function readAddress({ stdout, stderr }: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = ''
    const read = (chunk: Buffer): void => {
      printed += String(chunk)
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? []
      if (found) resolve(found)
    }
    stdout?.on('data', read)
    stderr?.on('data', read)
    stdout?.on('end', () => reject(new Error(`Next.js did not start:\n${printed}`)))
  })
}
