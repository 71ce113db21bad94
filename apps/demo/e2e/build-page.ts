import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { execPath } from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

/**
 * Builds the page once for all test files: what they see is what a shop would ship. In a process of its own, for `NODE_ENV` decides
 * which React is built in, and a test's is not `production`.
 */
export async function setup(): Promise<void> {
  const vite = join(dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js')
  const cwd = fileURLToPath(new URL('..', import.meta.url))
  const env = { ...process.env, NODE_ENV: 'production' }
  await promisify(execFile)(execPath, [vite, 'build', '--logLevel', 'error'], { cwd, env })
}
