// `pnpm bench:heap`: what stays in memory after 50,000 requests, over HTTP, with the garbage collected.
import { setTimeout } from 'node:timers/promises'
import { toNodeListener } from '@tillkit/server/node'
import { createBenchShop, listen, listPath } from './bench-shop.ts'
import { runLoad } from './run-load.ts'

const requests = 50_000
const steps = 10
/** Compiled code and the like still settle a little; requests that kept 20 bytes each would show. In bytes. */
const mayGrow = 500_000

if (!globalThis.gc) throw new Error('Run this with --expose-gc.')
const collect = globalThis.gc
/** What is let go of while it is collected goes a turn later. */
const settle = async (): Promise<number> => {
  for (let n = 0; n < 4; n++) {
    await setTimeout(50)
    collect()
  }
  return process.memoryUsage().heapUsed
}

const port = await listen(toNodeListener(createBenchShop()))
const paths = [
  ...Array.from({ length: 12 }, () => listPath),
  `${listPath}&fresh=1`,
  '/api/payments/orders/A-1/payment',
  '/api/payments/payment-methods?orderId=%3C',
  '/api/payments/nothing',
]
const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
const inMegabytes = (bytes: number): string => (bytes / 1e6).toFixed(2)

const heaps: number[] = []
for (let step = 0; step <= steps; step++) {
  const answered = await runLoad({ port, paths, requests: requests / steps })
  if (answered !== requests / steps) throw new Error(`Only ${answered} requests were answered.`)
  const heap = await settle()
  process.stdout.write(`${String((step * requests) / steps).padStart(6)} requests  ${inMegabytes(heap)} MB\n`)
  // The first step warms up.
  if (step > 0) heaps.push(heap)
}
// Node itself takes a few megabytes now and gives them back then; what leaks raises the whole second half.
const grown = median(heaps.slice(steps / 2)) - median(heaps.slice(0, steps / 2))
process.stdout.write(
  `the second half lies ${inMegabytes(grown)} MB over the first; at most ${inMegabytes(mayGrow)} MB is wanted\n`,
)
process.exit(grown <= mayGrow ? 0 : 1)
