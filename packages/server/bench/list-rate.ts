// `pnpm bench`: the list from the cache through the handler, against a bare handler that returns the same bytes through the
// same adapter, over HTTP on loopback. Rounds alternate, so that whatever else the machine does meets both.
import type { ServerResponse } from 'node:http'
import { toNodeListener } from '@tillkit/server/node'
import { createBenchShop, listen, listPath } from './bench-shop.ts'
import { runLoad } from './run-load.ts'

const rounds = 15
const roundMs = 800
const leastShare = 0.5

const handle = createBenchShop()
const first = await handle(new Request(`https://shop.example${listPath}`))
const bytes = new Uint8Array(await first.arrayBuffer())
const headers = [...first.headers]

const rivals = {
  'bare handler': toNodeListener(() => Promise.resolve(new Response(bytes, { headers }))),
  'the list': toNodeListener(handle),
  'bare Node, no adapter': (_: unknown, response: ServerResponse) => {
    response.writeHead(200, headers.flat())
    response.end(bytes)
  },
}
const ports = await Promise.all(Object.values(rivals).map((listener) => listen(listener)))
const rates: number[][] = []
for (let round = 0; round <= rounds; round++) {
  const answered: number[] = []
  for (const port of ports) answered.push(await runLoad({ port, paths: [listPath], forMs: roundMs }))
  // The first round warms up.
  if (round > 0) rates.push(answered.map((count) => (count / roundMs) * 1_000))
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0
for (const [n, name] of Object.keys(rivals).entries()) {
  const rate = median(rates.map((round) => round[n] ?? 0))
  process.stdout.write(`${name.padEnd(22)} ${rate.toFixed(0).padStart(6)} requests/s\n`)
}
// Both of a round met the same machine, so their shares are more alike than their rates.
const share = median(rates.map(([bare = 0, list = 0]) => list / bare))
process.stdout.write(
  `${bytes.length} bytes; the list reaches ${share.toFixed(2)} of the bare handler's rate, at least ${leastShare} is wanted\n`,
)
process.exit(share >= leastShare ? 0 : 1)
