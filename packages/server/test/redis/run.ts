// `pnpm test:redis`: two processes of a shop on a real Redis. Without one it says so and succeeds: no other test needs it.
import { spawnSync } from 'node:child_process'

if (spawnSync('redis-server', ['--version']).status !== 0) {
  process.stdout.write(
    'test:redis skipped: no redis-server on this machine (Debian: apt-get install redis-server)\n',
  )
} else {
  const { status } = spawnSync('vitest', ['run', '--config', 'test/redis/vitest.config.ts'], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
  if (status === 0) process.stdout.write('test:redis ran: two processes on one Redis\n')
}
