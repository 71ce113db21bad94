import { TillkitError } from '../domain/errors.ts'

/** Origins of imoje's that may be followed to and show images. Reference: base URLs, logo CDN. */
const imojeOrigins = [
  'https://paywall.imoje.pl',
  'https://sandbox.paywall.imoje.pl',
  'https://data.imoje.pl',
] as const

/** Tells which addresses of foreign making (redirects, images) may be used. */
export interface OriginGuard {
  /** The address to follow, or nothing when its origin isn't allowed. */
  redirect(address: string): string | undefined
  /** As `redirect`, and `data:` images too. */
  image(address: string): string | undefined
}

/**
 * Makes a guard for imoje's origins, those the shop adds, and the page's own.
 * @param trusted full origins (`https://pay.example`); `http:` only for a loopback origin
 * @throws TillkitError `options-invalid` for anything that is not such an origin
 */
export function createOriginGuard(trusted: readonly string[] = []): OriginGuard {
  for (const origin of trusted) checkOrigin(origin)
  const allowed: ReadonlySet<string> = new Set([...imojeOrigins, ...trusted])
  const redirect = (address: string): string | undefined => {
    const own = globalThis.location?.origin
    const url = URL.parse(address, own)
    if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return undefined
    return allowed.has(url.origin) || url.origin === own ? url.href : undefined
  }
  return {
    redirect,
    image: (address) => (address.startsWith('data:image/') ? address : redirect(address)),
  }
}

function checkOrigin(origin: string): void {
  const url = URL.parse(origin)
  const loopback = url !== null && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const secure = url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback)
  if (url?.origin !== origin || !secure)
    throw new TillkitError(
      'options-invalid',
      `trustedOrigins holds ${JSON.stringify(origin)}: write a full origin such as 'https://pay.example' (http: only for a loopback address).`,
    )
}
