import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'

export interface NodeListenerOptions {
  /** Believes `Forwarded` and `X-Forwarded-*`: only behind a proxy of your own that overwrites them. @defaultValue false */
  readonly trustProxy?: boolean
}

/** How long what is still being sent after its answer is read, in milliseconds. */
const lingerMs = 2_000

/**
 * Makes a handler a listener for Node's `http.createServer`, or for Express: `app.use('/api/payments', listener)`, before
 * anything that reads bodies, such as `express.json()`. It answers every request that it gets and never calls `next`.
 */
export function toNodeListener(
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeListenerOptions = {},
): RequestListener {
  const listener = createRequestListener((request) => handler(request), { trustProxy })
  return (request: IncomingMessage & { originalUrl?: unknown }, response) => {
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
