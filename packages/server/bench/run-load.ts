import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Load } from './load.ts'

/** @returns how many requests were answered */
export async function runLoad(load: Load): Promise<number> {
  const script = fileURLToPath(new URL('./load.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [script, JSON.stringify(load)])
  return Number(stdout)
}
