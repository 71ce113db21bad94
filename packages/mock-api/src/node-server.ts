import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { createRequest, sendResponse } from '@remix-run/node-fetch-server'
import type { MockImojeOptions } from './backend.ts'
import { createMockImoje, type MockImoje } from './mock-imoje.ts'

export interface MockServerOptions extends MockImojeOptions {
  /**
   * Where to listen. A taken port is stepped over, up to twenty times; 0 takes any free one.
   * @defaultValue 0
   */
  port?: number
  /**
   * The address to bind to.
   * @defaultValue '127.0.0.1': nobody outside this machine should control it
   */
  host?: string
}

export interface MockServer {
  readonly mock: MockImoje
  readonly origin: string
  readonly port: number
  /** Cuts what is open and refuses connections from now on, as a gateway that is gone does. The mock keeps what it knows. */
  refuse(): Promise<void>
  /** Takes connections again, at the same port. @throws Error when somebody else has it by now. */
  accept(): Promise<void>
  /** Cuts what is open, hanging requests too, and frees the port. */
  close(): Promise<void>
}

/**
 * Serves the mock over HTTP. A dropped connection is really cut, and a hanging one hangs.
 *
 * @throws Error with `NODE_ENV=production`, for an empty host, or when no port is free.
 */
export async function createMockServer(options: MockServerOptions = {}): Promise<MockServer> {
  if (process.env.NODE_ENV === 'production') {
    throw new Error(
      'The mock imoje refuses to start with NODE_ENV=production: whoever reaches it can mark any order as paid.',
    )
  }
  const { port = 0, host = '127.0.0.1', ...mockOptions } = options
  // An empty address would bind to all of them.
  if (host === '') throw new Error('host must be an address of this machine.')
  const mock = createMockImoje(mockOptions)
  const server = createServer((incoming, outgoing) => {
    // Whatever goes wrong, a fault of the mock included, the caller sees the connection cut after what was sent so far.
    answer(mock, incoming, outgoing).catch(() => incoming.socket.destroySoon())
  })
  const taken = await listen(server, host, port)
  const origin = `http://${printable(host)}:${taken}`
  if (options.origin === undefined) mock.setOrigin(origin)
  // Here time passes by itself, so payers confirm and notifications go out by themselves.
  const beat = setInterval(() => void mock.catchUp(), beatMs).unref()
  return {
    mock,
    origin,
    port: taken,
    refuse: () => stop(server),
    async accept() {
      if (!server.listening && (await listenOn(server, host, taken)) === undefined) {
        throw new Error(`Port ${taken} has been taken by somebody else.`)
      }
    },
    close() {
      clearInterval(beat)
      return stop(server)
    },
  }
}

/** Milliseconds between two looks at what is due when no request comes. */
const beatMs = 250

async function answer(mock: MockImoje, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  await sendResponse(outgoing, await mock.fetch(createRequest(incoming, outgoing)))
}

const stepsOver = 20

async function listen(server: Server, host: string, first: number): Promise<number> {
  const last = first === 0 ? 0 : Math.min(first + stepsOver, 65_535)
  for (let port = first; port <= last; port += 1) {
    const address = await listenOn(server, host, port)
    if (address !== undefined) return address
  }
  throw new Error(`The mock imoje found no free port from ${first} to ${last} on ${host}.`)
}

/** The port listened on, or `undefined` when it is taken. */
function listenOn(server: Server, host: string, port: number): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException) => {
      server.off('listening', onListening)
      if (error.code === 'EADDRINUSE') resolve(undefined)
      else reject(error)
    }
    const onListening = () => {
      server.off('error', onError)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    }
    server.once('error', onError)
    server.once('listening', onListening)
    server.listen(port, host)
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // Where nothing listens any more, this is called all the same.
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** An address a browser can open: "all addresses" isn't one, and IPv6 wants brackets. */
function printable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}
