import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'
import { TillkitError } from '@tillkit/core'

/** How the listener reads requests. */
export interface NodeListenerOptions {
  /** Believes `Forwarded` and `X-Forwarded-*`: only behind a proxy of your own that overwrites them. @defaultValue false */
  readonly trustProxy?: boolean
}

const bodyWasRead =
  'The body was read before the payments handler: mount its listener before express.json() and anything else that reads bodies.'

/** How long what is still being sent after its answer is read, in milliseconds. */
const lingerMs = 2_000

/**
 * Makes a handler a listener for Node's `http.createServer`, or for Express: `app.use('/api/payments', listener)`, before
 * anything that reads bodies, such as `express.json()`. It answers every request that it gets; it calls `next` only to say that
 * a body was read before it.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeListenerOptions = {},
): RequestListener {
  const listener = createRequestListener((request) => handler(request), { trustProxy })
  return (
    request: IncomingMessage & { originalUrl?: unknown },
    response,
    next?: (error: TillkitError) => void,
  ) => {
    // What was read is gone, and who then waits for it never gets an answer.
    if (request.readableDidRead && request.method !== 'GET') {
      if (next) next(new TillkitError('options-invalid', bodyWasRead))
      else response.writeHead(500, bodyWasRead).end()
      return
    }
    // Express cuts the path off that a listener is mounted at; the handler looks for the whole.
    if (typeof request.originalUrl === 'string') request.url = request.originalUrl
    drainAfter(request, response)
    listener(request, response)
  }
}

/**
 * What is still being sent after its answer (too long, too slow, from a foreign page) is read and thrown away, for the next request
 * on this connection comes after it. A sender that doesn't come to an end loses the connection.
 */
function drainAfter(request: IncomingMessage, response: ServerResponse): void {
  response.once('finish', () => {
    if (request.complete) return
    // The handler's stream would take what comes and stop again when it is full.
    request.removeAllListeners('data').resume()
    const timer = setTimeout(() => {
      if (!request.complete) request.destroy()
    }, lingerMs)
    request.once('close', () => clearTimeout(timer))
  })
}
