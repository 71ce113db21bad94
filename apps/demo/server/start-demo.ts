import { createServer, type RequestListener, type Server } from 'node:http'
import { fileURLToPath } from 'node:url'
import type { MockImoje } from '@tillkit/mock-api'
import { createMockServer, type MockServer } from '@tillkit/mock-api/node'
import type { ImojeOptions, ServerEvent } from '@tillkit/server'
import { toNodeListener } from '@tillkit/server/node'
import { createDemoClock, type DemoClock } from '../shared/demo-clock.ts'
import { loadBuiltPage } from './built-page.ts'
import { createDemoControl } from './demo-control.ts'
import { listen } from './listen.ts'
import type { DemoSettings } from './settings.ts'
import { createShop, type Shop } from './shop-backend.ts'

export interface DemoOptions extends DemoSettings {
  readonly onEvent?: (event: ServerEvent) => void
}

/** A running demo: shop and, unless it talks to imoje itself, the imitation. */
export interface Demo {
  /** The shop's address. */
  readonly origin: string
  readonly shop: Shop
  /** The shop server's clock. */
  readonly clock: DemoClock
  readonly imitation: { readonly origin: string; readonly mock: MockImoje } | undefined
  close(): Promise<void>
}

const folder = fileURLToPath(new URL('..', import.meta.url))
/** Where the imitation listens if nobody else does. */
const mockPort = 4010

/** Starts the whole demo behind one origin: page, `/api/shop`, `/api/payments` and, with the imitation, `/api/demo`. */
export async function startDemo(options: DemoOptions): Promise<Demo> {
  const clock = createDemoClock()
  const imitation = options.imoje
    ? undefined
    : await createMockServer({ port: options.port === 0 ? 0 : mockPort })
  let answer: RequestListener = (_, response) => response.writeHead(503).end()
  const server = createServer((request, response) => answer(request, response))
  const closers = [() => imitation?.close(), () => stop(server)]
  const close = async (): Promise<void> => {
    for (const closer of closers.toReversed()) await closer()
  }

  try {
    const port = await listen(server, options.port)
    const origin = options.publicUrl ?? `http://127.0.0.1:${port}`
    const trustedOrigins = imitation ? [imitation.origin] : []
    const shop = createShop({
      imoje: options.imoje ?? imojeOf(imitation, origin),
      publicUrl: origin,
      trustedOrigins,
      clock,
      config: () => ({ trustedOrigins, canBreak: imitation !== undefined, clockOffsetMs: clock.offsetMs }),
      ...(options.onEvent && { onEvent: options.onEvent }),
    })
    const demo = imitation && createDemoControl({ mockOrigin: imitation.origin, clock, shop })
    const api = toNodeListener((request) => {
      const isDemo = new URL(request.url).pathname.startsWith('/api/demo/')
      return (isDemo && demo ? demo : shop.fetch)(request)
    })
    const page = await startPage(options.page, server, trustedOrigins)
    closers.push(page.close)
    answer = (request, response) => {
      // Payments are only taken from the origin imoje knows, so the other name of this machine leads there.
      if (request.headers.host === `localhost:${port}` && request.method === 'GET' && !options.publicUrl)
        response.writeHead(302, { location: `${origin}${request.url ?? '/'}` }).end()
      else (request.url?.startsWith('/api/') ? api : page.listener)(request, response)
    }
    return { origin, shop, clock, imitation, close }
  } catch (error) {
    await close()
    throw error
  }
}

function imojeOf(imitation: MockServer | undefined, shopOrigin: string): ImojeOptions {
  if (!imitation) throw new Error('There is neither an imitation nor an account at imoje.')
  return {
    ...imitation.mock.credentials,
    apiUrl: imitation.origin,
    notificationUrl: `${shopOrigin}/api/payments/notifications`,
  }
}

interface PageServer {
  readonly listener: RequestListener
  readonly close: () => Promise<void>
}

async function startPage(
  kind: DemoSettings['page'],
  server: Server,
  imageOrigins: readonly string[],
): Promise<PageServer> {
  if (kind === 'built') {
    const page = await loadBuiltPage(`${folder}dist`, imageOrigins)
    return { listener: toNodeListener(page.fetch), close: () => Promise.resolve() }
  }
  const vite = await import('vite')
  const development = await vite.createServer({
    root: folder,
    server: { middlewareMode: { server }, hmr: { server } },
    logLevel: 'warn',
  })
  return { listener: development.middlewares, close: () => development.close() }
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    if (!server.listening) {
      resolve()
      return
    }
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
