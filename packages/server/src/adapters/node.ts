import type { IncomingMessage, RequestListener } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'

export interface NodeListenerOptions {
  /** Believes `Forwarded` and `X-Forwarded-*`: only behind a proxy of your own that overwrites them. @defaultValue false */
  readonly trustProxy?: boolean
}

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
    listener(request, response)
  }
}
