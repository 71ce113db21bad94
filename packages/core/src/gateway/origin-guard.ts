import { inDevelopment, TillkitError } from '../domain/errors.ts'

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
 * @throws TillkitError `options-invalid`, in development, for anything that is not such an origin; it never matches anyway
 */
export function createOriginGuard(trusted: readonly string[] = []): OriginGuard {
  if (inDevelopment) for (const origin of trusted) checkOrigin(origin)
  const allowed = [...imojeOrigins, ...trusted.filter(isOrigin)]
  // An address that parsing would leave as it is: lists are long, and parsing is slow.
  const plain = new RegExp(
    `^(${allowed.map((origin) => origin.replace(/\W/g, '\\$&')).join('|')})/[\\w/.?=&%-]*$`,
  )
  const redirect = (address: string): string | undefined => {
    const own = globalThis.location?.origin
    // A page of opaque origin ('null') has no base; it can still follow whole addresses.
    const base = URL.canParse(own) ? own : undefined
    if (!URL.canParse(address, base)) return undefined
    const { origin, href } = new URL(address, base)
    return (origin === base || allowed.includes(origin)) && /^https?:/.test(href) ? href : undefined
  }
  return {
    redirect,
    image: (address) =>
      address.startsWith('data:image/') || plain.test(address) ? address : redirect(address),
  }
}

const secure = /^https:|^http:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|$)/

const isOrigin = (origin: string): boolean =>
  secure.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin

function checkOrigin(origin: string): void {
  if (isOrigin(origin)) return
  throw new TillkitError(
    'options-invalid',
    `trustedOrigins can't hold ${JSON.stringify(origin)}: write a full origin such as 'https://pay.example' (http: only for a loopback address).`,
  )
}
