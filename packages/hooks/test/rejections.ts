type Listener = (reason: unknown) => void

interface Host {
  readonly process: {
    listeners(event: 'unhandledRejection'): readonly Listener[]
    removeAllListeners(event: 'unhandledRejection'): void
    on(event: 'unhandledRejection', listener: Listener): void
  }
}

/** What nobody handled while `run` ran; every other listener, the test runner's among them, is deaf meanwhile. */
export async function gatherRejections(run: () => Promise<unknown>): Promise<readonly unknown[]> {
  const { process } = globalThis as unknown as Host
  const others = process.listeners('unhandledRejection')
  const gathered: unknown[] = []
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', (reason) => gathered.push(reason))
  try {
    await run()
    // They are told a task later.
    await new Promise((resolve) => setTimeout(resolve, 0))
  } finally {
    process.removeAllListeners('unhandledRejection')
    for (const other of others) process.on('unhandledRejection', other)
  }
  return gathered
}
