import { afterAll, afterEach, beforeAll, expect } from 'vitest'

const methods = ['debug', 'dir', 'error', 'info', 'log', 'table', 'trace', 'warn'] as const
const strays: Error[] = []
const nextTask = globalThis.setTimeout // a test may put fake timers in its place

for (const method of methods)
  console[method] = function stray(...words: unknown[]) {
    const error = record(`console.${method}: ${words.map(readable).join(' ')}`)
    Error.captureStackTrace(error, stray) // the report shows the line that printed
  }

const onNode = typeof process === 'object' && typeof process.on === 'function'
const onRejection = (reason: unknown): void => {
  record(`unhandled rejection: ${readable(reason)}`, reason)
}
const onRejectionEvent = (event: PromiseRejectionEvent) => onRejection(event.reason)

beforeAll(() => {
  if (onNode) process.on('unhandledRejection', onRejection)
  else globalThis.addEventListener('unhandledrejection', onRejectionEvent)
})

afterEach(failOnStrays)

afterAll(async () => {
  await failOnStrays() // what came between the tests, or from a file without any
  if (onNode) process.off('unhandledRejection', onRejection)
  else globalThis.removeEventListener('unhandledrejection', onRejectionEvent)
})

async function failOnStrays(): Promise<void> {
  await new Promise((resolve) => nextTask(resolve, onNode ? 0 : 4)) // rejections are reported a task later
  const [first, ...others] = strays.splice(0)
  if (!first) return
  for (const other of others.slice(0, 4)) first.message += `\nand ${other.message}`
  if (others.length > 4) first.message += `\nand ${others.length - 4} more`
  throw first
}

/** Kept, not thrown here: code under test could catch it, and React would. */
function record(what: string, cause?: unknown): Error {
  const test = expect.getState().currentTestName
  const error = new Error(test ? `${what}\n(during "${test}")` : what, { cause })
  strays.push(error)
  return error
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return `${value.name}: ${value.message}`
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
