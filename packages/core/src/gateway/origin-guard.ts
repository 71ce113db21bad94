import { TillkitError } from '../domain/errors.ts'

/** Origins of imoje's that may be followed to and show images. Reference: base URLs, logo CDN. */
const imojeOrigins = ['https://paywall.imoje.pl', 'https://sandbox.paywall.imoje.pl', 'https://data.imoje.pl']

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
  for (const origin of trusted)
    if (parse(origin)?.origin !== origin || !trustworthy.test(origin))
      throw new TillkitError(
        'options-invalid',
        `trustedOrigins can't hold ${JSON.stringify(origin)}: write a full origin such as 'https://pay.example' (http: only for a loopback address).`,
      )
  const redirect = (address: string): string | undefined => {
    const own = globalThis.location?.origin
    const url = parse(address, own)
    return url && [...imojeOrigins, ...trusted, own].includes(url.origin) ? url.href : undefined
  }
  return {
    redirect,
    image: (address) => (address.startsWith('data:image/') ? address : redirect(address)),
  }
}

const trustworthy = /^(https:|http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$))/

const parse = (address: string, base?: string): URL | undefined =>
  URL.canParse(address, base) ? new URL(address, base) : undefined
