import type { RequestListener } from 'node:http'
import { createRequestListener } from '@remix-run/node-fetch-server'

export interface NodeListenerOptions {
  /** Believes `Forwarded` and `X-Forwarded-*`: only behind a proxy of your own that overwrites them. @defaultValue false */
  readonly trustProxy?: boolean
}

/** Makes a handler a listener for Node's `http.createServer`, or for Express. */
export const toNodeListener = (
  handler: (request: Request) => Promise<Response>,
  { trustProxy = false }: NodeListenerOptions = {},
): RequestListener => createRequestListener((request) => handler(request), { trustProxy })
