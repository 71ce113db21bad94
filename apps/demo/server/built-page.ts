import { readdir, readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

/** Serves what `vite build` made, under a policy as strict as a careful shop's. */
export interface BuiltPage {
  fetch(request: Request): Promise<Response>
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
}

/** Where imoje's own marks come from. Reference: logo CDN. */
const imojeImages = 'https://data.imoje.pl'

/**
 * Reads the files once: what isn't there at the start isn't served.
 * @throws Error when nothing was built
 */
export async function loadBuiltPage(folder: string, imageOrigins: readonly string[]): Promise<BuiltPage> {
  const files = await readFiles(folder)
  const index = files.get('/index.html')
  if (!index) throw new Error(`There is no built page in ${folder}. Run \`pnpm --filter demo build\` first.`)
  const policy = [
    "default-src 'self'",
    "style-src 'self'",
    `img-src ${["'self'", 'data:', imojeImages, ...imageOrigins].join(' ')}`,
    "object-src 'none'",
    "base-uri 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
  const security = { 'content-security-policy': policy, 'x-content-type-options': 'nosniff' }

  return {
    fetch: async ({ method, url }) => {
      if (method !== 'GET' && method !== 'HEAD') return new Response(null, { status: 405 })
      const { pathname } = new URL(url)
      const isPage = pathname === '/' || pathname === '/result'
      const file = isPage ? index : files.get(pathname)
      if (!file)
        return new Response('There is nothing at this address.\n', { status: 404, headers: security })
      const cacheControl = pathname.startsWith('/assets/')
        ? 'public, max-age=31536000, immutable'
        : 'no-cache'
      const headers = { ...security, 'content-type': file.type, 'cache-control': cacheControl }
      return Promise.resolve(new Response(method === 'HEAD' ? null : file.content, { headers }))
    },
  }
}

async function readFiles(
  folder: string,
): Promise<ReadonlyMap<string, { readonly type: string; readonly content: Uint8Array<ArrayBuffer> }>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name)
      const address = `/${relative(folder, path).split(sep).join('/')}`
      const type = types[extname(path)] ?? 'application/octet-stream'
      return [address, { type, content: new Uint8Array(await readFile(path)) }] as const
    })
  return new Map(await Promise.all(files))
}
