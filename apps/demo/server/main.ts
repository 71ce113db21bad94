import type { ServerEvent } from '@tillkit/server'
import { readSettings } from './settings.ts'
import { startDemo } from './start-demo.ts'

try {
  const { origin, imitation, close } = await startDemo({ ...readSettings(process.env), onEvent: report })
  console.log(
    [
      '',
      `  Shop          ${origin}`,
      imitation
        ? `  imoje         ${imitation.origin} (an imitation; break it in the panel at the page's edge)`
        : '  imoje         the real one, as set in the environment',
      '  Stop with     Ctrl-C',
      '',
    ].join('\n'),
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(0)))
} catch (error) {
  console.error(`The demo could not start. ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}

/** A shop's log: how payments end, and what its developers must mend. */
function report(event: ServerEvent): void {
  if (event.type === 'payment') console.log(`  ${event.payment.orderId}: ${event.payment.type}`)
  if (event.type === 'hook-failed' || event.type === 'store-failed' || event.type === 'internal-error')
    console.error(`  ${event.type}: ${event.message}`)
  if (event.type === 'contract-broken') console.error(`  imoje's answer to ${event.call} could not be read`)
}
