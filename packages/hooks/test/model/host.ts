/** Node, as far as this test and the sources of the server read it. */
declare global {
  var process: HostProcess | undefined
}

interface HostProcess {
  readonly env: Readonly<Record<string, string | undefined>>
  on(event: 'unhandledRejection', listener: (reason: unknown) => void): void
  off(event: 'unhandledRejection', listener: (reason: unknown) => void): void
}

export const environment: Readonly<Record<string, string | undefined>> = globalThis.process?.env ?? {}

/** Calls back for every rejection that nobody handles, until the returned function is called. */
export function catchRejections(listener: (reason: unknown) => void): () => void {
  globalThis.process?.on('unhandledRejection', listener)
  return () => globalThis.process?.off('unhandledRejection', listener)
}
