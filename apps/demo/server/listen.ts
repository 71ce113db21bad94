import type { Server } from 'node:http'

const stepsOver = 20

/**
 * Listens on this machine only; a taken port is stepped over, 0 takes any free one.
 * @returns the port
 * @throws Error when no port is free
 */
export async function listen(server: Server, first: number): Promise<number> {
  const last = first === 0 ? 0 : first + stepsOver
  for (let port = first; port <= last; port += 1) {
    const found = await listenOn(server, port)
    if (found !== undefined) return found
  }
  throw new Error(`The shop found no free port from ${first} to ${last}. Set PORT to another one.`)
}

/** Nothing when the port is taken. */
function listenOn(server: Server, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    }
    const onListening = (): void => {
      server.off('error', onError)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, '127.0.0.1')
  })
}
