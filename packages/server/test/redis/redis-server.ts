import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

/** A real Redis on a free loopback port, which keeps nothing on disk. */
export interface RedisServer {
  readonly url: string
  /** Ends it as a power cut would. */
  kill(): Promise<void>
  /** Starts it again on the same port, empty. */
  start(): Promise<void>
  /** Stops it from answering, with every connection left open. */
  freeze(): Promise<void>
  thaw(): Promise<void>
}

export async function startRedis(): Promise<RedisServer> {
  const port = await findFreePort()
  let server: ChildProcess | undefined
  const signal = (name: NodeJS.Signals): Promise<void> => {
    server?.kill(name)
    return Promise.resolve()
  }

  const redis: RedisServer = {
    url: `redis://127.0.0.1:${port}`,
    async start() {
      const folder = mkdtempSync(join(tmpdir(), 'tillkit-redis-'))
      const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' }
      const started = spawn(
        'redis-server',
        Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]),
        { stdio: ['ignore', 'pipe', 'inherit'] },
      )
      server = started
      started.once('exit', () => rmSync(folder, { recursive: true, force: true }))
      for await (const line of createInterface({ input: started.stdout }))
        if (line.includes('Ready to accept connections')) break
      started.stdout.resume()
      if (started.exitCode !== null) throw new Error(`redis-server ended with ${started.exitCode}.`)
    },
    async kill() {
      const running = server
      server = undefined
      if (!running || running.exitCode !== null || running.signalCode !== null) return
      const exit = once(running, 'exit')
      running.kill('SIGKILL')
      await exit
    },
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
  }
  await redis.start()
  return redis
}

async function findFreePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  return typeof address === 'object' && address ? address.port : 0
}
