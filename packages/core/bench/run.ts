import { decode } from './decode.bench.ts'
import { measure } from './measure.ts'
import { resolve } from './resolve.bench.ts'

/*
 * Measures every figure and ends non-zero when one is missed. TILLKIT_ROUNDS says how many rounds each build of a figure takes.
 */

declare const process: {
  exitCode: number
  readonly env: { readonly TILLKIT_ROUNDS?: string }
  readonly stdout: { write(text: string): void }
}

const rounds = Number(process.env.TILLKIT_ROUNDS ?? 60)

for (const figure of [...decode, ...resolve]) {
  const ratio = measure(figure, rounds)
  const isHeld = ratio <= figure.atMost
  if (!isHeld) process.exitCode = 1
  const [got, limit] = [ratio, figure.atMost].map((value) => value.toFixed(2).padStart(5))
  process.stdout.write(`${isHeld ? 'held  ' : 'MISSED'} ${got} of ${limit}  ${figure.what}\n`)
}
