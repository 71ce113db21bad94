import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'

export interface RunningNext {
  readonly origin: string
  stop(): Promise<void>
}

/** @param mode `start` serves what was built; `dev` builds as it goes, and React says in full what is wrong. */
export async function startNext(mode: 'start' | 'dev'): Promise<RunningNext> {
  const next = createRequire(import.meta.url).resolve('next/dist/bin/next')
  const NODE_ENV = mode === 'dev' ? 'development' : 'production'
  const server = spawn(process.execPath, [next, mode, '-p', '0', '-H', '127.0.0.1'], {
    cwd: fileURLToPath(new URL('..', import.meta.url)),
    env: { ...process.env, NODE_ENV, NEXT_TELEMETRY_DISABLED: '1' },
  })
  return {
    origin: await readOrigin(server),
    stop: async () => {
      if (server.kill()) await once(server, 'exit')
    },
  }
}

/** Next.js prints where it listens. */
function readOrigin({ stdout, stderr }: ChildProcess): Promise<string> {
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
